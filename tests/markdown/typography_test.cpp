#include "markdown/typography.h"

#include <gtest/gtest.h>

#include "read.h"

namespace octavo::markdown {
namespace {

struct TypeCase {
  std::string language, source, expected;
};

TEST(Typography, SetsQuotesByLanguage) {
  const std::vector<TypeCase> cases = {
      {"en", "\"He said 'no'.\"", "“He said ‘no’.”"},
      {"en-GB", "\"a\"", "“a”"},
      {"de", "\"Er sagte 'nein'.\"", "„Er sagte ‚nein‘.“"},
      {"de-CH", "\"a\"", "«a»"},
      {"fr", "\"Il dit 'non'\" : l'eau", "«\u202FIl dit “non”\u202F» : l’eau"},
      {"es", "\"a 'b'\"", "«a “b”»"},
      {"it", "\"l'acqua\"", "«l’acqua»"},
      {"nl", "\"'s avonds\"", "“’s avonds”"},
      {"sv", "\"a 'b'\"", "”a ’b’”"},
      {"da", "\"a\"", "»a«"},
      {"pl", "\"a 'b'\"", "„a «b»”"},
      {"ru", "\"а 'б'\"", "«а „б“»"},
      {"tlh", "\"a\"", "“a”"},
  };
  for (const TypeCase& one : cases)
    EXPECT_EQ(read_line(one.source, one.language), one.expected) << one.language;
}

TEST(Typography, KnowsApostrophesFromQuotes) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"don't, dogs' and '90s", "don’t, dogs’ and ’90s"},
      {"rock 'n' roll, 'tis so", "rock ’n’ roll, ’tis so"},
      {"'word' ('word') 'don't'", "‘word’ (‘word’) ‘don’t’"},
      {"\"'Twice,' he said\"", "“‘Twice,’ he said”"},
      {"(\"a\") [\"b\"] \"c\"; \"d\"", "(“a”) [“b”] “c”; “d”"},
      {"\"word\"---\"word\"", "“word”—“word”"},
      {"\"word---\" he", "“word—” he"},
      {"'90' and '1984'", "‘90’ and ‘1984’"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_line(source), expected) << source;
}

TEST(Typography, SeesThroughMarksLinksAndCalls) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"\"*word*\" *\"word\"* **\"**a**\"**", "“*word*” *“word”* **“**a**”**"},
      {"\"[[Note]]\" [[it|'s']]", "“[Note](-> [[Note]])” [‘s’](-> [[it]])"},
      {"\"`code`\" it`s`'s", "“`code`” it`s`’s"},
      {"Ada*'s* and [[Ada]]'s", "Ada*’s* and [Ada](-> [[Ada]])’s"},
      {"\"a\\\nb\"", "“a\\nb”"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_line(source), expected) << source;
}

TEST(Typography, SetsDashesAndEllipses) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"1--2, a---b ... c", "1–2, a—b … c"},
      {"a – b — c …", "a – b — c …"},
      {"a ---- b ..", "a ---- b .."},
      {"\\-- \\-\\-- \\... a.\\.\\.", "-- --- ... a..."},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_line(source), expected) << source;
}

TEST(Typography, LeavesCodeFormulasAddressesAndEscapesAlone) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"`\"a\" -- ...`", "`\"a\" -- ...`"},
      {"$\"a\" -- b$", "$\"a\" -- b$"},
      {"https://e.org/a--b...c'd", "[https://e.org/a--b...c'd](-> https://e.org/a--b...c'd)"},
      {"\\\"a\\\" \\'b\\' &quot;c&quot;", "\"a\" 'b' \"c\""},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_line(source), expected) << source;
}

TEST(Typography, FollowsTheLanguageOfTheNote) {
  EXPECT_EQ(read_note("---\nlanguage: de\n---\n\"a\"").dump(), "paragraph \"„a“\"\n");
}

}  // namespace
}  // namespace octavo::markdown
