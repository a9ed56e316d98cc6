#include "pages/forecast.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

std::string prose(int sentences) {
  std::string text;
  for (int index = 0; index < sentences; ++index) text += "The river was high that spring, and nobody in the town had seen it so before. ";
  return text;
}

TEST(forecast, knows_the_pages_that_are_cut) {
  const auto source = resolve::resolved({{"a.md", "# A\n\n" + prose(4)}, {"b.md", "# B\n\n" + prose(4)}});
  Forecast forecast(source.book);
  Section section;
  section.kind = SectionKind::chapter;
  section.chapter = book::ChapterId(0);
  section.opening = Opening::recto;
  section.galley.resize(1);
  section.galley[0].anchors = {{source.book.chapters[0].anchor, 0}};
  PageCut cut;
  cut.columns.push_back({});
  cut.columns[0].strips = {{0, 0, false}};
  forecast.learn(section, {cut, PageCut{}, PageCut{}});
  EXPECT_EQ(forecast.label(source.book.chapters[0].anchor), "1");
  // The second is as long as the first, which took three pages.
  EXPECT_EQ(forecast.label(source.book.chapters[1].anchor), "4");
}

// On a real layout: the forecast of a chapter's page, made before any page is cut, has as many digits as the page.
TEST(forecast, has_as_many_digits_as_the_page) {
  std::map<std::string, std::string> notes;
  for (int index = 10; index < 40; ++index) {
    const std::string name = "note" + std::to_string(index);
    notes[name + ".md"] = "# " + name + "\n\n" + prose(60) + "\n\n" + prose(20);
  }
  const Laid book = laid(notes);
  const Forecast forecast(book.source.book);
  int right = 0;
  for (const book::Chapter& chapter : book.source.book.chapters)
    right += forecast.label(chapter.anchor).size() == book.printed.folios.label(chapter.anchor).size();
  EXPECT_GE(right, 27);
}

}  // namespace
}  // namespace octavo::pages
