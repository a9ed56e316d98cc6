// What rules put into the text.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/counters.h"
#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> first_page(const std::string& text, const std::string& css) {
  const Laid book = laid({{"a.md", "# A\n\n" + text}}, css);
  return book.lines(book.first_page());
}

TEST(Generated, WordsStandBeforeAndAfterWhatIsInALine) {
  EXPECT_THAT(first_page("Say *this* and **that**.\n", "em::before { content: '<' } em::after { content: '>' } strong:before { content: 'not ' }"),
              Contains("Say <this> and not that."));
  EXPECT_THAT(first_page("See [the net](https://example.org/x).\n", "a[href^='https']::after { content: ' <' attr(href) '>' }"),
              Contains("See the net <https://example.org/x>."));
  EXPECT_THAT(first_page("Call `f`.\n", "code::after { content: '()' }"), Contains("Call f()."));
}

TEST(Generated, QuotationMarksFollowLanguageAndDepth) {
  const char* css = "em::before { content: open-quote } em::after { content: close-quote }";
  EXPECT_THAT(first_page("Say *a **_b_** c*.\n", css), Contains("Say \u201Ca \u2018b\u2019 c\u201D."));
  EXPECT_THAT(first_page("Say *a*.\n", std::string(css) + " em { quotes: '\u00AB' '\u00BB' }"), Contains("Say \u00ABa\u00BB."));
}

TEST(Generated, HeadingsCanBeCountedByTheSheet) {
  const char* css =
      "section.chapter { counter-reset: part } section > h2 { counter-increment: part; counter-reset: point } "
      "section > h3 { counter-increment: point } h2::before { content: counter(part, upper-roman) '. ' } h3::before { content: counter(part) '.' counter(point, lower-alpha) ' ' }";
  const auto lines = first_page("## One\n\nText.\n\n### Deep\n\nText.\n\n### Deeper\n\nText.\n\n## Two\n\n### Deep again\n\nText.\n", css);
  for (const char* line : {"I. One", "1.a Deep", "1.b Deeper", "II. Two", "2.a Deep again"}) EXPECT_THAT(lines, Contains(line));
}

TEST(Generated, CountingGoesOnFromChapterToChapter) {
  const Laid book = laid({{"a.md", "# A\n\nText.\n"}, {"b.md", "# B\n\nText.\n"}},
                         "section.chapter { counter-increment: chapter } section.chapter h1::before { content: 'Chapter ' counter(chapter) ': ' }");
  EXPECT_THAT(book.lines(book.first_page()), Contains("Chapter 1: A"));
  EXPECT_THAT(book.lines(book.first_page() + 1), Contains("Chapter 2: B"));
}

TEST(Generated, MarksOfListsAreTheSheets) {
  EXPECT_THAT(first_page("* one\n", "ul { list-style-type: '\u2192' }"), Contains("\u2192one"));
  EXPECT_THAT(first_page("4. four\n5. five\n", "ol { list-style-type: upper-roman }"), Contains("V.five"));
  EXPECT_THAT(first_page("1. a\n   1. b\n", "li::marker { content: counters(list-item, '.') }"), Contains("1.1b"));
  EXPECT_THAT(first_page("* one\n", "li::before { content: 'No. ' }"), Contains("\u2022No. one"));
}

TEST(Generated, BlocksHaveALineOfTheirOwn) {
  const auto lines = first_page("> Quoted.\n", "blockquote::before { content: 'It is said:' } blockquote::after { content: 'Source: ' string(title) }");
  EXPECT_THAT(lines, Contains("It is said:"));
  EXPECT_THAT(lines, Contains("Source: A"));
}

