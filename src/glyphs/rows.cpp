#include <algorithm>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

constexpr std::size_t of_a_piece = 3'200;  // glyphs: 64 KB

}  // namespace

GlyphRow GlyphRows::keep(std::span<const Glyph> glyphs) {
  if (glyphs.empty()) return {};
  if (glyphs.size() > size_ - used_) {
    size_ = std::max(of_a_piece, glyphs.size());
    piece_ = std::make_shared_for_overwrite<Glyph[]>(size_);
    used_ = 0;
  }
  Glyph* const place = piece_.get() + used_;
  std::ranges::copy(glyphs, place);
  used_ += glyphs.size();
  return {std::shared_ptr<Glyph[]>(piece_, place), glyphs.size()};
}

}  // namespace octavo::glyphs
