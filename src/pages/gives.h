#pragma once
// What a column may give to come to its foot: white space that grows by a line of the grid, paragraphs that total fit can set in a line more
// or less. The cheapest are kept.
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace octavo::pages {

// A way to gain or lose a line.
struct Give {
  enum class Kind : std::uint8_t { space, paragraph };
  double price = 0;
  Kind kind = Kind::space;
  std::uint32_t index = 0;  // of the strip under the space, or into Section::elastic
};

class Gives {
 public:
  void offer(Give give);
  std::size_t size() const { return size_; }
  // Of so many lines, at most size(): each further one is dearer than the one before, so that it is better found on another page.
  double cost(std::size_t lines) const;
  std::vector<Give> cheapest(int lines) const;

 private:
  static constexpr std::size_t most = 6;  // no column needs more

  std::array<Give, most> gives_;  // the cheapest first
  std::size_t size_ = 0;
};

}  // namespace octavo::pages
