#include <gtest/gtest.h>

#include "numbered.h"
#include "pictures/pictures.h"
#include "set_type.h"

namespace octavo::sheets {
namespace {

class Painted : public testing::Test {
 protected:
  pictures::Pixels pixels(const Sheets& sheets) {
    const std::string root;
    return pictures::decode(painted({pages, sheets, files, root, 72}, 0, fonts)).value();
  }
  // Red, green and blue, one after the other.
  static int dot(const pictures::Pixels& pixels, std::uint32_t x, std::uint32_t y, std::size_t channel = 0) {
    const std::size_t at = std::size_t{y} * pixels.width + x;
    return static_cast<unsigned char>(pixels.gray ? pixels.color[at] : pixels.color[3 * at + channel]);
  }
  glyphs::Fonts fonts;
  base::Memory files;
  pages::Pages pages = numbered(1, {60, 40});
};

TEST_F(Painted, FillsStandWhereTheyDoOnPaper) {
  pages.pages[0].items.push_back(pages::Fill{{10, 10, 20, 5.5f}, {1, 0, 0}});
  const auto seen = pixels(single(pages));
  EXPECT_EQ(seen.width, 60u);
  EXPECT_EQ(seen.height, 40u);
  EXPECT_EQ(dot(seen, 12, 12, 0), 255);
  EXPECT_EQ(dot(seen, 12, 12, 1), 0);
  EXPECT_EQ(dot(seen, 9, 12, 1), 255);
  EXPECT_NEAR(dot(seen, 12, 15, 1), 128, 1) << "half a dot";
}

TEST_F(Painted, RulesAndCornersAreAsOnPaper) {
  auto& items = pages.pages[0].items;
  items.push_back(pages::Fill{{0, 2, 23, 1}, {}, pages::Rule::dashed});
  items.push_back(pages::Fill{{0, 6, 20, 6}, {}, pages::Rule::twofold});
  items.push_back(pages::Fill{{30, 10, 20, 20}, {}, pages::Rule::solid, 10, 0, true, true});
  items.push_back(pages::Fill{{2, 16, 20, 20}, {}, pages::Rule::solid, 4, 1, true, true});
  const auto seen = pixels(single(pages));
  EXPECT_EQ(dot(seen, 1, 2), 0);
  EXPECT_EQ(dot(seen, 3, 2), 255);
  EXPECT_EQ(dot(seen, 22, 2), 0) << "it ends with a dash";
  EXPECT_EQ(dot(seen, 5, 6), 0);
  EXPECT_EQ(dot(seen, 5, 8), 255);
  EXPECT_EQ(dot(seen, 5, 11), 0);
  EXPECT_EQ(dot(seen, 31, 11), 255) << "off the corner";
  EXPECT_EQ(dot(seen, 40, 20), 0);
  EXPECT_LT(dot(seen, 40, 10), 60);
  EXPECT_EQ(dot(seen, 12, 16), 0);
  EXPECT_EQ(dot(seen, 2, 26), 0);
  EXPECT_EQ(dot(seen, 12, 26), 255) << "nothing in a frame";
  EXPECT_EQ(dot(seen, 2, 16), 255);
}

TEST_F(Painted, PagesStandWhereTheyDoOnTheirSheet) {
  pages.pages[0].items.push_back(pages::Fill{{0, 0, 60, 40}, {0, 0, 0}});
  Sheets sheets = single(pages);
  sheets.places[0] = {0, {30, 20}, 0.5f};
  const auto seen = pixels(sheets);
  EXPECT_EQ(dot(seen, 29, 30), 255);
  EXPECT_EQ(dot(seen, 31, 21), 0);
  EXPECT_EQ(dot(seen, 59, 39), 0);
  EXPECT_EQ(dot(seen, 31, 19), 255);
}

TEST_F(Painted, LettersAreInk) {
  set_type(fonts, pages.pages[0], "III", {10, 30});
  const auto seen = pixels(single(pages));
  int darkest = 255;
  for (std::uint32_t x = 10; x < 25; ++x) darkest = std::min(darkest, dot(seen, x, 27));
  EXPECT_LT(darkest, 140);
  EXPECT_EQ(dot(seen, 12, 35), 255) << "nothing below the baseline";
}

TEST_F(Painted, PicturesAreMadeSmallerAsAWhole) {
  pictures::Pixels checks{4, 4, true, std::string("\0\xFF\0\xFF\xFF\0\xFF\0\0\xFF\0\xFF\xFF\0\xFF\0", 16), ""};
  files.contents["a.png"] = pictures::encoded_png(checks);
  pages.pictures.push_back({"a.png", book::AssetKind::png, 2});
  pages.pages[0].items.push_back(pages::Picture{{10, 10, 2, 2}, pages::PictureId(0), {}});
  const auto seen = pixels(single(pages));
  EXPECT_NEAR(dot(seen, 10, 10), 128, 1);
  EXPECT_NEAR(dot(seen, 11, 11), 128, 1);
  EXPECT_EQ(dot(seen, 12, 12), 255);
}

TEST_F(Painted, APictureThatIsNotThereLeavesItsPlaceEmpty) {
  pages.pictures.push_back({"gone.png", book::AssetKind::png, 2});
  pages.pages[0].items.push_back(pages::Picture{{10, 10, 2, 2}, pages::PictureId(0), {}});
  EXPECT_EQ(dot(pixels(single(pages)), 10, 10), 255);
}

}  // namespace
}  // namespace octavo::sheets
