#include "base/unicode.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace octavo::base;

namespace {

struct Case {
  std::string from, to;
};

}  // namespace

TEST(Unicode, ComposesWhatIsDecomposed) {
  EXPECT_EQ(nfc("Cafe\u0301"), "Café");
  EXPECT_EQ(nfc("plain"), "plain");
  EXPECT_EQ(nfc("\u1112\u1161\u11AB"), "한");
}

TEST(Unicode, FoldsNamesForComparison) {
  const std::vector<Case> cases = {
      {"Ada Lovelace", "ada lovelace"}, {"  Ada\t \nLovelace ", "ada lovelace"},
      {"CAFE\u0301", "café"},           {"Straße", "strasse"},
      {"ΣΊΣΥΦΟΣ", "σίσυφοσ"},           {"Σίσυφος", "σίσυφοσ"},
      {"a\u00A0b\u2003c", "a b c"},     {"", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(folded(one.from), one.to) << one.from;
}

TEST(Unicode, FoldingTwiceIsFoldingOnce) {
  for (const std::string text : {"Straße ΐ ǰ İstanbul", "ﬁn \u0345\u0301", "A\u030A", "\xFF\xFE bad"}) {
    EXPECT_EQ(folded(folded(text)), folded(text)) << text;
  }
}

TEST(Unicode, MakesSlugsAsGitHubDoes) {
  const std::vector<Case> cases = {
      {"See Also", "see-also"},
      {"What's new in 2.0?", "whats-new-in-20"},
      {"C & C++", "c--c"},
      {"snake_case - and-dash", "snake_case---and-dash"},
      {"Über den Wolken", "über-den-wolken"},
      {"日本語 テスト", "日本語-テスト"},
      {"हिन्दी", "हिन्दी"},
      {"🙂", ""},
      {"...", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(slug(one.from), one.to) << one.from;
}

TEST(Unicode, TakesMarksOffLettersOnlyWhereTheyAreMarks) {
  EXPECT_EQ(unmarked("Ångström"), "angstrom");
  EXPECT_EQ(unmarked("Erdős"), "erdos");
  EXPECT_EQ(unmarked("Ada"), "ada");
  EXPECT_EQ(unmarked("हिन्दी"), "हिन्दी");
  EXPECT_EQ(unmarked("が"), "が");
}

TEST(Unicode, RaisesCaseByLanguage) {
  EXPECT_EQ(upper("straße", "de"), "STRASSE");
  EXPECT_EQ(upper("istanbul", "tr"), "İSTANBUL");
  EXPECT_EQ(upper("istanbul", "en"), "ISTANBUL");
}

TEST(Unicode, KnowsLettersOfWordsWithSpacesBetween) {
  for (const char32_t letter : {U'a', U'\u00DF', U'\u0436', U'\u05D0', U'\u0627'}) EXPECT_TRUE(is_of_spaced_word(letter));
  for (const char32_t other : {U'-', U'1', U' ', U'\u4E2D', U'\u3042', U'\u0E01'}) EXPECT_FALSE(is_of_spaced_word(other));
}

TEST(Unicode, KnowsCapitals) {
  for (const char32_t letter : {U'A', U'\u00C4', U'\u0416'}) EXPECT_TRUE(is_capital(letter));
  for (const char32_t other : {U'a', U'\u00DF', U'1', U'(', U'\u4E2D'}) EXPECT_FALSE(is_capital(other));
}

TEST(Unicode, TrimsEveryKindOfWhiteSpace) {
  EXPECT_EQ(trimmed(" \t\u00A0a b\u3000\n"), "a b");
  EXPECT_EQ(trimmed("日本"), "日本");
  EXPECT_EQ(trimmed(" \u2003 "), "");
  EXPECT_TRUE(is_blank(""));
  EXPECT_TRUE(is_blank(" \u00A0\u200B\u00AD\uFEFF\n"));
  EXPECT_FALSE(is_blank("\u200B."));
  EXPECT_EQ(trimmed("a\x80\x80"), "a\x80\x80");
}
