#include <gtest/gtest.h>

#include "base/paper.h"
#include "numbered.h"

namespace octavo::sheets {
namespace {

TEST(SideBySide, TwoPagesMakeASheetWide) {
  const Sheets sheets = side_by_side(numbered(3), 2, {400, 600});
  ASSERT_EQ(sheets.sheets.size(), 2u);
  EXPECT_EQ(sheets.sheets[0].size, (base::Size{600, 400}));
  EXPECT_EQ(sheets.sheets[0].label, "1, 2");
  EXPECT_EQ(sheets.sheets[1].label, "3");
  EXPECT_EQ(sheets.places[1], (Place{0, {300, 0}, 1}));
  EXPECT_EQ(sheets.places[2], (Place{1, {0, 0}, 1}));
}

TEST(SideBySide, FourGoAcrossAndThenDown) {
  const Sheets sheets = side_by_side(numbered(4), 4, {300, 400});
  EXPECT_EQ(sheets.sheets[0].size, (base::Size{300, 400}));
  EXPECT_EQ(sheets.places[0], (Place{0, {0, 0}, 0.5f}));
  EXPECT_EQ(sheets.places[1], (Place{0, {150, 0}, 0.5f}));
  EXPECT_EQ(sheets.places[2], (Place{0, {0, 200}, 0.5f}));
  EXPECT_EQ(sheets.places[3], (Place{0, {150, 200}, 0.5f}));
}

TEST(SideBySide, PagesStandInTheMiddleOfTheirPlacesAndAreNeverMadeLarger) {
  const Sheets sheets = side_by_side(numbered(2), 2, {1000, 500});
  EXPECT_EQ(sheets.places[0], (Place{0, {100, 50}, 1}));
  EXPECT_EQ(sheets.places[1], (Place{0, {600, 50}, 1}));
}

TEST(SideBySide, AnyCountKeepsPagesOnTheSheetAndApart) {
  for (const int count : {2, 4, 6, 8, 9, 16}) {
    const Sheets sheets = side_by_side(numbered(static_cast<std::size_t>(count)), count, base::paper("a4").size);
    ASSERT_EQ(sheets.sheets.size(), 1u);
    const auto [width, height] = sheets.sheets[0].size;
    for (std::size_t i = 0; i < sheets.places.size(); ++i) {
      const base::Rect area = sheets.places[i].of(base::Rect{0, 0, 300, 400});
      EXPECT_TRUE(area.x > -0.01 && area.y > -0.01 && area.right() < width + 0.01 && area.bottom() < height + 0.01) << count;
      for (std::size_t other = 0; other < i; ++other) {
        const base::Rect before = sheets.places[other].of(base::Rect{0, 0, 300, 400});
        EXPECT_TRUE(before.right() <= area.x + 0.01 || before.bottom() <= area.y + 0.01 || area.right() <= before.x + 0.01) << count;
      }
    }
  }
}

}  // namespace
}  // namespace octavo::sheets
