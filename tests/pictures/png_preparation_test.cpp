#include <gtest/gtest.h>

#include "samples.h"

namespace octavo::pictures {
namespace {

TEST(PngPreparation, LeavesAloneWhatFitsABook) {
  EXPECT_FALSE(prepared(encoded_png(quarters(4))));
  EXPECT_FALSE(prepared(with_profile(encoded_png(quarters(4)), screen_profile()))) << "sRGB by a profile is sRGB";
  EXPECT_FALSE(prepared(with_profile(encoded_png(quarters(4)), "no profile")));
}

TEST(PngPreparation, BringsColoursOfAProfileToThoseOfScreens) {
  Pixels pixels{2, 1, false, std::string("\x80\xC0\x40\xFF\xFF\xFF", 6), {}};
  const auto made = prepared(with_profile(encoded_png(pixels), wide_profile()));
  ASSERT_TRUE(made);
  EXPECT_FALSE(made->is_smaller);
  const auto after = decode(made->bytes);
  ASSERT_TRUE(after);
  EXPECT_EQ(pixel(*after, 0, 0), "56c12e") << "a green that is stronger than the same numbers of sRGB";
  EXPECT_EQ(pixel(*after, 1, 0), "ffffff");
  EXPECT_TRUE(passable_png(made->bytes));
}

TEST(PngPreparation, KeepsOpacity) {
  Pixels pixels{2, 1, false, std::string("\x80\xC0\x40\xFF\x10\xFF", 6), "\x40\xFF"};
  const auto made = prepared(with_profile(encoded_png(pixels), wide_profile()));
  ASSERT_TRUE(made);
  const auto after = decode(made->bytes);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->alpha, pixels.alpha);
}

TEST(PngPreparation, MakesLargePicturesSmaller) {
  constexpr std::uint32_t width = 12'000, height = 8'400;  // 100.8 million
  Pixels pixels{width, height, true, std::string(std::size_t{width} * height, '\x50'), {}};
  const std::string file = encoded_png(pixels);
  pixels = {};
  ASSERT_TRUE(facts(file));
  const auto made = prepared(file);
  ASSERT_TRUE(made);
  EXPECT_TRUE(made->is_smaller);
  const auto known = facts(made->bytes);
  EXPECT_EQ(known->width, 6'000);
  EXPECT_EQ(known->height, 4'200);
  EXPECT_EQ(pixel(*decode(made->bytes), 5'999, 4'199), "50");
}

}  // namespace
}  // namespace octavo::pictures
