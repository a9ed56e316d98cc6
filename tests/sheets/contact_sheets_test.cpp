#include <gtest/gtest.h>

#include <set>

#include "base/paper.h"
#include "numbered.h"

namespace octavo::sheets {
namespace {

std::vector<std::string> words_on(const pages::Page& page) {
  std::vector<std::string> result;
  for (const pages::Item& item : page.items)
    if (const auto* run = std::get_if<pages::GlyphRun>(&item)) result.emplace_back(run->text);
  return result;
}

TEST(ContactSheets, SpreadsStandSideBySideTheFirstPageOnTheRight) {
  glyphs::Fonts fonts;
  pages::Pages pages = numbered(5);
  const Sheets sheets = contact_sheets(pages, {}, "Engines", base::paper("a4").size, fonts);
  ASSERT_EQ(sheets.sheets.size(), 1u);
  EXPECT_GT(sheets.sheets[0].size.width, sheets.sheets[0].size.height);
  ASSERT_EQ(pages.pages.size(), 6u);
  const auto area = [&](std::size_t page) { return sheets.places[page].of(base::Rect{0, 0, 300, 400}); };
  EXPECT_NEAR(area(1).right(), area(2).x, 0.01);
  EXPECT_NEAR(area(1).y, area(2).y, 0.01);
  EXPECT_GT(area(1).x, area(0).right());
  const auto words = words_on(pages.pages[5]);
  EXPECT_EQ(std::set(words.begin(), words.end()).count("2\u20133"), 1u);
  EXPECT_EQ(std::set(words.begin(), words.end()).count("no loose lines"), 1u);
}

TEST(ContactSheets, HoldAllPagesOfALongBookApart) {
  glyphs::Fonts fonts;
  for (const base::Size size : {base::Size{397, 612}, base::Size{612, 397}, base::Size{595, 842}}) {
    pages::Pages pages = numbered(101, size);
    const Sheets sheets = contact_sheets(pages, {}, "Engines", base::paper("letter").size, fonts);
    EXPECT_GT(sheets.sheets.size(), 3u);
    EXPECT_EQ(pages.pages.size(), 101 + sheets.sheets.size());
    for (std::size_t i = 0; i < 101; ++i) {
      const base::Rect area = sheets.places[i].of(base::Rect{0, 0, size.width, size.height});
      EXPECT_TRUE(area.x >= 0 && area.y >= 0 && area.right() <= 792 && area.bottom() <= 612 - 30) << i;
      for (std::size_t other = 0; other < i; ++other) {
        if (sheets.places[other].sheet != sheets.places[i].sheet) continue;
        const base::Rect before = sheets.places[other].of(base::Rect{0, 0, size.width, size.height});
        EXPECT_TRUE(before.right() <= area.x + 0.1 || area.right() <= before.x + 0.1 || before.bottom() <= area.y + 0.1) << other << " and " << i;
      }
    }
  }
}

TEST(ContactSheets, WhatIsFoundIsFramedAndCounted) {
  glyphs::Fonts fonts;
  pages::Pages pages = numbered(3);
  const Sheets sheets = contact_sheets(pages, {{Fault::loose_line, 1, {20, 100, 200, 10}}}, "Engines", base::paper("a4").size, fonts);
  const base::Rect wanted = sheets.places[1].of(base::Rect{20, 100, 200, 10});
  bool is_framed = false;
  for (const pages::Item& item : pages.pages[3].items)
    if (const auto* frame = std::get_if<pages::Frame>(&item))
      is_framed |= std::abs(frame->area.x - wanted.x) < 1 && std::abs(frame->area.bottom() - wanted.bottom()) < 1 && frame->area.height < 10;
  EXPECT_TRUE(is_framed);
  const auto words = words_on(pages.pages[3]);
  EXPECT_NE(std::ranges::find(words, "1 loose line"), words.end());
}

TEST(ContactSheets, SayHowMuchOfAllThatWasFoundIsOnThem) {
  glyphs::Fonts fonts;
  pages::Pages pages = numbered(60);
  const base::Rect line{20, 100, 200, 10};
  const Sheets sheets = contact_sheets(pages, {{Fault::loose_line, 1, line}, {Fault::loose_line, 2, line}, {Fault::loose_line, 59, line}}, "Engines",
                                       base::paper("a4").size, fonts);
  const auto first = words_on(pages.pages[60]), second = words_on(pages.pages[61]), last = words_on(pages.pages.back());
  EXPECT_NE(std::ranges::find(first, "2 of 3 loose lines"), first.end());
  EXPECT_NE(std::ranges::find(second, "none of 3 loose lines"), second.end());
  EXPECT_NE(std::ranges::find(last, "1 of 3 loose lines"), last.end());
}

}  // namespace
}  // namespace octavo::sheets
