#include "glyphs/face.h"

#include <hb-ot.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/failure.h"
#include "base/paths.h"
#include "glyphs/table.h"

namespace octavo::glyphs {
namespace {

std::optional<hb_position_t> measure(hb_font_t* font, hb_ot_metrics_tag_t tag) {
  hb_position_t value = 0;
  if (!hb_ot_metrics_get_position(font, tag, &value)) return std::nullopt;
  return value;
}

// The height of a letter as drawn, for fonts whose OS/2 table is silent.
std::optional<hb_position_t> height_of(hb_font_t* font, char32_t letter) {
  hb_codepoint_t glyph = 0;
  hb_glyph_extents_t extents;
  if (!hb_font_get_nominal_glyph(font, letter, &glyph) || !hb_font_get_glyph_extents(font, glyph, &extents))
    return std::nullopt;
  return extents.y_bearing;
}

struct Vertical {
  float ascent = 0.8f, descent = 0.2f, x_height = 0.45f, cap_height = 0.7f;  // all positive
};

Vertical vertical(hb_font_t* font, float em) {
  const auto letter = [&](hb_ot_metrics_tag_t tag, char32_t like, float otherwise) {
    auto height = measure(font, tag);
    if (!height || *height <= 0) height = height_of(font, like);
    return height && *height > 0 ? static_cast<float>(*height) * em : otherwise;
  };
  Vertical result;
  if (const auto up = measure(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER); up && *up != 0)
    result.ascent = static_cast<float>(std::abs(*up)) * em;
  if (const auto down = measure(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER); down && *down != 0)
    result.descent = static_cast<float>(std::abs(*down)) * em;
  result.x_height = letter(HB_OT_METRICS_TAG_X_HEIGHT, U'x', result.x_height);
  result.cap_height = letter(HB_OT_METRICS_TAG_CAP_HEIGHT, U'H', result.cap_height);
  return result;
}

// The name as the font gives it, without what a PDF or PostScript name may not hold. Of a variable one it tells how far it stands from the
// font's own place: "Inter_650wght" (Adobe Technical Note 5902).
std::string postscript_name(hb_face_t* face, const Location& location, const std::string& path) {
  char buffer[256];
  unsigned length = sizeof buffer;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, buffer);
  std::string name;
  const auto keep = [&](std::string_view text) {
    for (const char c : text)
      if (c > ' ' && c < 0x7F && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos) name += c;
  };
  keep({buffer, length});
  if (name.empty()) keep(base::stem_of(path));
  if (name.empty()) name = "Font";
  for (const auto& [axis, value] : location) {
    hb_ot_var_axis_info_t info;
    if (!hb_ot_var_find_axis_info(face, axis, &info) || value == info.default_value) continue;
    char tag[4];
    hb_tag_to_string(axis, tag);
    name += "_" + std::to_string(std::lround(value));
    keep({tag, 4});
  }
  return name;
}

}  // namespace

HbFace opened(const std::string& path, std::uint32_t index) {
  const HbBlob blob(hb_blob_create_from_file_or_fail(path.c_str()));
  if (!blob) throw base::Failure("cannot read the font \"" + path + "\"");
  HbFace face(hb_face_create(blob.get(), index));
  if (hb_face_get_glyph_count(face.get()) == 0) throw base::Failure("the file \"" + path + "\" is not a font");
  hb_face_make_immutable(face.get());
  return face;
}

Face::Face(std::string path, HbFace face, Location location)
    : path_(std::move(path)), face_(std::move(face)), font_(hb_font_create(face_.get())), location_(std::move(location)) {
  std::vector<hb_variation_t> variations;
  for (const auto& [axis, value] : location_) variations.push_back({axis, value});
  hb_font_set_variations(font_.get(), variations.data(), static_cast<unsigned>(variations.size()));
  hb_font_make_immutable(font_.get());
  em_ = 1.0f / static_cast<float>(hb_face_get_upem(face_.get()));
}

bool Face::has(char32_t code_point) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_.get(), code_point, &glyph) && glyph != 0;
}

float Face::advance(std::uint32_t glyph) const {
  return static_cast<float>(hb_font_get_glyph_h_advance(font_.get(), glyph)) * em_;
}

float Face::overhang(std::uint32_t glyph) const {
  hb_glyph_extents_t ink;
  if (!hb_font_get_glyph_extents(font_.get(), glyph, &ink)) return 0;
  return std::max(static_cast<float>(ink.x_bearing + ink.width) * em_ - advance(glyph), 0.0f);
}

