#include <gtest/gtest.h>

#include <random>

#include "base/files.h"
#include "sheet.h"

namespace octavo::style {
namespace {

TEST(Cascade, StrongerSelectorsWinThenLaterRules) {
  const Document document;
  const auto orphans = [&](std::string_view css) { return styled(css, document.last).orphans; };
  EXPECT_EQ(orphans("p { orphans: 3 } p { orphans: 4 }"), 4);
  EXPECT_EQ(orphans(".last { orphans: 3 } p { orphans: 4 }"), 3);
  EXPECT_EQ(orphans("#end { orphans: 3 } section p.last { orphans: 4 }"), 3);
  EXPECT_EQ(orphans("p { orphans: 3; orphans: 4 }"), 4);
  EXPECT_EQ(orphans("#end, p { orphans: 3 } .last { orphans: 4 }"), 3);
  EXPECT_EQ(orphans("p { orphans: 3 !important } #end { orphans: 4 }"), 3);
  EXPECT_EQ(orphans("p { orphans: 3 ! IMPORTANT } #end { orphans: 4 !important }"), 4);
}

TEST(Cascade, LaterSheetsWinOverEarlierOnes) {
  const Document document;
  diagnostics::Sink sink;
  auto cascade = sheet("@media print { p { orphans: 3; widows: 3 } }");
  cascade.add("@media (theme: book) { p { orphans: 4 } } @media screen { p { widows: 4 } }", {}, sink);
  EXPECT_EQ(styled(cascade, document.first).orphans, 4);
  EXPECT_EQ(styled(cascade, document.first).widows, 3);
}

TEST(Cascade, WithoutRulesAllIsInitial) {
  const Document document;
  auto style = styled("", document.html);
  style.border_color = {};
  EXPECT_EQ(style, Computed{});
}

TEST(Cascade, WhatCssInheritsIsInheritedAndNothingElse) {
  const Document document;
  const auto style = styled(
      "section { font: italic 700 20pt/1.5 Lato; text-indent: 1em; orphans: 5; margin: 9pt; padding: 9pt; "
      "display: run-in;"
      " break-before: page; columns: 2; background: red; page: x; content: 'x'; width: 9pt; vertical-align: "
      "super } p { font-size: 10pt }",
      document.first);
  EXPECT_TRUE(style.italic);
  EXPECT_EQ(style.orphans, 5);
  EXPECT_FLOAT_EQ(style.text_indent, 20);  // computed where it was declared
  EXPECT_FLOAT_EQ(style.line_height, 15);  // the factor, not the length
  EXPECT_EQ(style.margin, Sides{});
  EXPECT_EQ(style.padding, Sides{});
  EXPECT_EQ(style.display, Display::block);
  EXPECT_EQ(style.break_before, Break::automatic);
  EXPECT_EQ(style.column_count, 1);
  EXPECT_FALSE(style.background);
  EXPECT_EQ(style.page, "");
  EXPECT_FALSE(style.content);
  EXPECT_EQ(style.width + style.rise, 0);
}

TEST(Cascade, LineHeightsWithUnitsAreInheritedAsLengths) {
  const Document document;
  for (const std::string_view height : {"150%", "1.5em", "30pt"})
    EXPECT_FLOAT_EQ(
        styled("section { font-size: 20pt; line-height: " + std::string(height) + " } p { font-size: 10pt }",
               document.first)
            .line_height,
        30)
        << height;
}

TEST(Cascade, RemIsOfTheRoot) {
  const Document document;
  EXPECT_FLOAT_EQ(styled(":root { font-size: 11pt } p { font-size: 2rem }", document.first).font_size, 22);
  EXPECT_FLOAT_EQ(styled("html { font-size: 2rem; text-indent: 1rem }", document.html).text_indent, 20);
}

TEST(Cascade, KnowsEveryWordOfTheBuiltInSheet) {
  EXPECT_EQ(notes(base::Disk().read(OCTAVO_SOURCE "/styles/print.css")), std::vector<std::string>{});
}

// ---- any bytes
// ----------------------------------------------------------------------------------------------------------

void survive(std::string_view css) {
  const Document document;
  diagnostics::Sink sink;
  const auto file = sink.sources.add("x.css", std::string(css));
  Cascade cascade;
  cascade.add(css, file, sink);
  for (const auto* element : {&document.html, &document.title, &document.last}) {
    const auto style = styled(cascade, *element);
    ASSERT_GE(style.font_size, 1);
    ASSERT_GT(style.line_height, 0);
    ASSERT_LE(style.font_size, 1000);
  }
  for (const auto side : {Side::left, Side::right}) {
    const auto page = cascade.page("x", side, true);
    ASSERT_GE(page.width - page.margin.left - page.margin.right, 35.9f);
    ASSERT_GE(page.height - page.margin.top - page.margin.bottom, 35.9f);
  }
  for (const auto& one : sink.sorted()) ASSERT_LE(one.where.end, css.size());
}

TEST(Cascade, NoBytesAreTooStrange) {
  std::mt19937 random(8);
  static constexpr std::string_view pieces[] = {
      "p",    "*",     ".first", "#end", "{",           "}",       "(",     ")",          "[",
      "]",    ":",     ";",      ",",    "@media",      "@page",   "print", "font-size",  "--x",
      "var(", "calc(", "1e9",    "-",    "+",           "/",       "*",     "pt",         "em",
      "\"",   "'",     "\\",     "/*",   "*/",          "\n",      " ",     "!important", "\xFF",
      "\0",   "url(",  "margin", "size", "line-height", "inherit", "<!--",  "#fff",       "9",
      ">",    "~",     ":not(",  "and",  "not",         "theme",   "1lh"};
  for (int round = 0; round < 3000; ++round) {
    std::string css;
    for (auto count = random() % 60; count > 0; --count) css += pieces[random() % std::size(pieces)];
    survive(css);
    std::string noise;
    for (auto count = random() % 80; count > 0; --count) noise += static_cast<char>(random());
    survive(noise);
  }
}

TEST(Cascade, NestingOfAnyDepthIsBounded) {
  for (const std::string_view piece : {"{",
                                       "(",
                                       "[",
                                       "p{",
                                       "@media print{",
                                       "@media (",
                                       "@page{",
                                       "a(",
                                       "p{a:",
                                       "p{margin:calc(",
                                       ":not(",
                                       "p{color:var(--x,",
                                       "p ",
                                       "p>",
                                       "p,",
                                       "p{--x:var(",
                                       "p{font-size:(",
                                       "/*",
                                       "\\",
                                       "@media not "}) {
    std::string css;
    for (int i = 0; i < 100000; ++i) css += piece;
    survive(css);
  }
  std::string chain, doubling = ":root{--v0:1pt}";
  for (int i = 0; i < 20000; ++i)
    chain += ":root{--v" + std::to_string(i) + ":var(--v" + std::to_string(i + 1) + ")}";
  for (int i = 1; i < 60; ++i) {
    const auto before = "var(--v" + std::to_string(i - 1) + ")";
    doubling += ":root{--v" + std::to_string(i) + ":" + before + " " + before + "}";
  }
  survive(chain + "p{margin:var(--v0)}");
  survive(doubling + "p{margin:var(--v59)}");
}

}  // namespace
}  // namespace octavo::style
