#include "pdf/objects.h"

#include <gtest/gtest.h>

#include <limits>

namespace octavo::pdf {
namespace {

TEST(Tokens, NumbersHaveAtMostThreeDecimalsAndNoExponent) {
  const struct {
    double value;
    const char* text;
  } cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {0.0004, "0"},
      {-0.0004, "0"},
      {0.0005, "0.001"},
      {1.5, "1.5"},
      {-1.25, "-1.25"},
      {0.05, "0.05"},
      {12.340, "12.34"},
      {1e6, "1000000"},
      {1e-9, "0"},
      {-0.001, "-0.001"},
      {0.9996, "1"},
      {841.8898, "841.89"},
      {1e300, "1000000000000"},
      {std::numeric_limits<double>::quiet_NaN(), "0"},
      {std::numeric_limits<double>::infinity(), "0"},
  };
  for (const auto& [value, text] : cases) EXPECT_EQ(Tokens().number(value).bytes(), text) << value;
}

TEST(Tokens, ASpaceStandsOnlyWhereTwoTokensWouldRunTogether) {
  EXPECT_EQ(Tokens("/Length").integer(5).put("/Type/XObject").bytes(), "/Length 5/Type/XObject");
  EXPECT_EQ(Tokens("[").numbers({0, 0, 432.5, -1}).put("]").bytes(), "[0 0 432.5 -1]");
  EXPECT_EQ(Tokens("/P").reference({7}).put("/K[").reference({8}).reference({9}).put("]").bytes(),
            "/P 7 0 R/K[8 0 R 9 0 R]");
  EXPECT_EQ(Tokens().number(1).put("Td\n").number(2).bytes(), "1 Td\n2");
  EXPECT_EQ(Tokens("/Contents").literal("a").integer(1).bytes(), "/Contents(a)1");
}

TEST(Tokens, NamesWriteIrregularCharactersAsNumbers) {
  EXPECT_EQ(Tokens().name("ABCDEF+Vollkorn-Regular").bytes(), "/ABCDEF+Vollkorn-Regular");
  EXPECT_EQ(Tokens().name("a b#(c)").bytes(), "/a#20b#23#28c#29");
}

TEST(Tokens, LiteralStringsEscapeBracketsAndCarriageReturns) {
  EXPECT_EQ(Tokens().literal("a(b)c\\d\re").bytes(), "(a\\(b\\)c\\\\d\\re)");
}

TEST(Tokens, TextIsAsciiOrUtf16) {
  EXPECT_EQ(Tokens().text("Plain (text)").bytes(), "(Plain \\(text\\))");
  EXPECT_EQ(Tokens().text("é").bytes(), "<FEFF00E9>");
  EXPECT_EQ(Tokens().text("a😀").bytes(), "<FEFF0061D83DDE00>");
  EXPECT_EQ(Tokens().text("tab\t").bytes(), "<FEFF0074006100620009>");
  EXPECT_EQ(Tokens().utf16("fi", Tokens::Mark::without).bytes(), "<00660069>");
}

}  // namespace
}  // namespace octavo::pdf
