#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "report/report.h"
#include "told.h"

namespace octavo::report {
namespace {

using base::JsonValue;
using diagnostics::Rule;
using testing::HasSubstr;

JsonValue run_of(const Report& report) {
  const base::Json json = base::read_json(sarif(report));
  EXPECT_TRUE(json.value) << json.wrong_at;
  EXPECT_EQ(json.value->at("version")->text, "2.1.0");
  return json.value->at("runs")->items.at(0);
}

const JsonValue& place(const JsonValue& result) {
  return *result.at("locations")->items.at(0).at("physicalLocation");
}

const std::string& uri(const JsonValue& result) {
  return place(result).at("artifactLocation")->at("uri")->text;
}

TEST(SarifReport, SaysOfEveryRuleWhatItIs) {
  const JsonValue run = run_of(Report(diagnostics::Sink()));
  const auto& rules = run.at("tool")->at("driver")->at("rules")->items;
  ASSERT_EQ(rules.size(), static_cast<std::size_t>(Rule::count));
  const JsonValue& first = rules.at(0);
  EXPECT_EQ(first.at("id")->text, "link/missing-note");
  EXPECT_EQ(first.at("name")->text, "LinkMissingNote");
  EXPECT_EQ(first.at("shortDescription")->at("text")->text, "A link to a note that does not exist.");
  EXPECT_EQ(first.at("defaultConfiguration")->at("level")->text, "error") << "as check has it";
  EXPECT_EQ(first.at("properties")->at("tags")->items.at(1).text, "link");
  EXPECT_THAT(first.at("help")->at("markdown")->text, HasSubstr("\"link/missing-note\" = \"off\""));
  EXPECT_THAT(rules.at(1).at("help")->at("markdown")->text, HasSubstr("\\[\\[Note\\#Heading\\]\\]"));
  for (const JsonValue& rule : rules) {
    EXPECT_LE(rule.at("fullDescription")->at("text")->text.size(), 1024u) << "GitHub takes no more";
    EXPECT_EQ(rule.at("help")->at("markdown")->text.find("= \"off\"") == std::string::npos,
              prevents_book(*diagnostics::rule_of(rule.at("id")->text)));
  }
}

TEST(SarifReport, OfNothingIsARunThatSucceeded) {
  const JsonValue run = run_of(Report(diagnostics::Sink()));
  EXPECT_TRUE(run.at("results")->items.empty());
  EXPECT_TRUE(run.at("invocations")->items.at(0).at("executionSuccessful")->truth);
  EXPECT_EQ(run.at("originalUriBaseIds"), nullptr);
}

TEST(SarifReport, PointsAtTheWords) {
  const Told told;
  const Report report(told.sink, "my notes");
  const JsonValue run = run_of(report);
  EXPECT_EQ(run.at("columnKind")->text, "unicodeCodePoints");
  const JsonValue& result = run.at("results")->items.at(1);
  EXPECT_EQ(result.at("ruleId")->text, "link/missing-note");
  EXPECT_EQ(result.at("ruleIndex")->text, "0");
  EXPECT_EQ(result.at("level")->text, "error");
  EXPECT_EQ(uri(result), "my%20notes/a.md");
  const JsonValue& region = *place(result).at("region");
  EXPECT_EQ(region.at("startLine")->text, "3");
  EXPECT_EQ(region.at("startColumn")->text, "6");
  EXPECT_EQ(region.at("endLine")->text, "3");
  EXPECT_EQ(region.at("endColumn")->text, "17");
  EXPECT_EQ(region.at("snippet")->at("text")->text, "[[Hannbal]]");
  EXPECT_EQ(result.at("partialFingerprints")->at("octavo/v1")->text, report.fingerprints[1]);
}

TEST(SarifReport, HasAPlaceForWhatIsAboutNoFile) {
  const Told told;
  const JsonValue run = run_of(Report(told.sink, "notes"));
  const JsonValue& result = run.at("results")->items.at(0);
  EXPECT_EQ(uri(result), "notes/book.toml");
  EXPECT_EQ(place(result).at("region")->at("startLine")->text, "1");
}

TEST(SarifReport, EscapesPathsAndWhatMessagesHoldByChance) {
  const Told told;
  const JsonValue run = run_of(Report(told.sink));
  const JsonValue& result = run.at("results")->items.at(3);
  EXPECT_EQ(uri(result), "people/Gr%C3%BCn%2C%20C%23%3A%20100%25.md");
  EXPECT_EQ(result.at("message")->at("text")->text, "\x1b\\[2J caf\uFFFD {{0}} \\[x\\](y)\r\n\"<&>'.")
      << "neither an argument nor a link";
  EXPECT_EQ(run.at("results")->items.at(1).at("message")->at("text")->text,
            "no note is called \"Hannbal\".\nhelp: [[Hannibal]]")
      << "brackets that are no link stay";
  EXPECT_EQ(run.at("results")->items.at(2).at("message")->at("text")->text,
            "it embeds itself.\na.md embeds b.md\n50% :: c");
}

TEST(SarifReport, OffersFixesFileByFile) {
  const Told told;
  const JsonValue run = run_of(Report(told.sink));
  EXPECT_EQ(run.at("results")->items.at(2).at("fixes"), nullptr);
  const auto& changes = run.at("results")->items.at(1).at("fixes")->items.at(0).at("artifactChanges")->items;
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].at("artifactLocation")->at("uri")->text, "a.md");
  const JsonValue& replacement = changes[0].at("replacements")->items.at(0);
  EXPECT_EQ(replacement.at("deletedRegion")->at("startColumn")->text, "8");
  EXPECT_EQ(replacement.at("deletedRegion")->at("endColumn")->text, "15");
  EXPECT_EQ(replacement.at("insertedContent")->at("text")->text, "Hannibal");
}

TEST(SarifReport, AFolderElsewhereIsItsOwnBase) {
  const Told told;
  const JsonValue run = run_of(Report(told.sink, "/home/ada/my notes"));
  EXPECT_EQ(run.at("originalUriBaseIds")->at("%SRCROOT%")->at("uri")->text, "file:///home/ada/my%20notes/");
  EXPECT_EQ(uri(run.at("results")->items.at(1)), "a.md");
}

TEST(SarifReport, IsNoCopyOfTheBook) {
  diagnostics::Sink sink;
  const auto file = sink.sources.add("a.md", std::string(2000, 'x'));
  sink.report(Rule::content_unsupported, {file, 0, 2000}, "a long listing");
  EXPECT_EQ(place(run_of(Report(sink)).at("results")->items.at(0)).at("region")->at("snippet"), nullptr);
}

}  // namespace
}  // namespace octavo::report
