#include <gtest/gtest.h>

#include "numbered.h"

namespace octavo::sheets {
namespace {

constexpr float mm = base::points_per_millimetre;

TEST(Trimmed, PagesStandInTheMiddleOfLargerSheets) {
  pages::Pages pages = numbered(2);
  const Sheets sheets = trimmed(pages, {.bleed = 9});
  ASSERT_EQ(sheets.sheets.size(), 2u);
  EXPECT_EQ(sheets.sheets[1].size, (base::Size{318, 418}));
  EXPECT_EQ(sheets.sheets[1].trim, (base::Rect{9, 9, 300, 400}));
  EXPECT_EQ(sheets.sheets[1].label, "2");
  EXPECT_EQ(sheets.places[1], (Place{1, {9, 9}, 1}));
  EXPECT_EQ(pages.pages.size(), 2u);
}

TEST(Trimmed, MarksAreInLineWithTheEdgesAndOutsideOfTheBleed) {
  for (const float bleed : {0.f, 3 * mm, 6 * mm}) {
    pages::Pages pages = numbered(1);
    const Sheets sheets = trimmed(pages, {bleed, true});
    ASSERT_EQ(pages.pages.size(), 2u);
    EXPECT_EQ(sheets.places[1], (Place{0, {0, 0}, 1}));
    const base::Rect trim = *sheets.sheets[0].trim;
    const base::Rect outer{trim.x - bleed, trim.y - bleed, trim.width + 2 * bleed, trim.height + 2 * bleed};
    ASSERT_EQ(pages.pages[1].items.size(), 8u);
    for (const pages::Item& item : pages.pages[1].items) {
      const auto& [from, to] = std::tie(std::get<pages::Stroke>(item).points[0], std::get<pages::Stroke>(item).points[1]);
      EXPECT_TRUE(from.x == to.x ? from.x == trim.x || from.x == trim.right() : from.y == trim.y || from.y == trim.bottom());
      for (const base::Point& end : {from, to}) {
        EXPECT_TRUE(end.x <= outer.x || end.x >= outer.right() || end.y <= outer.y || end.y >= outer.bottom()) << end.x << " " << end.y;
        EXPECT_TRUE(end.x >= 0 && end.x <= sheets.sheets[0].size.width && end.y >= 0 && end.y <= sheets.sheets[0].size.height);
      }
    }
  }
}

TEST(Trimmed, WhatTouchesAnEdgeGoesOnBeyondIt) {
  pages::Pages pages = numbered(1);
  auto& items = pages.pages[0].items;
  items = {pages::Fill{{0, 0, 300, 50}, {}}, pages::Fill{{20, 100, 260, 50}, {}}, pages::Fill{{290, 390, 10, 10}, {}}};
  trimmed(pages, {.bleed = 9});
  EXPECT_EQ(std::get<pages::Fill>(items[0]).area, (base::Rect{-9, -9, 318, 59}));
  EXPECT_EQ(std::get<pages::Fill>(items[1]).area, (base::Rect{20, 100, 260, 50}));
  EXPECT_EQ(std::get<pages::Fill>(items[2]).area, (base::Rect{290, 390, 19, 19}));
}

}  // namespace
}  // namespace octavo::sheets
