// Subsets are read again by HarfBuzz, which is not told what was in them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb-ot.h>

#include <set>

#include "base/failure.h"
#include "glyphs/face.h"
#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

using testing::UnorderedElementsAre;

std::vector<std::uint32_t> sorted_ids(const Shaped& shaped) {
  std::set<std::uint32_t> ids;
  for (const Run& run : shaped.runs)
    for (const Glyph& glyph : run.glyphs) ids.insert(glyph.id);
  return {ids.begin(), ids.end()};
}

HbFace reopened(const std::string& bytes) {
  const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY,
                                   nullptr, nullptr));
  return HbFace(hb_face_create(blob.get(), 0));
}

std::set<std::string> tables_of(hb_face_t* face) {
  hb_tag_t tags[64];
  unsigned count = 64;
  hb_face_get_table_tags(face, 0, &count, tags);
  std::set<std::string> names;
  for (unsigned at = 0; at < count; ++at) {
    char name[4];
    hb_tag_to_string(tags[at], name);
    names.emplace(name, 4);
  }
  return names;
}

// Width and drawn size of a glyph: enough to tell one from another.
std::array<int, 5> looks(hb_font_t* font, std::uint32_t glyph) {
  hb_glyph_extents_t box{};
  hb_font_get_glyph_extents(font, glyph, &box);
  return {hb_font_get_glyph_h_advance(font, glyph), box.x_bearing, box.y_bearing, box.width, box.height};
}

TEST(Subset, OfATrueTypeFontHoldsTheGlyphsUnderNewNumbers) {
  Fonts fonts;
  const FontId font = fonts.request({.families = {"serif"}});
  const Shaped& shaped = fonts.shape(font, "Ärgerliche Waffeln", "de");
  const FaceId face = shaped.runs.front().face;
  const auto used = sorted_ids(shaped);
  const Subset subset = fonts.subset(face, used);

  const HbFace cut = reopened(subset.bytes);
  EXPECT_THAT(tables_of(cut.get()), UnorderedElementsAre("glyf", "head", "hhea", "hmtx", "loca", "maxp"));
  EXPECT_EQ(hb_face_get_glyph_count(cut.get()), subset.old_ids.size());
  EXPECT_LT(subset.bytes.size(), 10'000u);

  const Face whole(fonts.face(face).path, 0);
  const HbFont drawn(hb_font_create(cut.get()));
  ASSERT_EQ(subset.new_ids.size(), used.size());
  for (std::size_t at = 0; at < used.size(); ++at) {
    EXPECT_EQ(subset.old_ids[subset.new_ids[at]], used[at]);
    EXPECT_EQ(looks(drawn.get(), subset.new_ids[at]), looks(whole.font(), used[at]));
    EXPECT_FLOAT_EQ(
        fonts.advance(face, used[at]),
        static_cast<float>(hb_font_get_glyph_h_advance(drawn.get(), subset.new_ids[at])) / 1000.0f);
  }
}

TEST(Subset, AlwaysHasTheGlyphForWhatIsMissing) {
  Fonts fonts;
  const FaceId face = fonts.shape(fonts.request({.families = {"serif"}}), "a", "en").runs.front().face;
  const Subset without = fonts.subset(face, {5, 9});
  EXPECT_EQ(without.old_ids.front(), 0u);
  const Subset with = fonts.subset(face, {0, 5, 9});
  EXPECT_EQ(with.new_ids.front(), 0u);
  EXPECT_EQ(with.bytes, without.bytes);
  const HbFace cut = reopened(with.bytes);
  const HbFont drawn(hb_font_create(cut.get()));
  EXPECT_NE(looks(drawn.get(), 0)[3], 0) << "a box is drawn, not a blank";
}

TEST(Subset, PartsOfCompositeGlyphsBelongToNobody) {
  Fonts fonts;
  const Shaped& accented = fonts.shape(fonts.request({.families = {"Lato"}}), "ë", "en");
  const Subset subset = fonts.subset(accented.runs.front().face, sorted_ids(accented));
  for (const std::uint32_t id : subset.old_ids)
    EXPECT_TRUE(id == 0 || id == 0xFFFFFFFF || id == accented.runs.front().glyphs.front().id);
}

TEST(Subset, OfACffFontIsTheBareTable) {
  Fonts fonts;
  const Shaped& shaped = fonts.shape(fonts.request({.families = {"serif"}}), "東京", "ja");
  const FaceId face = shaped.runs.front().face;
  ASSERT_TRUE(fonts.face(face).is_cff);
  const auto used = sorted_ids(shaped);
  const Subset subset = fonts.subset(face, used);
  EXPECT_EQ(subset.bytes.substr(0, 2), std::string("\x01\x00", 2)) << "version 1.0";
  EXPECT_LT(subset.bytes.size(), 10'000u);

  // The table in a font of its own, with as many glyphs as it should have.
  const HbFace around(hb_face_builder_create());
  const HbBlob table(hb_blob_create(subset.bytes.data(), static_cast<unsigned>(subset.bytes.size()),
                                    HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const char profile[] = {0, 0, 0x50, 0, 0, static_cast<char>(subset.old_ids.size())};
  const HbBlob glyph_count(
      hb_blob_create(profile, sizeof profile, HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  hb_face_builder_add_table(around.get(), HB_TAG('C', 'F', 'F', ' '), table.get());
  hb_face_builder_add_table(around.get(), HB_TAG('m', 'a', 'x', 'p'), glyph_count.get());
  const HbBlob file(hb_face_reference_blob(around.get()));
  const HbFace cut(hb_face_create(file.get(), 0));
  const HbFont drawn(hb_font_create(cut.get()));
  for (const std::uint32_t id : subset.new_ids) EXPECT_GT(looks(drawn.get(), id)[3], 0);
}

TEST(Subset, IsTheSameEveryTime) {
  Fonts first, second;
  const auto face = [](Fonts& fonts) {
    return fonts.shape(fonts.request({.families = {"serif"}}), "word", "en").runs.front().face;
  };
  EXPECT_EQ(first.subset(face(first), {1, 2, 3}).bytes, second.subset(face(second), {1, 2, 3}).bytes);
}

TEST(Face, ThatIsNoFontIsAFailure) {
  EXPECT_THROW(Face("/nowhere/font.ttf", 0), base::Failure);
  EXPECT_THROW(Face(OCTAVO_SOURCE "/CMakeLists.txt", 0), base::Failure);
}

}  // namespace
}  // namespace octavo::glyphs
