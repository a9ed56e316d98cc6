#include <gtest/gtest.h>

#include "pictures/pictures.h"

namespace octavo::pictures {
namespace {

// ISO/IEC 18004, 6.3.3: in three corners a square of 3 by 3 dark modules stands in a white ring and a dark one.
TEST(QrCode, HasItsThreeFinders) {
  const auto code = qr_code("https://example.org/a");
  ASSERT_TRUE(code);
  ASSERT_GE(code->side, 21u);
  EXPECT_EQ((code->side - 17) % 4, 0u);
  ASSERT_EQ(code->dark.size(), code->side * code->side);
  const auto is_finder = [&](std::size_t top, std::size_t left) {
    for (std::size_t row = 0; row < 7; ++row)
      for (std::size_t column = 0; column < 7; ++column) {
        const std::size_t ring = std::min({row, column, 6 - row, 6 - column});
        if (code->dark[(top + row) * code->side + left + column] != (ring != 1)) return false;
      }
    return true;
  };
  EXPECT_TRUE(is_finder(0, 0));
  EXPECT_TRUE(is_finder(0, code->side - 7));
  EXPECT_TRUE(is_finder(code->side - 7, 0));
  EXPECT_FALSE(is_finder(code->side - 7, code->side - 7));
}

TEST(QrCode, IsNotMadeOfWhatNoneCanHold) {
  EXPECT_FALSE(qr_code(""));
  EXPECT_FALSE(qr_code(std::string("a\0b", 3)));
  EXPECT_TRUE(qr_code(std::string(2'331, 'a')));
  EXPECT_FALSE(qr_code(std::string(2'332, 'a')));
}

}  // namespace
}  // namespace octavo::pictures
