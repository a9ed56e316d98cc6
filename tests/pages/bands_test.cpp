#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "pages/page.h"

namespace octavo::pages {
namespace {

std::vector<base::Rect> areas_of(const Page& page) {
  std::vector<base::Rect> areas;
  for (const Fill& band : bands_of(page)) areas.push_back(band.area);
  return areas;
}

using base::Rect;
using testing::ElementsAre;

Fill rule(float y, float height = 10, float x = 50, base::Color color = {}) { return {{x, y, 0.5f, height}, color}; }

Page page_of(std::vector<Item> items) {
  Page page{{432, 648}, "1", {}, {}};
  page.items = std::move(items);
  return page;
}

TEST(Bands, AreWholeHoweverManyLinesStandBesideThem) {
  const auto page = page_of({rule(10), GlyphRun{}, rule(20, 15), GlyphRun{}, rule(35), GlyphRun{}, rule(46)});
  EXPECT_THAT(areas_of(page), ElementsAre(Rect{50, 10, 0.5f, 35}, Rect{}, Rect{}, Rect{50, 46, 0.5f, 10}));
}

TEST(Bands, MayStandSideBySide) {
  const auto page = page_of({rule(10), rule(10, 10, 60), rule(20), rule(20, 10, 60)});
  EXPECT_THAT(areas_of(page), ElementsAre(Rect{50, 10, 0.5f, 20}, Rect{60, 10, 0.5f, 20}, Rect{}, Rect{}));
}

TEST(Bands, OfOtherSidesOrColoursAreOthers) {
  const auto page = page_of({rule(10), rule(20, 10, 50.5f), rule(20, 10, 50, {1, 0, 0})});
  EXPECT_THAT(areas_of(page), ElementsAre(Rect{50, 10, 0.5f, 10}, Rect{50.5f, 20, 0.5f, 10}, Rect{50, 20, 0.5f, 10}));
}

TEST(Bands, EndAtWhatIsDrawnOverThem) {
  const Fill over{{0, 15, 100, 20}, {1, 1, 1}};
  EXPECT_THAT(areas_of(page_of({rule(10), over, rule(20)})), ElementsAre(Rect{50, 10, 0.5f, 10}, over.area, Rect{50, 20, 0.5f, 10}));
  EXPECT_THAT(areas_of(page_of({rule(10), Picture{}, rule(20)})), ElementsAre(Rect{50, 10, 0.5f, 10}, Rect{50, 20, 0.5f, 10}));
}

TEST(Bands, WithRoundCornersAreOneFromTheirHeadToTheirFoot) {
  const auto part = [](float y, bool begins, bool ends) { return Fill{{50, y, 100, 10}, {}, Rule::solid, 4, 0.5f, begins, ends}; };
  const auto bands = bands_of(page_of({part(10, true, false), GlyphRun{}, part(20, false, false), part(30, false, true), part(40, true, true)}));
  ASSERT_EQ(bands.size(), 4u);
  EXPECT_EQ(bands[0], (Fill{{50, 10, 100, 30}, {}, Rule::solid, 4, 0.5f, true, true}));
  EXPECT_EQ(bands[3].area, (Rect{50, 40, 100, 10})) << "another block";
}

TEST(Bands, OfAFrameGoOnOverTheTintInIt) {
  const auto tint = [](float y) { return Fill{{50, y, 100, 10}, {1, 1, 0}, Rule::solid, 4}; };
  const auto frame = [](float y) { return Fill{{50, y, 100, 10}, {}, Rule::solid, 4, 1}; };
  EXPECT_THAT(areas_of(page_of({tint(10), frame(10), GlyphRun{}, tint(20), frame(20)})),
              ElementsAre(Rect{50, 10, 100, 20}, Rect{50, 10, 100, 20}, Rect{}, Rect{}));
}

TEST(Bands, OfBrokenRulesEndWithADash) {
  const auto [drawn, left_out] = dashes_of(Rule::dashed, 1, 100);
  EXPECT_FLOAT_EQ(drawn, 3);
  EXPECT_NEAR(left_out, 2, 0.2f);
  const float turns = (100 - drawn) / (drawn + left_out);
  EXPECT_NEAR(turns, std::round(turns), 1e-3f);
  EXPECT_EQ(dashes_of(Rule::dotted, 1, 100).drawn, 0);
  EXPECT_GT(dashes_of(Rule::dashed, 1, 0).left_out, 0);
}

}  // namespace
}  // namespace octavo::pages
