#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "report/report.h"

using namespace octavo;
using diagnostics::Rule;
using diagnostics::Sink;
using testing::HasSubstr;
using testing::Not;

namespace {

// Reports about the first occurrence of `words` in a note of that text.
std::string report_on(std::string text, std::string_view words, report::TextOptions options = {}) {
  Sink sink;
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  const auto file = sink.sources.add("a.md", std::move(text));
  sink.report(Rule::link_missing_note, {file, begin, begin + static_cast<std::uint32_t>(words.size())},
              "no such note");
  return report::text(report::Report(sink), options);
}

// The two lines that show the source and mark the words.
std::string excerpt(std::string text, std::string_view words) {
  const std::string report = report_on(std::move(text), words);
  const std::size_t begin = report.find('\n') + 1;
  return report.substr(begin, report.find('\n', report.find('\n', begin) + 1) + 1 - begin);
}

}  // namespace

TEST(TextReport, SaysNothingOfNothing) { EXPECT_EQ(report::text(report::Report(Sink())), ""); }

TEST(TextReport, ShowsTheLineTheWordsAndTheHelp) {
  Sink sink;
  const auto file = sink.sources.add("people/Ada.md", "# Ada\n\nOn [[Hannbal]] and on.\n");
  sink.report(Rule::link_missing_note, {file, 10, 21}, "no note is called \"Hannbal\"",
              "did you mean \"Hannibal\"?");
  sink.report(Rule::embed_cycle, {file, 0, 1}, "Ada embeds itself", "",
              {"a.md embeds b.md", "b.md embeds a.md"});
  sink.report(Rule::link_case, {file, 25, 28}, "one note");
  sink.report(Rule::link_case, {file, 26, 28}, "another note");
  sink.report(Rule::file_unreadable, {}, "cannot read \"x\": permission denied");
  EXPECT_EQ(report::text(report::Report(sink)), R"(error: cannot read "x": permission denied [file/unreadable]
people/Ada.md:1:1: error: Ada embeds itself [embed/cycle]
    1 | # Ada
      | ^
      a.md embeds b.md
      b.md embeds a.md
people/Ada.md:3:4: warning: no note is called "Hannbal" [link/missing-note]
    3 | On [[Hannbal]] and on.
      |    ^~~~~~~~~~~
      help: did you mean "Hannibal"?
people/Ada.md:3:19: note: one note [link/case]
    3 | On [[Hannbal]] and on.
      |                   ^~~
people/Ada.md:3:20: note: another note [link/case]
    3 | On [[Hannbal]] and on.
      |                    ^~
2 errors, 1 warning, 2 notes
)");
}

TEST(TextReport, MarksByTheColumnsOfATerminal) {
  EXPECT_EQ(excerpt("日本 [[x]] y", "[[x]]"), "    1 | 日本 [[x]] y\n      |      ^~~~~\n");
  EXPECT_EQ(excerpt("see [[日本]] y", "[[日本]]"), "    1 | see [[日本]] y\n      |     ^~~~~~~~\n");
  EXPECT_EQ(excerpt("cafe\u0301 [[x]]", "[[x]]"), "    1 | cafe\u0301 [[x]]\n      |      ^~~~~\n");
  EXPECT_EQ(excerpt("\t-\t[[x]]", "[[x]]"), "    1 | \t-\t[[x]]\n      | \t \t^~~~~\n");
}

TEST(TextReport, MarksTheFirstLineOfSeveral) {
  EXPECT_EQ(excerpt("one two\nthree", "two\nth"), "    1 | one two\n      |     ^~~\n");
  EXPECT_EQ(excerpt("one two\r\nthree", "two\r\nth"), "    1 | one two\n      |     ^~~\n");
}

TEST(TextReport, MarksAPlaceWithoutWords) {
  EXPECT_EQ(excerpt("one", ""), "    1 | one\n      | ^\n");
  Sink sink;
  const auto file = sink.sources.add("a.md", "one\n");
  sink.report(Rule::link_unclosed, {file, 3, 3}, "the line ends");
  EXPECT_THAT(report::text(report::Report(sink)), HasSubstr("    1 | one\n      |    ^\n"));
}

TEST(TextReport, SurvivesSpansBeyondTheText) {
  Sink sink;
  const auto file = sink.sources.add("a.md", "one");
  sink.report(Rule::link_unclosed, {file, 900, 1000}, "beyond");
  EXPECT_THAT(report::text(report::Report(sink)), HasSubstr("    1 | one\n      |    ^\n"));
}

TEST(TextReport, MakesRoomForLongLineNumbers) {
  EXPECT_EQ(excerpt(std::string(123'455, '\n') + "word", "word"), "123456 | word\n       | ^~~~\n");
}

TEST(TextReport, ShowsAWindowOfALongLine) {
  const std::string before(500, 'b'), after(500, 'a');
  EXPECT_EQ(excerpt(before + "[[x]]" + after, "[[x]]"), "    1 | …" + std::string(30, 'b') + "[[x]]" +
                                                            std::string(65, 'a') + "…\n      |  " +
                                                            std::string(30, ' ') + "^~~~~\n");
  EXPECT_EQ(excerpt("[[x]]" + after, "[[x]]"), "    1 | [[x]]" + std::string(95, 'a') + "…\n      | ^~~~~\n");
  EXPECT_EQ(excerpt("b" + after, after),
            "    1 | b" + std::string(99, 'a') + "…\n      |  ^" + std::string(98, '~') + "\n");
}

TEST(TextReport, ShowsALineThatJustFitsWhole) {
  const std::string line = std::string(95, 'a') + "[[x]]";
  EXPECT_EQ(excerpt(line, "[[x]]"), "    1 | " + line + "\n      | " + std::string(95, ' ') + "^~~~~\n");
}

TEST(TextReport, LetsNoControlCharacterThrough) {
  const std::string report = report_on("a \x1b[31m\u202E [[x]] \xFF", "[[x]]");
  EXPECT_THAT(report, Not(HasSubstr("\x1b")));
  EXPECT_THAT(report, HasSubstr("    1 | a \uFFFD[31m\uFFFD [[x]] \uFFFD\n      |          ^~~~~\n"));
  Sink sink;
  sink.report(Rule::file_unreadable, {}, "cannot read \"\x1b]0;\n\"");
  EXPECT_EQ(report::text(report::Report(sink)), "error: cannot read \"\uFFFD]0;\uFFFD\" [file/unreadable]\n1 error\n");
}

TEST(TextReport, IsColoredOnlyIfAsked) {
  EXPECT_THAT(report_on("[[x]]", "[[x]]"), Not(HasSubstr("\x1b")));
  EXPECT_EQ(
      report_on("[[x]]", "[[x]]", {.color = true}),
      "\x1b[1ma.md:1:1: \x1b[0m\x1b[1;35mwarning: \x1b[0m\x1b[1mno such note\x1b[0m [link/missing-note]\n"
      "    1 | [[x]]\n      | \x1b[1;32m^~~~~\x1b[0m\n1 warning\n");
}

TEST(TextReport, TakesNoLongerForALineWithoutEnd) {
  Sink sink;
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "[[x]] e\u0301\u0301\u0301";
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto file = sink.sources.add("a.md", std::move(text));
  for (std::uint32_t at = 0; at < size; at += 13)
    sink.report(Rule::link_missing_note, {file, at, at + 5}, "no such note");
  const auto begin = std::chrono::steady_clock::now();
  const std::string report = report::text(report::Report(sink));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_TRUE(report.ends_with("20000 warnings\n"));
}
