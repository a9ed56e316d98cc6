#include <gtest/gtest.h>

#include "base/digest.h"
#include "samples.h"

namespace octavo::pictures {
namespace {

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(number >> shift & 255);
  return bytes;
}

// The picture with another size written into its header, checksum and all.
std::string claiming(std::string png, std::uint32_t width, std::uint32_t height) {
  png.replace(16, 8, big_endian(width) + big_endian(height));
  return png.replace(29, 4, big_endian(base::crc32(std::string_view(png).substr(12, 17))));
}

TEST(png, tells_its_size) {
  const auto known = facts(encoded_png(quarters(6)));
  ASSERT_TRUE(known);
  EXPECT_EQ(known->kind, Kind::png);
  EXPECT_EQ(known->width, 6);
  EXPECT_EQ(known->height, 6);
}

TEST(png, comes_back_as_it_was_written) {
  const Pixels before = quarters(4);
  const auto after = decode(encoded_png(before));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->width, 4u);
  EXPECT_EQ(after->color, before.color);
  EXPECT_FALSE(after->gray);
  EXPECT_TRUE(after->alpha.empty());
}

TEST(png, keeps_opacity_apart_from_colour) {
  Pixels before = quarters(2);
  before.alpha = std::string("\xFF\x80\x01\x00", 4);
  const auto after = decode(encoded_png(before));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->alpha, before.alpha);
  EXPECT_EQ(pixel(*after, 0, 0), "ff0000ff");
  EXPECT_EQ(pixel(*after, 1, 0), "00ff0080");
}

TEST(png, without_colours_is_gray) {
  const Pixels before{3, 1, true, std::string("\x00\x7F\xFF", 3), {}};
  const auto after = decode(encoded_png(before));
  ASSERT_TRUE(after);
  EXPECT_TRUE(after->gray);
  EXPECT_EQ(after->color, before.color);

  Pixels faint = before;
  faint.alpha = "\xFF\x10\x20";
  const auto still_faint = decode(encoded_png(faint));
  ASSERT_TRUE(still_faint);
  EXPECT_TRUE(still_faint->gray);
  EXPECT_EQ(still_faint->alpha, faint.alpha);
}

TEST(png, of_absurd_size_is_refused) {
  const std::string png = encoded_png(quarters(2));
  EXPECT_TRUE(facts(claiming(png, 2, 2)));
  EXPECT_TRUE(facts(claiming(png, 20'000, 20'000)));
  EXPECT_FALSE(facts(claiming(png, 20'000, 20'001)));
  EXPECT_FALSE(decode(claiming(png, 10'000, 10'001))) << "more than may be in memory at once";
  EXPECT_FALSE(facts(claiming(png, 1'000'000, 1)));
  EXPECT_FALSE(facts(claiming(png, 0, 2)));
  EXPECT_FALSE(decode(claiming(png, 60'000, 60'000)));
}

}  // namespace
}  // namespace octavo::pictures
