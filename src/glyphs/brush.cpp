#include "glyphs/brush.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "base/failure.h"
#include "glyphs/steps.h"

namespace octavo::glyphs {
namespace {

// An outline in FreeType's form: 64ths of a pixel. It fills by windings, which do not mind that y grows downward.
class Outline {
 public:
  Outline(float scale, base::Point origin) : scale_(scale), origin_(origin) {}

  void move_to(float x, float y) { add(x, y, FT_CURVE_TAG_ON); }
  void line_to(float x, float y) { add(x, y, FT_CURVE_TAG_ON); }
  void quadratic_to(float x1, float y1, float x, float y) {
    add(x1, y1, FT_CURVE_TAG_CONIC);
    add(x, y, FT_CURVE_TAG_ON);
  }
  void cubic_to(float x1, float y1, float x2, float y2, float x, float y) {
    add(x1, y1, FT_CURVE_TAG_CUBIC);
    add(x2, y2, FT_CURVE_TAG_CUBIC);
    add(x, y, FT_CURVE_TAG_ON);
  }
  void close() { ends_.push_back(static_cast<short>(points_.size() - 1)); }

  // False if there is nothing to draw, or more than FreeType can count.
  bool is_drawable() const { return !points_.empty() && points_.size() <= std::numeric_limits<short>::max(); }
  FT_Outline form() {
    return {static_cast<short>(ends_.size()), static_cast<short>(points_.size()), points_.data(), tags_.data(), ends_.data(), FT_OUTLINE_NONE};
  }

 private:
  void add(float x, float y, int tag) {
    const auto fixed = [](float pixels) { return static_cast<FT_Pos>(std::lround(pixels * 64)); };
    points_.push_back({fixed(origin_.x + x * scale_), fixed(origin_.y - y * scale_)});
    tags_.push_back(static_cast<char>(tag));
  }

  float scale_;
  base::Point origin_;
  std::vector<FT_Vector> points_;
  std::vector<char> tags_;
  std::vector<short> ends_;  // of its contours: their last points
};

// What is drawn over something covers its share of what was left bare.
void cover(int y, int count, const FT_Span* spans, void* user) {
  auto& picture = *static_cast<Coverage*>(user);
  for (const FT_Span& span : std::span(spans, static_cast<std::size_t>(count))) {
    const std::size_t begin = static_cast<std::size_t>(y) * picture.width + static_cast<std::size_t>(span.x);
    for (std::size_t at = begin; at < begin + span.len; ++at) {
      const int bare = 255 - static_cast<unsigned char>(picture.bytes[at]);
      picture.bytes[at] = static_cast<char>(255 - bare * (255 - span.coverage) / 255);
    }
  }
}

}  // namespace

void Brush::Closed::operator()(FT_LibraryRec_* library) const { FT_Done_FreeType(library); }

Brush::Brush() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) throw base::Failure("cannot draw letters: FreeType does not start");
  library_.reset(library);
}

void Brush::draw(const Face& face, std::uint32_t glyph, float size, base::Point origin, Coverage& picture) const {
  static const Steps<Outline> along;
  Outline outline(size * face.em(), origin);
  hb_font_get_glyph_shape(face.font(), glyph, along.get(), &outline);
  if (!outline.is_drawable()) return;
  FT_Outline form = outline.form();
  FT_Raster_Params parameters{};
  parameters.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  parameters.gray_spans = cover;
  parameters.user = &picture;
  parameters.clip_box = {0, 0, static_cast<FT_Pos>(picture.width), static_cast<FT_Pos>(picture.height)};
  FT_Outline_Render(library_.get(), &form, &parameters);  // what it refuses, a broken font's, is left out
}

}  // namespace octavo::glyphs
