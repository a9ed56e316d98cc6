#include "command/sheets.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace octavo::command {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

std::string only_message(const diagnostics::Sink& sink) {
  const auto all = sink.sorted();
  EXPECT_EQ(all.size(), 1u);
  return all.empty() ? "" : all.front().message;
}

TEST(Sheets, AddedOnesComeAfterOctavosOwn) {
  base::Memory files;
  files.contents = {{"book/a.css", "p { color: red }"}, {"book/css/b.css", "p { orphans: 7 }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_epub = {"a.css", "css/b.css"};
  settings.styles_print = {"css/b.css"};
  EXPECT_THAT(epub_sheet(settings, files, sink), EndsWith("p { color: red }\np { orphans: 7 }"));
  EXPECT_EQ(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 7);
  EXPECT_TRUE(sink.empty());
}

TEST(Sheets, NameNoFileThatTheEbookLacks) {
  base::Memory files;
  files.contents = {{"book/a.css", "@import 'fonts.css' print;\np { background: url(\"paper.png\") }\n/* open"},
                    {"book/b.css", "'*/ q { background: url(ink.png) url(https://example.org/ink.png) }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_epub = {"a.css", "b.css"};
  EXPECT_THAT(epub_sheet(settings, files, sink),
              EndsWith("\n@import url(data:text/css,) print;\np { background: none }\n/* open\n"
                       "'*/ q { background: none url(https://example.org/ink.png) }"));
  const auto findings = sink.sorted();
  ASSERT_EQ(findings.size(), 3u);
  EXPECT_THAT(findings[0].message, HasSubstr("the e-book holds no file \"fonts.css\""));
  const auto named = [&](const diagnostics::Diagnostic& one) {
    return sink.sources.of(one.where.file).text.substr(one.where.begin, one.where.end - one.where.begin);
  };
  EXPECT_EQ(named(findings[1]), "url(\"paper.png\")");
  EXPECT_EQ(named(findings[2]), "url(ink.png)");
}

TEST(Sheets, ThePaperIsWhatTheSheetMayAskFor) {
  base::Memory files;
  files.contents = {{"book/a.css", "@media (paper: letter) { p { orphans: 8 } }"}};
  diagnostics::Sink sink;
  config::Settings settings;
  settings.root = "book";
  settings.styles_print = {"a.css"};
  EXPECT_NE(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 8);
  settings.paper = config::Paper::letter;
  EXPECT_EQ(print_sheet(settings, files, sink).style({.name = "p"}, {}).orphans, 8);
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
    epub_sheet(settings, files, sink);
    EXPECT_THAT(only_message(sink), HasSubstr(message));
  }
}

}  // namespace
}  // namespace octavo::command
