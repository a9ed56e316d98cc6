#include "command/sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "command/own_fonts.h"

namespace octavo::command {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string only_message(const diagnostics::Sink& sink) {
  const auto all = sink.sorted();
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? "" : all.front().message;
}

std::vector<std::string> names(const epub::Looks& looks) {
  std::vector<std::string> all;
  for (const epub::StyleSheet& sheet : looks.sheets) all.push_back(sheet.file + (sheet.media.empty() ? "" : " where " + sheet.media));
  return all;
}

TEST(Sheets, AddedOnesComeAfterOctavosOwn) {
  base::Memory files;
  files.contents = {{"book/a.css", "p { color: red }"}, {"book/css/b.css", "p { orphans: 7 }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_epub = {"a.css", "css/b.css"};
  settings.styles_print = {"css/b.css"};
  const epub::Looks looks = epub_looks(settings, files, sink);
  EXPECT_THAT(names(looks), ElementsAre("style.css", "day.css where (prefers-color-scheme: light)",
                                        "night.css where (prefers-color-scheme: dark)", "book1.css", "book2.css"));
  EXPECT_EQ(looks.sheets[3].css, "p { color: red }");
  EXPECT_EQ(looks.sheets[4].css, "p { orphans: 7 }");
  EXPECT_EQ(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 7);
  EXPECT_TRUE(sink.empty());
}

TEST(Sheets, OfTheBookCanTakeThePlaceOfOctavosOwn) {
  base::Memory files;
  files.contents = {{"book/a.css", "p { color: red }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.own_styles_only = true;
  EXPECT_EQ(epub_looks(settings, files, sink).sheets.size(), 3u) << "without one there is nothing to replace them";
  settings.styles_epub = {"a.css"};
  EXPECT_THAT(names(epub_looks(settings, files, sink)), ElementsAre("book1.css"));
}

// Old readers give up a whole sheet, or the book, for one media query or function.
TEST(Sheets, OctavosOwnHoldNothingThatOldReadersCannotParse) {
  diagnostics::Sink sink;
  for (const epub::StyleSheet& sheet : epub_looks({}, base::Memory(), sink).sheets) {
    for (const char* modern : {"@", "(", "::", "!important"})
      EXPECT_EQ(sheet.css.find(modern), std::string::npos) << sheet.file << " has " << modern;
  }
}

TEST(Sheets, BringTheFontsAndPicturesTheyName) {
  const std::string font = std::string("OTTO") + "...", picture = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>";
  base::Memory files;
  files.contents = {{"book/css/a.css", "@font-face { src: url('../type/My%20Face.otf') }\np { background: url(\"paper.svg\"), url(paper.svg#a) }"},
                    {"book/type/My Face.otf", font},
                    {"book/css/paper.svg", picture}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_epub = {"css/a.css"};
  const epub::Looks looks = epub_looks(settings, files, sink);
  EXPECT_TRUE(sink.empty());
  EXPECT_EQ(looks.sheets.back().css, "@font-face { src: url(styles/2.otf) }\np { background: url(styles/1.svg), url(styles/1.svg) }");
  ASSERT_EQ(looks.files.size(), 2u);
  EXPECT_EQ(looks.files[0].media_type, "image/svg+xml");
  EXPECT_EQ(looks.files[1].path, "styles/2.otf");
  EXPECT_EQ(looks.files[1].media_type, "font/otf");
  EXPECT_EQ(looks.files[1].bytes, font);
}

TEST(Sheets, NameNothingElse) {
  base::Memory files;
  files.contents = {{"book/a.css", "@import 'fonts.css' print;\np { background: url(\"paper.png\") url(a.css) }\n"
                                   "q { background: url(../ink.png) url(https://example.org/ink.png) url(data:image/gif;base64,) }"},
                    {"ink.png", "secret"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_epub = {"a.css"};
  const epub::Looks looks = epub_looks(settings, files, sink);
  EXPECT_EQ(looks.sheets.back().css, "@import url(data:text/css,) print;\np { background: none none }\n"
                                     "q { background: none none url(data:image/gif;base64,) }");
  EXPECT_TRUE(looks.files.empty());
  const auto findings = sink.sorted();
  ASSERT_EQ(findings.size(), 5u);
  EXPECT_THAT(findings[0].message, HasSubstr("\"fonts.css\" is no file of the book"));
  EXPECT_EQ(findings[2].message, "\"a.css\" is no font or picture, so it was left out");
  const auto named = [&](const diagnostics::Diagnostic& one) {
    return sink.sources.of(one.where.file).text.substr(one.where.begin, one.where.end - one.where.begin);
  };
  EXPECT_EQ(named(findings[1]), "url(\"paper.png\")");
  EXPECT_EQ(named(findings[4]), "url(https://example.org/ink.png)");
  EXPECT_THAT(findings[4].message, HasSubstr("a book fetches nothing"));
}

// Of a sheet for both books each thing that is missing is told once.
TEST(Sheets, TellOfAMissingFontWhatPrintTells) {
  const std::string css = "@font-face { font-family: A; src: url('gone.woff2') } @font-face { font-family: B; src: url( https://example.org/b.woff2 ) }";
  base::Memory files;
  files.contents = {{"book/css/a.css", css}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_extra = {"css/a.css"};
  glyphs::Fonts fonts;
  add_own_fonts(print_sheet(settings, files, sink), settings, files, fonts, sink);
  const std::size_t told_by_print = sink.sorted().size();
  epub_looks(settings, files, sink);
  EXPECT_EQ(told_by_print, 2u);
  EXPECT_EQ(sink.sorted().size(), 2u);
}

TEST(Sheets, ThePaperIsWhatTheSheetMayAskFor) {
  base::Memory files;
  files.contents = {{"book/a.css", "@media (paper: letter) { p { orphans: 8 } }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_print = {"a.css"};
  EXPECT_NE(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 8);
  settings.print.paper = base::paper("letter");
  EXPECT_EQ(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 8);
}

TEST(Sheets, AThemeComesBetweenOctavosSheetAndTheAuthors) {
  base::Memory files;
  files.contents = {{"book/a.css", "@media (theme: handout) { p { orphans: 8 } }"}, {"book/b.css", "@page { margin-top: 1pt }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  const auto first_page = [&] { return print_sheet(settings, files, sink).page("", style::Side::right, true); };
  const float width_of_octavo = first_page().width;
  settings.theme = config::Theme::handout;
  EXPECT_NEAR(first_page().width, 210 * base::points_per_millimetre, 0.01) << "its own paper";
  settings.print.paper = base::paper("octavo");
  EXPECT_FLOAT_EQ(first_page().width, width_of_octavo) << "the author's choice";
  EXPECT_GT(first_page().margin.top, 1);
  settings.styles_extra = {"a.css", "b.css"};
  EXPECT_FLOAT_EQ(first_page().margin.top, 1);
  EXPECT_EQ(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 8);
}

TEST(Sheets, AThemeKeepsItsMarginsOnAnyPaper) {
  diagnostics::Sink sink;
  config::Settings settings;
  settings.theme = config::Theme::handout;
  const float margin = print_sheet(settings, base::Memory(), sink).page("", style::Side::right, true).margin.left;
  settings.print.paper = base::paper("royal");
  const style::PageStyle page = print_sheet(settings, base::Memory(), sink).page("", style::Side::right, true);
  EXPECT_NEAR(page.width, 156 * base::points_per_millimetre, 0.01);
  EXPECT_FLOAT_EQ(page.margin.left, margin);
}

TEST(Sheets, ExtraOnesAreOfBothBooks) {
  base::Memory files;
  files.contents = {{"book/both.css", "p { orphans: 6 }"}, {"book/print.css", "p { widows: 7 }"}, {"book/epub.css", "p { color: red }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_extra = {"both.css"};
  settings.styles_print = {"print.css"};
  settings.styles_epub = {"epub.css"};
  const style::Computed p = print_sheet(settings, files, sink).style({.name = "p"}, {});
  EXPECT_EQ(p.orphans, 6);
  EXPECT_EQ(p.widows, 7);
  settings.own_styles_only = true;
  const epub::Looks looks = epub_looks(settings, files, sink);
  EXPECT_THAT(names(looks), ElementsAre("book1.css", "book2.css"));
  EXPECT_EQ(looks.sheets[0].css, "p { orphans: 6 }");
  EXPECT_TRUE(sink.empty());
}

TEST(Sheets, EveryThemeKnowsEveryPaper) {
  for (const auto theme : {config::Theme::book, config::Theme::handout, config::Theme::technical, config::Theme::manuscript}) {
    for (const auto& [paper, width] : {std::pair("octavo", 140.0), {"a5", 148.0}, {"a4", 210.0}, {"letter", 215.9}, {"royal", 156.0}}) {
      diagnostics::Sink sink;
      config::Settings settings;
      settings.theme = theme;
      settings.print.paper = base::paper(paper);
      const style::PageStyle page = print_sheet(settings, base::Memory(), sink).page("", style::Side::left, false);
      EXPECT_NEAR(page.width, width * base::points_per_millimetre, 0.01) << static_cast<int>(theme) << ' ' << width;
    }
  }
}

TEST(Sheets, OneThatCannotBeUsedIsReportedAndLeftOut) {
  base::Memory files;
  files.contents = {{"book/latin.css", "p { content: '\xE9' }"}, {"book/folder.css/x", ""}};
  config::Settings settings;
  settings.root = "book";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"folder.css", "cannot read \"book/folder.css\""},
      {"latin.css", "this style sheet is not UTF-8"},
  };
  for (const auto& [sheet, message] : cases) {
    diagnostics::Sink sink;
    settings.styles_epub = {sheet};
    epub_looks(settings, files, sink);
    EXPECT_THAT(only_message(sink), HasSubstr(message));
  }
}

}  // namespace
}  // namespace octavo::command
