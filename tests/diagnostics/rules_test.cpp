#include "diagnostics/rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

using namespace octavo::diagnostics;

TEST(Rules, AreFoundByTheirIds) {
  EXPECT_EQ(rule_of("link/missing-note"), Rule::link_missing_note);
  EXPECT_EQ(rule_of("pages/overfull"), Rule::pages_overfull);
  EXPECT_EQ(rule_of("link/missing"), std::nullopt);
  EXPECT_EQ(rule_of(""), std::nullopt);
}

TEST(Rules, EachHasAnIdOfItsOwnATitleAndAnExplanation) {
  std::set<std::string_view> ids;
  for (int i = 0; i < static_cast<int>(Rule::count); ++i) {
    const auto rule = static_cast<Rule>(i);
    const RuleFacts& known = facts(rule);
    EXPECT_EQ(rule_of(known.id), rule);
    EXPECT_TRUE(ids.insert(known.id).second) << known.id;
    EXPECT_NE(known.id.find('/'), std::string_view::npos) << known.id;
    EXPECT_FALSE(known.title.empty() || known.title.ends_with('.')) << known.id;
    EXPECT_TRUE(known.explanation.size() > 80 && known.explanation.ends_with('.')) << known.id;
  }
}

TEST(Rules, ABrokenReferenceIsWorseInACheckThanInABuild) {
  for (const Rule rule : {Rule::link_missing_note, Rule::link_missing_heading, Rule::link_missing_block,
                          Rule::embed_missing, Rule::image_missing, Rule::config_missing_chapter}) {
    EXPECT_EQ(facts(rule).severity, Severity::warning);
    EXPECT_TRUE(facts(rule).raised_by_check);
  }
}
