#pragma once
// Rows of a picture made smaller by a whole number: each pixel the mean of a square of pixels.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::pictures {

class Shrink {
 public:
  // Of `channels` bytes a pixel, the last of them the opacity where there are two or four.
  Shrink(std::uint32_t width, std::uint32_t factor, std::size_t channels);

  void add(std::string_view row);
  // Whether the rows added since the last one taken make one.
  bool has_row() const { return rows_ == factor_; }
  // The mean of the rows added so far, which may be fewer at the lower edge.
  std::string take();

 private:
  std::size_t width_, factor_, channels_;
  std::size_t rows_ = 0;
  std::vector<std::uint64_t> sums_;  // of each pixel its colours times opacity, and its opacity
};

}  // namespace octavo::pictures
