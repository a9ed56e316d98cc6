#pragma once
// Where a chapter, the key players or the index goes on in a further file, because old readers want small ones.
#include <cstddef>
#include <span>
#include <vector>

namespace octavo::epub {

// What stands between two places at which a file may be cut: a block of a chapter with the notes it calls, an entry of the back matter.
struct Unit {
  std::size_t bytes = 0, largest_note = 0;  // of all, and of the one note that weighs most, which nothing divides
  // How well a file begins with it: a heading by its level, then any other block; never what follows a heading.
  int rank = other;
  static constexpr int other = 10, never = 100;
};

// Before which units to cut, so that what stands between two cuts weighs at most `most` bytes, or is one unit.
std::vector<std::size_t> cuts(std::span<const Unit> units, std::size_t most);

}  // namespace octavo::epub
