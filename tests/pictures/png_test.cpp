#include <gtest/gtest.h>

#include "base/deflate.h"
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

struct Form {
  int bits, color;  // PNG, 11.2.2
  bool is_interlaced = false;
};
constexpr int gray = 0, rgb = 2, indexed = 3, gray_alpha = 4;

std::string chunk(const std::string& type, const std::string& data) {
  return big_endian(static_cast<std::uint32_t>(data.size())) + type + data + big_endian(base::crc32(type + data));
}

// Rows as they are packed, each behind the number of its predictor; `chunks` stand before them.
std::string packed(std::uint32_t width, std::uint32_t height, Form form, const std::string& rows, const std::string& chunks = "") {
  const std::string how{static_cast<char>(form.bits), static_cast<char>(form.color), 0, 0, static_cast<char>(form.is_interlaced)};
  base::Deflater deflater;
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", big_endian(width) + big_endian(height) + how) + chunks + chunk("IDAT", deflater.zlib(rows)) + chunk("IEND", "");
}

std::string pixels_of(const std::string& png) {
  const auto pixels = decode(png);
  if (!pixels) return "nothing";
  std::string all;
  for (std::uint32_t y = 0; y < pixels->height; ++y)
    for (std::uint32_t x = 0; x < pixels->width; ++x) all += (all.empty() ? "" : " ") + pixel(*pixels, x, y);
  return all;
}

using namespace std::string_literals;

TEST(png, with_data_that_its_check_sums_deny_is_broken) {
  const std::string whole = with_chunk(encoded_png(quarters(8)), "tEXt", "Comment");
  EXPECT_TRUE(is_whole(whole));
  const auto changed = [&](std::size_t at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    return damaged;
  };
  for (std::size_t at = whole.find("IDAT") + 4; at < whole.size() - 12; ++at) EXPECT_FALSE(is_whole(changed(at))) << at;
  EXPECT_TRUE(is_whole(changed(whole.find("Comment")))) << "which is no part of the picture";
}

TEST(png, of_sixteen_bits_a_sample_has_eight) {
  EXPECT_EQ(pixels_of(packed(2, 1, {16, gray}, "\0\x40\x40\xFF\xFF"s)), "40 ff");
  EXPECT_EQ(pixels_of(packed(1, 1, {16, rgb}, "\0\x10\x10\x20\x20\x30\x30"s)), "102030");
  EXPECT_TRUE(passable_png(packed(2, 1, {16, gray}, "\0\x40\x40\xFF\xFF"s)));
}

TEST(png, of_less_than_a_byte_a_sample_fills_the_range) {
  EXPECT_EQ(pixels_of(packed(4, 1, {1, gray}, "\0\x50"s)), "00 ff 00 ff");
  EXPECT_EQ(pixels_of(packed(4, 1, {2, gray}, "\0\x1B"s)), "00 55 aa ff");
}

TEST(png, with_colours_of_a_palette_may_have_some_that_are_not_seen) {
  const std::string palette = chunk("PLTE", "\xFF\0\0\0\xFF\0\0\0\xFF"s), opacity = chunk("tRNS", "\xFF\x40"s);
  const std::string png = packed(3, 1, {8, indexed}, "\0\0\1\2"s, palette + opacity);
  EXPECT_EQ(pixels_of(png), "ff0000ff 00ff0040 0000ffff");
  EXPECT_FALSE(passable_png(png)) << "a PDF has no such palettes";
  EXPECT_TRUE(passable_png(packed(3, 1, {8, indexed}, "\0\0\1\2"s, palette)));
}

TEST(png, with_one_colour_that_is_not_seen_lets_it_through) {
  EXPECT_EQ(pixels_of(packed(2, 1, {8, gray}, "\0\x40\x80"s, chunk("tRNS", "\0\x80"s))), "40ff 4000");
}

TEST(png, may_be_gray_with_opacity) {
  const std::string png = packed(2, 1, {8, gray_alpha}, "\0\x40\x80\x50\xFF"s);
  EXPECT_EQ(pixels_of(png), "4080 50ff");
  EXPECT_FALSE(passable_png(png));
}

TEST(png, may_come_in_passes) {
  // Adam7 of two pixels square: the first pixel, then the one beside it, then the row below.
  const std::string png = packed(2, 2, {8, gray, true}, "\0\x10\0\x20\0\x30\x40"s);
  EXPECT_EQ(pixels_of(png), "10 20 30 40");
  EXPECT_FALSE(passable_png(png));
}

TEST(png, is_shown_by_its_gamma) {
  EXPECT_EQ(pixels_of(packed(1, 1, {8, gray}, "\0\x40"s, chunk("gAMA", big_endian(45455)))), "40");
  EXPECT_GT(pixels_of(packed(1, 1, {8, gray}, "\0\x40"s, chunk("gAMA", big_endian(100'000)))), "80");
}

TEST(png, that_is_broken_is_nothing) {
  const std::string rows = "\0\x10\x20"s;
  EXPECT_EQ(pixels_of(packed(2, 1, {8, gray}, rows)), "10 20");
  std::string damaged = packed(2, 1, {8, gray}, rows);
  damaged[damaged.size() - 14] ^= 1;  // in the check sum of the rows
  EXPECT_EQ(pixels_of(damaged), "nothing");
  EXPECT_EQ(pixels_of(packed(2, 2, {8, gray}, rows)), "nothing") << "a row is missing";
  EXPECT_EQ(pixels_of(packed(2, 1, {7, gray}, rows)), "nothing");
  EXPECT_EQ(pixels_of(packed(2, 1, {8, indexed}, rows)), "nothing") << "no palette";
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
