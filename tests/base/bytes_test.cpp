#include "base/bytes.h"

#include <gtest/gtest.h>

#include <string>

namespace octavo::base {
namespace {

// Every length and place, for the compiler asks about several bytes at once and about the rest one by one.
TEST(Bytes, FindAByteWhereverItStands) {
  const auto is_it = [](char byte) { return byte == 'x'; };
  for (std::size_t length = 0; length < 70; ++length) {
    std::string text(length, '.');
    EXPECT_FALSE(any_byte(text, is_it));
    for (std::size_t at = 0; at < length; ++at) {
      text[at] = 'x';
      EXPECT_TRUE(any_byte(text, is_it)) << at << " of " << length;
      text[at] = '.';
    }
  }
}

TEST(Bytes, FindTwoInARowWhereverTheyStand) {
  const auto are_they = [](char left, char right) { return (left == 'x') & (right == 'y'); };
  for (std::size_t length = 0; length < 70; ++length) {
    std::string text(length, '.');
    EXPECT_FALSE(any_pair(text, are_they));
    for (std::size_t at = 0; at + 1 < length; ++at) {
      text.replace(at, 2, "xy");
      EXPECT_TRUE(any_pair(text, are_they)) << at << " of " << length;
      text.replace(at, 2, "yx");
      EXPECT_FALSE(any_pair(text, are_they)) << at << " of " << length;
      text.replace(at, 2, "..");
    }
  }
}

TEST(Bytes, TheFirstStandsBesideAZero) {
  EXPECT_TRUE(any_pair("x", [](char left, char right) { return (left == '\0') & (right == 'x'); }));
  EXPECT_FALSE(any_pair("", [](char, char) { return true; }));
}

}  // namespace
}  // namespace octavo::base
