#include "style/tokens.h"

#include <gtest/gtest.h>

namespace octavo::style {
namespace {

using enum Kind;

struct Case {
  std::string_view css;
  Kind kind;
  std::string_view text;
  double number = 0;
};

class OneToken : public testing::TestWithParam<Case> {};

TEST_P(OneToken, IsReadWhole) {
  const auto& [css, kind, text, number] = GetParam();
  const auto result = tokens(css);
  ASSERT_EQ(result.size(), 1u) << css;
  EXPECT_EQ(result[0].kind, kind) << css;
  EXPECT_EQ(result[0].text, text) << css;
  EXPECT_DOUBLE_EQ(result[0].number, number) << css;
  EXPECT_EQ(result[0].end, css.size()) << css;
}

INSTANTIATE_TEST_SUITE_P(Tokens, OneToken,
                         testing::ValuesIn(std::vector<Case>{
                             {"word", identifier, "word"},
                             {"--accent", identifier, "--accent"},
                             {"-x", identifier, "-x"},
                             {"\\66oo", identifier, "foo"},
                             {"\\66 oo", identifier, "foo"},
                             {"a\\:b", identifier, "a:b"},
                             {"\\\\", identifier, "\\"},
                             {"größe", identifier, "größe"},
                             {"\\110000", identifier, "\xEF\xBF\xBD"},
                             {"\\d800", identifier, "\xEF\xBF\xBD"},
                             {"\xFF", identifier, "\xEF\xBF\xBD"},
                             {"RGB(", function, "rgb"},
                             {"@Media", at_keyword, "media"},
                             {"#a1b2c3", hash, "a1b2c3"},
                             {"#0f0", hash, "0f0"},
                             {"'it\\'s'", string, "it's"},
                             {"\"a\\\nb\"", string, "ab"},
                             {"\"a\\\r\nb\"", string, "ab"},
                             {"\"never closed", string, "never closed"},
                             {"12", Kind::number, "", 12},
                             {"+.5", Kind::number, "", 0.5},
                             {"-1.5e2", Kind::number, "", -150},
                             {"1e99", Kind::number, "", 1e9},
                             {"10.5PT", dimension, "pt", 10.5},
                             {"1e", dimension, "e", 1},
                             {"33%", percentage, "", 33},
                             {"url( a.png )", url, "a.png"},
                             {"url(a b)", bad_url, ""},
                             {"url(never-closed", url, "never-closed"},
                             {"url(", url, ""},
                             {" \t\r\n", white_space, ""},
                             {"<!--", white_space, ""},
                             {"-->", white_space, ""},
                             {">", delimiter, ">"},
                             {"\\", delimiter, "\\"},
                             {"{", open_brace, ""},
                         }));

TEST(Tokens, CommentsSeparateAndVanish) {
  const auto result = tokens("a/* one *//* two */b/* never closed");
  ASSERT_EQ(result.size(), 2u);
  EXPECT_EQ(result[0].text, "a");
  EXPECT_EQ(result[1].text, "b");
}

TEST(Tokens, StringsEndAtTheEndOfTheLine) {
  const auto result = tokens("'a\n;");
  ASSERT_EQ(result.size(), 3u);
  EXPECT_EQ(result[0].kind, bad_string);
  EXPECT_EQ(result[1].kind, white_space);
  EXPECT_EQ(result[2].kind, semicolon);
}

TEST(Tokens, AByteOrderMarkIsNoWord) {
  const auto result = tokens("\xEF\xBB\xBFp");
  ASSERT_EQ(result.size(), 1u);
  EXPECT_EQ(result[0].text, "p");
}

}  // namespace
}  // namespace octavo::style
