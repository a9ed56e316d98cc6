#include "base/utf8.h"

#include <gtest/gtest.h>

#include <vector>

using namespace octavo::base;

TEST(Utf8, CodePointsOfEveryLengthComeBackAsTheyWent) {
  for (const char32_t code_point : {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800', U'日', U'\xD7FF',
                                    U'\xE000', U'\xFFFF', U'\x10000', U'🙂', U'\x10FFFF'}) {
    std::string text;
    append(text, code_point);
    const Decoded decoded = decode(text, 0);
    EXPECT_EQ(decoded.code_point, code_point);
    EXPECT_EQ(decoded.length, text.size());
    EXPECT_EQ(first_bad_byte(text), std::nullopt);
  }
}

TEST(Utf8, WhatIsNoCharacterIsAppendedAsTheReplacement) {
  std::string text;
  append(text, 0xD800);
  append(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, FindsTheFirstBadByte) {
  const std::vector<std::pair<std::string, std::optional<std::size_t>>> cases = {
      {"", std::nullopt},
      {"plain", std::nullopt},
      {"naïve 日本 🙂", std::nullopt},
      {"ab\xFF", 2},
      {"caf\xE9 au lait", 3},    // Latin-1
      {"\x80", 0},               // a continuation alone
      {"a\xC0\x80", 1},          // overlong, two bytes
      {"a\xE0\x80\x80", 1},      // overlong, three
      {"a\xF0\x80\x80\x80", 1},  // overlong, four
      {"a\xED\xA0\x80", 1},      // a surrogate
      {"a\xF4\x90\x80\x80", 1},  // above U+10FFFF
      {"a\xE6\x97", 1},          // cut off
      {"a\xF5\x80\x80\x80", 1},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(first_bad_byte(text), expected) << text;
}

TEST(Utf8, ABadByteIsOneReplacementAndTheNextByteGetsItsChance) {
  EXPECT_EQ(code_points("a\xE6\x97z"), U"a\uFFFD\uFFFDz");
  EXPECT_EQ(length_in_code_points("\xFF\xFEz"), 3u);
}

TEST(Utf8, CountsAndConvertsCodePoints) {
  EXPECT_EQ(length_in_code_points("日本🙂e\u0301"), 5u);
  EXPECT_EQ(encoded(code_points("日本🙂é")), "日本🙂é");
}