TEST(Generated, CodeFiguresAndDescriptionsHaveThemToo) {
  const auto code = first_page("```\nf();\n```\n", "pre::before { content: 'Listing' } pre::after { content: 'end' }");
  EXPECT_THAT(code, Contains("Listing"));
  EXPECT_THAT(code, Contains("end"));
  const auto figure = first_page("<figure>\n\n> Quoted.\n\n<figcaption>Said.</figcaption>\n</figure>\n", "figure::before { content: 'Figure:' } figure::after { content: 'drawn by nobody' }");
  EXPECT_THAT(figure, Contains("Figure:"));
  EXPECT_THAT(figure, Contains("drawn by nobody"));
  EXPECT_THAT(first_page("<dl><dt>Term</dt><dd>What it is.</dd></dl>\n", "dd::before { content: 'That is:' }"), Contains("That is:"));
}

TEST(Generated, AnItemEndsWithItsLastWords) {
  const char* css = "li::after { content: ' (end)' }";
  EXPECT_THAT(first_page("* one\n* two\n", css), Contains("\u2022two (end)"));
  const auto nested = first_page("* one\n\n  more\n\n  * inner\n\n  last words\n", css);
  EXPECT_THAT(nested, Contains("last words (end)"));
  EXPECT_THAT(nested, Contains(HasSubstr("inner (end)")));
  EXPECT_THAT(nested, Contains("more"));
  EXPECT_THAT(first_page("* one\n  * inner\n", css), Contains("(end)")) << "after a list, a line of its own";
}

TEST(Generated, WhatIsOnlyDecorationHasNoPlaceInTheStructure) {
  for (const bool is_decoration : {false, true}) {
    const Laid book = laid({{"a.md", "# A\n\nText.\n"}}, std::string("h1::before { content: '*' ") + (is_decoration ? "/ ''" : "") + " }");
    bool found = false;
    for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
      if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.starts_with("*")) {
        found = true;
        EXPECT_EQ(static_cast<bool>(run->structure), !is_decoration);
      }
    EXPECT_TRUE(found);
  }
}

TEST(Generated, RowsOfATableAreCounted) {
  const Laid book = laid({{"a.md", "# A\n\n| a |\n|---|\n| b |\n| c |\n| d |\n"}}, "tr:nth-child(even) { background: red } td::before { content: '-' }");
  int grounds = 0;
  const std::size_t page = book.first_page();
  for (const Item& item : book.printed.pages.pages.at(page).items)
    if (const auto* fill = std::get_if<Fill>(&item)) grounds += fill->color == base::Color{1, 0, 0};
  EXPECT_EQ(grounds, 1);
  EXPECT_THAT(book.lines(page), Contains("-c"));
}

TEST(Counters, AreSeenByWhatComesAfterAndWithin) {
  const auto style = [](auto member, std::string name, int by) {
    style::Computed made;
    made.*member = std::make_shared<const std::vector<style::CounterChange>>(1, style::CounterChange{std::move(name), by});
    return made;
  };
  Counters counters;
  const style::Computed plain;
  counters.enter(style(&style::Computed::counter_reset, "a", 3));
  counters.enter(style(&style::Computed::counter_increment, "a", 2));
  EXPECT_EQ(counters.value("a"), 5);
  counters.enter(style(&style::Computed::counter_reset, "a", 7));
  EXPECT_EQ(counters.all("a", ".", style::ListStyle::decimal), "5.7");
  counters.leave();
  EXPECT_EQ(counters.value("a"), 7) << "siblings see it";
  counters.leave();
  EXPECT_EQ(counters.value("a"), 5) << "what is outside does not";
  counters.enter(plain);
  EXPECT_EQ(counters.value("b"), 0);
}

TEST(Counters, HaveTheFormsOfLists) {
  using style::ListStyle;
  EXPECT_EQ(counter_text(ListStyle::lower_alpha, 28), "ab");
  EXPECT_EQ(counter_text(ListStyle::upper_roman, 14), "XIV");
  EXPECT_EQ(counter_text(ListStyle::lower_greek, 18), "\u03C3");
  EXPECT_EQ(counter_text(ListStyle::decimal_leading_zero, 7), "07");
  EXPECT_EQ(counter_text(ListStyle::lower_roman, 0), "0");
  EXPECT_EQ(counter_text(ListStyle::upper_alpha, -3), "-3");
}

}  // namespace
}  // namespace octavo::pages
