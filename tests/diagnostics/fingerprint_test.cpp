#include "diagnostics/fingerprint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "diagnostics/diagnostics.h"

using namespace octavo::diagnostics;
using testing::ElementsAreArray;
using testing::MatchesRegex;

namespace {

// Of findings about every "[[" to "]]" of a note.
std::vector<std::string> of(const std::string& text, const std::string& message = "no such note",
                            const std::string& path = "a.md", Rule rule = Rule::link_missing_note) {
  Sink sink;
  const auto file = sink.sources.add(path, text);
  for (std::size_t at = text.find("[["); at != std::string::npos; at = text.find("[[", at + 1))
    sink.report(rule,
                {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.find("]]", at) + 2)},
                message);
  return fingerprints(sink.sorted(), sink.sources);
}

}  // namespace

TEST(Fingerprint, IsThirtyTwoDigitsThatNeverChange) {
  // Files of known findings hold it: another value would make all of them unknown.
  EXPECT_EQ(of("see [[Ada]]").front(), "b1d72eb65a3d00a9b4cd54a3e0c50c70");
  EXPECT_THAT(of("see [[Ada]]").front(), MatchesRegex("[0-9a-f]{32}"));
}

TEST(Fingerprint, SurvivesMovedLinesOtherWordsOfTheMessageAndFoldedSpace) {
  const auto before = of("see [[Ada]] and [[Charles Babbage]]");
  EXPECT_THAT(of("# New\n\nlines above\n\nsee [[Ada]] and [[Charles Babbage]] and on"),
              ElementsAreArray(before));
  EXPECT_THAT(of("see [[Ada]] and [[Charles Babbage]]", "said otherwise"), ElementsAreArray(before));
  EXPECT_THAT(of("see [[Ada]] and\n[[Charles\n\t Babbage]]"), ElementsAreArray(before));
}

TEST(Fingerprint, DiffersByRuleFileAndWords) {
  std::set<std::string> all = {of("[[Ada]]").front(), of("[[Adb]]").front(),
                               of("[[Ada]]", "no such note", "b.md").front(),
                               of("[[Ada]]", "no such note", "a.md", Rule::link_case).front()};
  EXPECT_EQ(all.size(), 4u);
}

TEST(Fingerprint, TellsLikeFromLikeByTheirOrder) {
  const auto three = of("[[Ada]] [[Ada]] [[Ada]]");
  EXPECT_EQ(std::set<std::string>(three.begin(), three.end()).size(), 3u);
  EXPECT_EQ(of("[[Ada]]").front(), three.front());
  // One less, and the others are as they were.
  const auto two = of("[[Ada]]\n\n[[Ada]]");
  EXPECT_EQ(two, std::vector<std::string>(three.begin(), three.begin() + 2));
}

TEST(Fingerprint, KnowsALongStretchByItsBeginning) {
  const std::string begin = "[[" + std::string(400, 'x');
  EXPECT_EQ(of(begin + "]]"), of(begin + " and more]]"));
  EXPECT_NE(of(begin + "]]"), of("[[y" + begin.substr(2) + "]]"));
}

TEST(Fingerprint, IsMadeOfTheMessageWhereThereAreNoWords) {
  Sink sink;
  const auto file = sink.sources.add("a.md", "text");
  sink.report(Rule::book_empty, {}, "no notes");
  sink.report(Rule::book_empty, {}, "no chapters");
  sink.report(Rule::link_unclosed, {file, 2, 2}, "here");
  sink.report(Rule::link_unclosed, {file, 2, 2}, "there");
  sink.report(Rule::link_unclosed, {file, 900, 1000}, "beyond");
  const auto all = fingerprints(sink.sorted(), sink.sources);
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), 5u);
}
