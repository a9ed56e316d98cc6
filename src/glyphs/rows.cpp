#include <algorithm>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

constexpr std::size_t of_a_piece = 3'200;  // glyphs: 64 KB

}  // namespace

GlyphRow GlyphRows::keep(std::span<const Glyph> glyphs) {
  if (glyphs.empty()) return {};
  if (!piece_ || glyphs.size() > piece_->capacity() - piece_->size()) {
    piece_ = std::make_shared<std::vector<Glyph>>();
    piece_->reserve(std::max(of_a_piece, glyphs.size()));
  }
  const std::size_t first = piece_->size();
  piece_->insert(piece_->end(), glyphs.begin(), glyphs.end());
  return {piece_, first};
}

}  // namespace octavo::glyphs
