#include <gtest/gtest.h>

#include <algorithm>

#include "base/unicode.h"

using namespace octavo::base;

namespace {

std::vector<std::string> sorted(std::string_view language, std::vector<std::string> words) {
  const Collator collator(language);
  std::sort(words.begin(), words.end(), [&](const std::string& left, const std::string& right) {
    return collator.key(left) < collator.key(right);
  });
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST(Collator, SortsByTheRulesOfTheLanguage) {
  EXPECT_EQ(sorted("en", {"zebra", "Ångström", "apple", "Zoo"}),
            (Words{"Ångström", "apple", "zebra", "Zoo"}));
  EXPECT_EQ(sorted("sv", {"Ångström", "zebra", "apple"}), (Words{"apple", "zebra", "Ångström"}));
  EXPECT_EQ(sorted("de", {"Zebra", "Ähre", "Affe", "Ader"}), (Words{"Ader", "Affe", "Ähre", "Zebra"}));
}

TEST(Collator, CountsNumbersByValueAndIgnoresSignsAtTheHead) {
  EXPECT_EQ(sorted("en", {"GPT-10", "GPT-4", "“Attention Is All You Need”", "Bell", "2001", "42"}),
            (Words{"42", "2001", "“Attention Is All You Need”", "Bell", "GPT-4", "GPT-10"}));
}

TEST(Collator, GivesOnlyEqualTextsEqualKeys) {
  const Collator collator("en");
  EXPECT_NE(collator.key("“Ada”"), collator.key("Ada"));
  EXPECT_EQ(collator.key("Ada"), collator.key("Ada"));
  EXPECT_NE(collator.key(""), collator.key("."));
}

TEST(Collator, KnowsTheLetterOfTheGroup) {
  struct Case {
    std::string language, word, initial;
  };
  const std::vector<Case> cases = {
      {"en", "apple", "A"},    {"en", "Ångström", "A"},
      {"sv", "Ångström", "Å"}, {"en", "“Attention”", "A"},
      {"en", "42", "#"},       {"en", "", "#"},
      {"en", "…", "#"},        {"en", "Ωmega", "Ω"},
      {"en", "άλφα", "Α"},     {"ru", "борщ", "Б"},
      {"ru", "Amazon", "A"},   {"en", ".NET", "N"},
      {"de", "Übung", "U"},    {"not a language", "apple", "A"},
  };
  for (const Case& one : cases) EXPECT_EQ(Collator(one.language).initial(one.word), one.initial) << one.word;
}

TEST(Collator, KeepsTheWordsOfALetterTogether) {
  for (const std::string language : {"en", "de", "ru", "zh", "ja", "hu", "el"}) {
    const Collator collator(language);
    Words seen;
    for (const std::string& word :
         sorted(language, {"Amazon", "阿里", "Борщ", "άλφα", "42", "Alpha", "äther", "北京", "Cs", "Bell",
                           "あ", "Αθήνα", "Baidu", "§ 5", "азбука", "か"})) {
      const std::string initial = collator.initial(word);
      if (seen.empty() || seen.back() != initial) seen.push_back(initial);
    }
    Words unique = seen;
    std::sort(unique.begin(), unique.end());
    EXPECT_EQ(std::adjacent_find(unique.begin(), unique.end()), unique.end()) << language;
  }
}
