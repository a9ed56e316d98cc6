// Small dictionaries in the format of libhyphen.
#include "glyphs/patterns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"

namespace octavo::glyphs {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::uint32_t> points(std::string_view dictionary, std::u32string_view word) {
  return Patterns(dictionary, "test.dic").points(word);
}

TEST(Patterns, OddLevelsDivideAndHigherLevelsWin) {
  EXPECT_THAT(points("UTF-8\na1b\n", U"xxabxxabxx"), ElementsAre(3, 7));
  EXPECT_THAT(points("UTF-8\na1b\na2bx\n", U"xxabxxabyy"), ElementsAre(7));
  EXPECT_THAT(points("UTF-8\na1b\na2bx\na3bxx\n", U"xxabxxabxx"), ElementsAre(3, 7));
}

TEST(Patterns, DotsAreTheEndsOfTheWord) {
  EXPECT_THAT(points("UTF-8\n.abc1\n", U"abcabcabc"), ElementsAre(3));
  EXPECT_THAT(points("UTF-8\n1abc.\n", U"abcabcabc"), ElementsAre(6));
}

TEST(Patterns, EndsOfWordsStayWhole) {
  EXPECT_THAT(points("UTF-8\na1a\n", U"aaaaaaa"), ElementsAre(2, 3, 4));
  EXPECT_THAT(points("UTF-8\nLEFTHYPHENMIN 3\nRIGHTHYPHENMIN 2\na1a\n", U"aaaaaaa"), ElementsAre(3, 4, 5));
  EXPECT_THAT(points("UTF-8\na1a\n", U"aaaa"), IsEmpty());
  EXPECT_THAT(points("UTF-8\na1a\n", U""), IsEmpty());
}

TEST(Patterns, CommentsAndSettingsAreNoPatterns) {
  EXPECT_THAT(points("UTF-8\r\n% a1b\r\n# a1b\r\nNOHYPHEN -,'\r\n\r\nx1y a1b\r\n", U"xxabxyxx"),
              ElementsAre(5));
}

TEST(Patterns, BreaksThatChangeTheSpellingAreNotMade) {
  EXPECT_THAT(points("UTF-8\nf1f/ff=f,1,2\nf1a\n", U"schiffahrt"), ElementsAre(6));
  EXPECT_THAT(points("UTF-8\nf1f\nif1fa/ff=f,2,2\n", U"schiffahrt"), IsEmpty());
}

TEST(Patterns, CompoundsArePartedBeforeTheirPartsAreDivided) {
  const std::string dictionary =
      "UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\n1haus1\nNEXTLEVEL\nu1s\nr1a\n";
  EXPECT_THAT(points(dictionary, U"warabhausbau"), ElementsAre(3, 5, 9))
      << "never u-s, one letter from the seam";
  EXPECT_THAT(points(dictionary, U"warausbau"), ElementsAre(3, 5));
}

TEST(Patterns, ComeInTheCharacterSetOfTheFirstLine) {
  const char32_t german[] = U"xxäßxxx";
  EXPECT_THAT(points("UTF-8\n\xC3\xA4"  // ä
                     "1\xC3\x9F\n",
                     german),
              ElementsAre(3));
  EXPECT_THAT(points("ISO8859-1\n\xE4"
                     "1\xDF\n",
                     german),
              ElementsAre(3));
  EXPECT_THAT(points("KOI8-R\n\xC1"
                     "1\xC2\n",
                     U"ххабххх"),
              ElementsAre(3));
  EXPECT_THAT(points("microsoft-cp1251\n\xE0"
                     "1\xE1\n",
                     U"ххабххх"),
              ElementsAre(3));
  EXPECT_THROW(points("no such set\na1b\n", U"xxabxx"), base::Failure);
}

TEST(Patterns, MayBeAnyBytes) {
  std::string dictionary = "UTF-8\n";
  for (int byte = 0; byte < 256; ++byte) dictionary += static_cast<char>(byte), dictionary += "1a";
  EXPECT_NO_THROW(
      points(dictionary + "\nNEXTLEVEL\nNEXTLEVEL\n/\n1\n.\n" + std::string(1000, '1') + 'a', U"banana"));
  EXPECT_THROW(points("", U"banana"), base::Failure);
}

}  // namespace
}  // namespace octavo::glyphs
