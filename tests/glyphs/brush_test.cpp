// Glyphs as pixels, through the door.
#include <gtest/gtest.h>

#include <algorithm>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

class BrushTest : public testing::Test {
 protected:
  Fonts fonts;
  Coverage page{100, 100};

  void draw(std::string_view letter, float size, base::Point origin) {
    const glyphs::Run& run = fonts.shape(fonts.request({.families = {"Noto Sans"}}), letter, "en").runs.front();
    fonts.draw(run.face, run.glyphs.front().id, size, origin, page);
  }
  int at(std::size_t x, std::size_t y) const { return static_cast<unsigned char>(page.bytes[y * page.width + x]); }
  bool is_bare() const { return page.bytes.find_first_not_of('\0') == std::string::npos; }
};

TEST_F(BrushTest, StandsOnItsOrigin) {
  draw("I", 50, {40, 80});
  const std::size_t first = page.bytes.find_first_not_of('\0'), last = page.bytes.find_last_not_of('\0');
  EXPECT_NEAR(static_cast<double>(first / page.width), 80 - 0.714 * 50, 1);  // the height of a capital
  EXPECT_EQ(last / page.width, 79u);
  EXPECT_GE(first % page.width, 40u);
}

TEST_F(BrushTest, CoversTheInnerWhollyAndTheEdgeInPart) {
  draw("I", 200, {20.5f, 120});
  EXPECT_EQ(std::ranges::max(page.bytes, {}, [](char c) { return static_cast<unsigned char>(c); }), '\xFF');
  EXPECT_TRUE(std::ranges::any_of(page.bytes, [](char c) { return c != '\0' && c != '\xFF'; }));
}

TEST_F(BrushTest, KeepsWhatIsThere) {
  draw("I", 50, {40, 80});
  const std::string once = page.bytes;
  draw("O", 50, {60, 80});
  EXPECT_TRUE(std::ranges::equal(once, page.bytes, [](char before, char after) {
    return static_cast<unsigned char>(before) <= static_cast<unsigned char>(after);
  }));
  EXPECT_NE(once, page.bytes);
}

TEST_F(BrushTest, LeavesOutWhatIsBeyondThePicture) {
  for (const base::Point origin : {base::Point{-1000, 50}, {1000, 50}, {50, -1000}, {50, 1000}, {-1e9f, 1e9f}}) draw("O", 50, origin);
  EXPECT_TRUE(is_bare());
  draw("I", 400, {-30, 200});  // larger than the picture
  EXPECT_FALSE(is_bare());
  EXPECT_EQ(page.bytes.size(), 10'000u);
}

TEST_F(BrushTest, DrawsNothingForASpace) {
  draw(" ", 50, {40, 80});
  EXPECT_TRUE(is_bare());
}

TEST_F(BrushTest, DrawsOutlinesOfBothKinds) {
  const glyphs::Run& run = fonts.shape(fonts.request({.families = {"Noto Sans CJK JP"}}), "東", "ja").runs.front();
  ASSERT_TRUE(fonts.face(run.face).is_cff);
  fonts.draw(run.face, run.glyphs.front().id, 80, {10, 80}, page);
  EXPECT_FALSE(is_bare());
}

TEST_F(BrushTest, HasNothingForAGlyphThatIsNotThere) {
  const FaceId face = fonts.first_face(fonts.request({.families = {"Noto Sans"}}));
  fonts.draw(face, 65'535, 50, {40, 80}, page);
  fonts.draw(face, 1'000'000, 50, {40, 80}, page);
  EXPECT_TRUE(is_bare());
}

}  // namespace
}  // namespace octavo::glyphs
