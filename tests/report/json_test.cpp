#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "base/json.h"
#include "report/report.h"
#include "told.h"

namespace octavo::report {
namespace {

using base::JsonValue;
using testing::ElementsAre;

JsonValue read(const Report& report) {
  const base::Json json = base::read_json(report::json(report));
  EXPECT_TRUE(json.value) << json.wrong_at;
  return json.value.value_or(JsonValue());
}

TEST(JsonReport, TellsAFindingWithAllThatIsKnownOfIt) {
  const Told told;
  const Report report(told.sink, "notes");
  const JsonValue json = read(report);
  EXPECT_EQ(json.at("version")->text, "1");
  const JsonValue& finding = json.at("findings")->items.at(1);
  EXPECT_THAT(finding.keys, ElementsAre("rule", "severity", "message", "path", "start", "end", "target",
                                        "suggestion", "related", "fix", "fingerprint"));
  EXPECT_EQ(finding.at("rule")->text, "link/missing-note");
  EXPECT_EQ(finding.at("severity")->text, "error");
  EXPECT_EQ(finding.at("path")->text, "notes/a.md");
  EXPECT_EQ(finding.at("start")->at("line")->text, "3");
  EXPECT_EQ(finding.at("start")->at("column")->text, "6") << "in code points, not bytes";
  EXPECT_EQ(finding.at("start")->at("offset")->text, "11");
  EXPECT_EQ(finding.at("end")->at("column")->text, "17");
  EXPECT_EQ(finding.at("target")->text, "Hannbal");
  EXPECT_EQ(finding.at("suggestion")->text, "[[Hannibal]]");
  EXPECT_EQ(finding.at("fingerprint")->text, report.fingerprints[1]);
  const auto& fix = finding.at("fix")->items;
  ASSERT_EQ(fix.size(), 2u);
  EXPECT_EQ(fix[0].at("text")->text, "Hannibal");
  EXPECT_EQ(fix[0].at("start")->at("offset")->text, "13");
  EXPECT_EQ(fix[1].at("path")->text, "notes/people/Grün, C#: 100%.md");
  EXPECT_EQ(fix[1].at("text")->text, "");
}

TEST(JsonReport, LeavesOutWhatThereIsNotAndCounts) {
  const Told told;
  Report report(told.sink);
  report.known = 7;
  const JsonValue json = read(report);
  EXPECT_THAT(json.at("findings")->items.at(0).keys,
              ElementsAre("rule", "severity", "message", "related", "fix", "fingerprint"));
  EXPECT_EQ(json.at("findings")->items.at(2).at("related")->items.at(0).text, "a.md embeds b.md");
  const JsonValue& summary = *json.at("summary");
  EXPECT_EQ(summary.at("errors")->text, "3");
  EXPECT_EQ(summary.at("warnings")->text, "0");
  EXPECT_EQ(summary.at("notes")->text, "1");
  EXPECT_EQ(summary.at("known")->text, "7");
}

TEST(JsonReport, TellsMessagesUnchangedButForBrokenBytes) {
  const Told told;
  EXPECT_EQ(read(Report(told.sink)).at("findings")->items.at(3).at("message")->text,
            "\x1b[2J caf\uFFFD {0} [x](y)\r\n\"<&>'");
}

TEST(JsonReport, SaysThatNothingWasFound) {
  const JsonValue json = read(Report(diagnostics::Sink()));
  EXPECT_TRUE(json.at("findings")->items.empty());
  EXPECT_EQ(json.at("summary")->at("errors")->text, "0");
}

TEST(Formats, TakeTimeInProportion) {
  diagnostics::Sink sink;
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "[[Ünknown]] ";  // one line of a megabyte
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto file = sink.sources.add("a.md", std::move(text));
  for (std::uint32_t at = 0; at < size; at += 13)
    sink.report(diagnostics::Rule::link_missing_note, {file, at, at + 12}, "no such note");
  sink.report(diagnostics::Rule::link_missing_note, {file, 0, size}, "everything");
  const Report report(sink);
  for (const Format format : {Format::json, Format::sarif, Format::github, Format::junit}) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_GT(written(report, format).size(), size);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  }
}

}  // namespace
}  // namespace octavo::report
