#include "diagnostics/rule_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diagnostics/diagnostics.h"

namespace octavo::diagnostics {
namespace {

using testing::ElementsAre;

// A note whose finding of each rule stands at the offset of its number.
struct Told {
  Sink sink{Strictness::check};
  base::FileId note = sink.sources.add("drafts/a.md", "0123456789");

  void find(Rule rule, std::uint32_t at, std::string target = "") {
    sink.report({rule, {note, at, at + 1}, std::to_string(at), "", {}, std::move(target)});
  }
  std::vector<std::string> told() const {
    std::vector<std::string> lines;
    for (const auto& one : sink.sorted()) lines.push_back(std::string(word(one.severity)) + ' ' + one.message);
    return lines;
  }
};

TEST(RuleSettings, NameOneRuleAGroupOrAll) {
  EXPECT_EQ(rules_named("link/case").count(), 1u);
  EXPECT_TRUE(has(rules_named("link/case"), Rule::link_case));
  EXPECT_TRUE(has(rules_named("embed/*"), Rule::embed_cycle));
  EXPECT_FALSE(has(rules_named("embed/*"), Rule::link_case));
  EXPECT_TRUE(rules_named("*").all());
  EXPECT_TRUE(rules_named("link").none());
  EXPECT_TRUE(rules_named("").none());
  EXPECT_TRUE(rules_named("lin/*").none());
  EXPECT_EQ(no_such_rule("link/cas").nearest, "link/case");
}

TEST(RuleSettings, SeveritiesAreTheAuthors) {
  Told book;
  book.find(Rule::link_missing_note, 1);
  book.find(Rule::link_case, 2);
  book.find(Rule::link_ambiguous, 3);
  EXPECT_THAT(book.told(), ElementsAre("error 1", "note 2", "warning 3"));
  book.sink.rules.severities = {{Rule::link_missing_note, Severity::warning}, {Rule::link_case, {}}};
  EXPECT_THAT(book.told(), ElementsAre("warning 1", "warning 3"));
}

TEST(RuleSettings, ExemptWhatFitsAllThatIsSaid) {
  Told book;
  book.find(Rule::link_missing_note, 1, "Todo: later");
  book.find(Rule::link_missing_note, 2, "Ada");
  book.find(Rule::image_missing, 3, "Todo.png");
  const auto without = [&](Exemption one) {
    book.sink.rules.exemptions = {std::move(one)};
    return book.told();
  };
  EXPECT_THAT(without({rules_named("link/*"), {"drafts"}, {"Todo*"}}), ElementsAre("error 2", "error 3"));
  EXPECT_THAT(without({rules_named("*"), {}, {"Todo*"}}), ElementsAre("error 2"));
  EXPECT_THAT(without({rules_named("*"), {"drafts/*.md"}, {}}), ElementsAre());
  EXPECT_THAT(without({rules_named("*"), {"other"}, {"Todo*"}}).size(), 3u);
}

TEST(RuleSettings, SilenceReachesFromItsBeginningToItsEnd) {
  Told book;
  for (std::uint32_t at = 1; at < 8; ++at) book.find(Rule::link_case, at);
  book.find(Rule::link_ambiguous, 3);
  book.sink.silence(rules_named("link/case"), {book.note, 2, 4});
  book.sink.silence(rules_named("link/case"), {book.note, 3, 6});
  EXPECT_THAT(book.told(), ElementsAre("note 1", "warning 3", "note 6", "note 7"));
}

TEST(RuleSettings, WhatPreventsABookIsAlwaysTold) {
  Told book;
  book.find(Rule::text_not_utf8, 1);
  book.sink.rules.exemptions = {{rules_named("*"), {}, {}}};
  book.sink.silence(rules_named("*"), {book.note, 0, 10});
  EXPECT_THAT(book.told(), ElementsAre("error 1"));
}

}  // namespace
}  // namespace octavo::diagnostics
