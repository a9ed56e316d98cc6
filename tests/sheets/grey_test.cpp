#include "base/grey.h"

#include <gtest/gtest.h>

#include "numbered.h"

namespace octavo::sheets {
namespace {

TEST(Grey, IsAsLightAsTheColour) {
  EXPECT_EQ(base::grey_of({0.25f, 0.25f, 0.25f}), 0.25f);
  EXPECT_NEAR(base::grey_of({1, 1, 0.999f}), 1, 0.001);
  // Shares of the light of sRGB: 0.2126, 0.7152, 0.0722; as lcms2 has them, 127, 220 and 76 of 255.
  EXPECT_NEAR(base::grey_of({1, 0, 0}), 127 / 255.f, 0.003);
  EXPECT_NEAR(base::grey_of({0, 1, 0}), 220 / 255.f, 0.003);
  EXPECT_NEAR(base::grey_of({0, 0, 1}), 76 / 255.f, 0.003);
}

TEST(Grey, TakesAllThingsOnAPage) {
  pages::Pages pages = numbered(1);
  const base::Color red{1, 0, 0};
  pages.pages[0].items = {pages::Fill{{}, red}, pages::Frame{{}, 1, red, {}}, pages::Stroke{{}, 1, red, {}}, pages::GlyphRun{.color = red}, pages::Picture{}};
  pages.pictures.push_back({"red.png", book::AssetKind::png});
  turn_grey(pages);
  const float grey = base::grey_of(red);
  const base::Color wanted{grey, grey, grey};
  EXPECT_EQ(std::get<pages::Fill>(pages.pages[0].items[0]).color, wanted);
  EXPECT_EQ(std::get<pages::Frame>(pages.pages[0].items[1]).color, wanted);
  EXPECT_EQ(std::get<pages::Stroke>(pages.pages[0].items[2]).color, wanted);
  EXPECT_EQ(std::get<pages::GlyphRun>(pages.pages[0].items[3]).color, wanted);
  EXPECT_TRUE(pages.pictures[0].in_grey);
}

}  // namespace
}  // namespace octavo::sheets
