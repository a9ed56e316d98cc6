#include <algorithm>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

constexpr std::size_t of_a_piece = 64'000;  // bytes

}  // namespace

template <class T>
std::span<const T> Rows::Pieces<T>::keep(std::span<const T> row) {
  if (row.empty()) return {};
  if (all.empty() || row.size() > all.back().capacity() - all.back().size())
    all.emplace_back().reserve(std::max(of_a_piece / sizeof(T), row.size()));
  std::vector<T>& piece = all.back();
  const std::size_t first = piece.size();
  piece.insert(piece.end(), row.begin(), row.end());
  return {piece.data() + first, row.size()};
}

template struct Rows::Pieces<Glyph>;
template struct Rows::Pieces<char>;

}  // namespace octavo::glyphs
