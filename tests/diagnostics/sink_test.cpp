#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "diagnostics/diagnostics.h"

using namespace octavo::diagnostics;
using testing::ElementsAre;

namespace {

std::ptrdiff_t count(const Sink& sink, Severity severity) {
  return std::ranges::count(sink.sorted(), severity, &Diagnostic::severity);
}

std::vector<std::string> messages(const Sink& sink) {
  std::vector<std::string> result;
  for (const Diagnostic& one : sink.sorted()) result.push_back(one.message);
  return result;
}

}  // namespace

TEST(Sink, SortsByFilePlaceAndRule) {
  Sink sink;
  const auto b = sink.sources.add("b.md", "text");
  const auto a = sink.sources.add("a.md", "text");
  sink.report(Rule::link_case, {b, 0, 1}, "6");
  sink.report(Rule::link_case, {a, 2, 3}, "5");
  sink.report(Rule::link_case, {a, 1, 3}, "4");
  sink.report(Rule::link_case, {a, 1, 2}, "3");
  sink.report(Rule::link_missing_note, {a, 1, 2}, "2");
  sink.report(Rule::book_empty, {}, "1");
  EXPECT_THAT(messages(sink), ElementsAre("1", "2", "3", "4", "5", "6"));
}

TEST(Sink, DropsExactRepeatsAndNothingElse) {
  Sink sink;
  const auto file = sink.sources.add("a.md", "text");
  sink.report(Rule::link_case, {file, 0, 1}, "a");
  sink.report(Rule::link_case, {file, 0, 1}, "b");
  sink.report(Rule::link_case, {file, 0, 1}, "a");
  sink.report(Rule::link_case, {file, 0, 1}, "a", "write it so");
  sink.report(Rule::link_case, {file, 0, 1}, "a", "", {"and here"});
  EXPECT_THAT(messages(sink), ElementsAre("a", "a", "a", "b"));
  EXPECT_EQ(count(sink, Severity::note), 4);
}

TEST(Sink, ACheckRaisesWhatABuildLetsPass) {
  Sink build(Strictness::build), check(Strictness::check);
  for (Sink* sink : {&build, &check}) {
    sink->report(Rule::link_missing_note, {}, "a");
    sink->report(Rule::link_ambiguous, {}, "b");
    sink->report(Rule::link_case, {}, "c");
    sink->report(Rule::config_invalid, {}, "d");
  }
  EXPECT_EQ(count(build, Severity::error), 1);
  EXPECT_EQ(count(build, Severity::warning), 2);
  EXPECT_EQ(count(build, Severity::note), 1);
  EXPECT_EQ(count(check, Severity::error), 2);
  EXPECT_EQ(count(check, Severity::warning), 1);
  EXPECT_EQ(count(check, Severity::note), 1);
}
