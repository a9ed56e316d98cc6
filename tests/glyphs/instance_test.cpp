// Variable fonts, as FreeType sees them: what is set, what is drawn, and what goes into both books is one and the same place on the axes.
#include "glyphs/instance.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_MULTIPLE_MASTERS_H
#include FT_OUTLINE_H
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-ot.h>

#include <array>
#include <fstream>
#include <iterator>
#include <numeric>

#include "glyphs/face.h"

namespace octavo::glyphs {
namespace {

const std::string roman = "/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf", slanted = "/usr/share/fonts/truetype/inter-vf/Inter.var.ttf";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A font as FreeType opens it, without HarfBuzz.
class Seen {
 public:
  explicit Seen(const std::string& bytes, std::vector<FT_Fixed> place = {}) : bytes_(bytes) {
    FT_Init_FreeType(&library_);
    const auto* data = reinterpret_cast<const FT_Byte*>(bytes_.data());
    EXPECT_EQ(FT_New_Memory_Face(library_, data, static_cast<FT_Long>(bytes_.size()), 0, &face_), 0);
    for (FT_Fixed& value : place) value *= 65536;
    if (!place.empty()) {
      EXPECT_EQ(FT_Set_Var_Design_Coordinates(face_, static_cast<FT_UInt>(place.size()), place.data()), 0);
    }
  }
  Seen(const Seen&) = delete;
  ~Seen() {
    FT_Done_Face(face_);
    FT_Done_FreeType(library_);
  }
  FT_Face face() const { return face_; }
  // Width and drawn size, in font units.
  std::array<FT_Pos, 5> looks(std::uint32_t glyph) const {
    EXPECT_EQ(FT_Load_Glyph(face_, glyph, FT_LOAD_NO_SCALE), 0);
    FT_BBox box;
    FT_Outline_Get_CBox(&face_->glyph->outline, &box);
    FT_Fixed advance = 0;  // as the font's table of widths has it
    EXPECT_EQ(FT_Get_Advance(face_, glyph, FT_LOAD_NO_SCALE, &advance), 0);
    return {advance, box.xMin, box.yMin, box.xMax, box.yMax};
  }

 private:
  std::string bytes_;
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

MATCHER_P(IsNearly, expected, "") {  // one unit of rounding either way
  for (std::size_t at = 0; at < expected.size(); ++at)
    if (std::abs(arg[at] - expected[at]) > 1) return false;
  return true;
}

TEST(Instance, IsCutAsFreeTypeSeesIt) {
  Fonts fonts;
  for (const int weight : {100, 400, 650, 900}) {
    const FaceId face = fonts.first_face(fonts.request({.families = {"Inter"}, .weight = weight}));
    ASSERT_EQ(fonts.face(face).path, roman);
    const Seen whole(bytes_of(roman), {weight});
    std::vector<std::uint32_t> glyphs(static_cast<std::size_t>(whole.face()->num_glyphs));
    std::iota(glyphs.begin(), glyphs.end(), 0u);
    const Subset subset = fonts.subset(face, glyphs);
    const Seen cut(subset.bytes);
    EXPECT_FALSE(FT_HAS_MULTIPLE_MASTERS(cut.face()));
    int differing = 0, off = 0;
    for (const std::uint32_t glyph : glyphs) {
      const auto looks = cut.looks(subset.new_ids[glyph]), wanted = whole.looks(glyph);
      differing += !testing::Value(looks, IsNearly(wanted));
      off += std::lround(fonts.advance(face, glyph) * static_cast<float>(whole.face()->units_per_EM)) != looks[0];
    }
    EXPECT_EQ(differing, 0) << weight;
    EXPECT_EQ(off, 0) << weight << ": widths in the PDF";
  }
}

TEST(Instance, OfTheEBookShapesAsThatOfTheOther) {
  Fonts fonts;
  constexpr std::string_view text = "AVATAR, To. Ty (LT) 1/2 Waffle fjord";
  for (const int weight : {100, 400, 650, 900}) {
    const FontId font = fonts.request({.families = {"Inter"}, .weight = weight});
    const Excerpt cut = fonts.excerpt(fonts.first_face(font), U" AVTRToy.,()L12/Wafleford jt", {});
    EXPECT_EQ(cut.refusal, "");
    EXPECT_EQ(cut.weight, weight);
    const HbBlob blob(hb_blob_create(cut.bytes.data(), static_cast<unsigned>(cut.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HbFace face(hb_face_create(blob.get(), 0));
    EXPECT_FALSE(hb_ot_var_has_data(face.get()));
    const Face whole("", HbFace(hb_face_reference(face.get())), {});
    const HbBuffer buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(whole.font(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    float width = 0;
    for (unsigned at = 0; at < count; ++at) width += static_cast<float>(positions[at].x_advance) * whole.em();
    EXPECT_NEAR(width, fonts.shape(font, text, "en").width, 0.002f) << weight;
  }
}

}  // namespace
}  // namespace octavo::glyphs
