#include "base/first_letter.h"

#include <gtest/gtest.h>

#include <string>

namespace octavo::base {
namespace {

// The three parts, apart.
std::string parts(std::string_view text) {
  const FirstLetter found = first_letter(text);
  const auto part = [&](std::size_t begin, std::size_t end) { return std::string(text.substr(begin, end - begin)); };
  return part(found.begin, found.letter) + "|" + part(found.letter, found.end) + "|" + part(found.end, found.after);
}

TEST(FirstLetter, HasThePunctuationBeforeAndAfterIt) {
  EXPECT_EQ(parts("Once"), "|O|");
  EXPECT_EQ(parts("  once"), "|o|");
  EXPECT_EQ(parts("\u201COnce"), "\u201C|O|");
  EXPECT_EQ(parts("\u00AB\u202FUne"), "\u00AB\u202F|U|");
  EXPECT_EQ(parts("(\u2018A.) man"), "(\u2018|A|.)");
  EXPECT_EQ(parts("O\u2019Neil"), "|O|\u2019");
  EXPECT_EQ(parts("1984"), "|1|");
  EXPECT_EQ(parts("\u2014Once"), "|\u2014|") << "a dash is no punctuation here";
}

TEST(FirstLetter, IsOneClusterHoweverManyCharactersItHas) {
  EXPECT_EQ(parts("E\u0301tienne"), "|E\u0301|");
  EXPECT_EQ(parts("\U0001F468\u200D\U0001F469 met"), "|\U0001F468\u200D\U0001F469|");
  const std::string marks = "a" + std::string(4000, '\xCC') ;
  EXPECT_LE(first_letter(marks).end, marks.size()) << "bytes that are no text";
}

TEST(FirstLetter, MayBeMissing) {
  EXPECT_EQ(parts(""), "||");
  EXPECT_EQ(parts(" \n"), "||");
  EXPECT_EQ(parts("\u201C"), "\u201C||");
  EXPECT_EQ(parts("\u2026 and"), "\u2026||");
}

}  // namespace
}  // namespace octavo::base