Metrics Face::metrics() const {
  const auto advance_of = [&](char32_t character, float otherwise) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), character, &glyph) ? advance(glyph) : otherwise;
  };
  const Vertical heights = vertical(font_.get(), em_);
  const auto thickness = measure(font_.get(), HB_OT_METRICS_TAG_UNDERLINE_SIZE);
  const auto offset = measure(font_.get(), HB_OT_METRICS_TAG_UNDERLINE_OFFSET);
  return {.ascent = heights.ascent,
          .descent = heights.descent,
          .x_height = heights.x_height,
          .cap_height = heights.cap_height,
          .space = advance_of(U' ', 0.25f),
          .hyphen = advance_of(U'-', 0.33f),
          .underline_position = offset && *offset < 0 ? static_cast<float>(-*offset) * em_ : 0.1f,
          .underline_thickness = thickness && *thickness > 0 ? static_cast<float>(*thickness) * em_ : 0.05f};
}

std::string Face::family() const {
  for (const auto id : {HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, HB_OT_NAME_ID_FONT_FAMILY}) {
    char buffer[256];
    unsigned length = sizeof buffer;
    hb_ot_name_get_utf8(face_.get(), id, hb_language_from_string("en", -1), &length, buffer);
    if (length > 0) return {buffer, length};
  }
  return base::stem_of(path_);
}

FaceFacts Face::facts() const {
  const Table head(face_.get(), "head"), post(face_.get(), "post");
  const Vertical heights = vertical(font_.get(), em_);
  FaceFacts facts;
  facts.path = path_;
  facts.postscript_name = postscript_name(face_.get(), location_, path_);
  facts.family = family();
  facts.is_cff = Table(face_.get(), "CFF ").is_there();
  facts.units_per_em = hb_face_get_upem(face_.get());
  for (std::size_t side = 0; side < 4; ++side)
    facts.box[side] =
        static_cast<float>(head.int16(36 + 2 * side)) * em_;  // xMin follows 36 bytes into `head`
  facts.ascent = heights.ascent;
  facts.descent = -heights.descent;
  facts.cap_height = heights.cap_height;
  facts.x_height = heights.x_height;
  facts.italic_angle = hb_style_get_value(font_.get(), HB_STYLE_TAG_SLANT_ANGLE);
  facts.weight = static_cast<int>(std::lround(hb_style_get_value(font_.get(), HB_STYLE_TAG_WEIGHT)));
  facts.is_monospaced = post.uint32(12) != 0;
  return facts;
}

std::string_view Face::objection() const {
  if (Table(face_.get(), "CFF2").is_there()) return "its outlines are CFF2, which a PDF cannot hold";
  const int licence = Table(face_.get(), "OS/2").int16(8);
  // Where several of the three levels are given, the most generous holds.
  constexpr int levels = 0x000E, restricted = 0x0002, no_subset = 0x0100, only_bitmaps = 0x0200;
  if ((licence & levels) == restricted) return "its maker's licence bits forbid it";
  if (licence & no_subset) return "its maker's licence bits allow it only as a whole";
  if (licence & only_bitmaps) return "its maker's licence bits allow only its bitmaps";
  return "";
}

Weights Face::weights() const {
  hb_ot_var_axis_info_t axis;
  if (!hb_ot_var_find_axis_info(face_.get(), HB_OT_TAG_VAR_AXIS_WEIGHT, &axis)) {
    const int weight = facts().weight;
    return {weight, weight};
  }
  const int lightest = static_cast<int>(std::ceil(axis.min_value));
  return {lightest, std::max(lightest, static_cast<int>(std::floor(axis.max_value)))};
}

bool Face::is_italic() const {
  return hb_style_get_value(font_.get(), HB_STYLE_TAG_ITALIC) > 0 || hb_style_get_value(font_.get(), HB_STYLE_TAG_SLANT_ANGLE) != 0;
}

Kind Face::kind() const {
  const Table os2(face_.get(), "OS/2"), post(face_.get(), "post");
  if (post.uint32(12) != 0) return Kind::mono;
  constexpr int latin_text = 2, normal_sans = 11;  // PANOSE, which is 32 bytes into the table
  return os2.byte(32) == latin_text && os2.byte(33) >= normal_sans ? Kind::sans : Kind::serif;
}

}  // namespace octavo::glyphs
