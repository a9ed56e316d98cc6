#include "pdf/bands.h"

#include "press.h"

namespace octavo::pdf {
namespace {

using base::Rect;
using testing::ElementsAre;

pages::Fill rule(float y, float height = 10, float x = 50, base::Color color = {}) { return {{x, y, 0.5f, height}, color}; }

pages::Page page_of(std::vector<pages::Item> items) {
  pages::Page page{{432, 648}, "1", {}, {}};
  page.items = std::move(items);
  return page;
}

TEST(Bands, AreWholeHoweverManyLinesStandBesideThem) {
  const auto page = page_of({rule(10), pages::GlyphRun{}, rule(20, 15), pages::GlyphRun{}, rule(35), pages::GlyphRun{}, rule(46)});
  EXPECT_THAT(bands_of(page), ElementsAre(Rect{50, 10, 0.5f, 35}, Rect{}, Rect{}, Rect{50, 46, 0.5f, 10}));
}

TEST(Bands, MayStandSideBySide) {
  const auto page = page_of({rule(10), rule(10, 10, 60), rule(20), rule(20, 10, 60)});
  EXPECT_THAT(bands_of(page), ElementsAre(Rect{50, 10, 0.5f, 20}, Rect{60, 10, 0.5f, 20}, Rect{}, Rect{}));
}

TEST(Bands, OfOtherSidesOrColoursAreOthers) {
  const auto page = page_of({rule(10), rule(20, 10, 50.5f), rule(20, 10, 50, {1, 0, 0})});
  EXPECT_THAT(bands_of(page), ElementsAre(Rect{50, 10, 0.5f, 10}, Rect{50.5f, 20, 0.5f, 10}, Rect{50, 20, 0.5f, 10}));
}

TEST(Bands, EndAtWhatIsDrawnOverThem) {
  const pages::Fill over{{0, 15, 100, 20}, {1, 1, 1}};
  EXPECT_THAT(bands_of(page_of({rule(10), over, rule(20)})), ElementsAre(Rect{50, 10, 0.5f, 10}, over.area, Rect{50, 20, 0.5f, 10}));
  EXPECT_THAT(bands_of(page_of({rule(10), pages::Picture{}, rule(20)})), ElementsAre(Rect{50, 10, 0.5f, 10}, Rect{50, 20, 0.5f, 10}));
}

}  // namespace
}  // namespace octavo::pdf
