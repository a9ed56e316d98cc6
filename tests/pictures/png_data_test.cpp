#include <gtest/gtest.h>

#include "base/digest.h"
#include "pictures/raster.h"
#include "samples.h"

namespace octavo::pictures {
namespace {

std::string indexed() {
  std::string palette(768, '\0');
  palette[3] = '\xFF';
  return encoded_palette_png(4, 2, std::string("\0\1\0\1\1\0\1\0", 8), palette);
}

// The same file with one byte changed and the check sum of the chunk at `chunk` made right again.
std::string with_byte(std::string png, std::size_t chunk, std::size_t at, char byte) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(png[chunk + i]);
  png[chunk + 8 + at] = byte;
  const std::uint32_t sum = base::crc32(std::string_view(png).substr(chunk + 4, 4 + length));
  for (std::size_t i = 0; i < 4; ++i) png[chunk + 8 + length + i] = static_cast<char>(sum >> (24 - 8 * i));
  return png;
}

TEST(PngData, OfAnOpaquePictureIsWhatTheFileHolds) {
  const std::string file = encoded_png(quarters(8));
  const auto png = passable_png(file);
  ASSERT_TRUE(png);
  EXPECT_EQ(png->width, 8u);
  EXPECT_EQ(png->height, 8u);
  EXPECT_EQ(png->bits, 8);
  EXPECT_EQ(png->channels, 3);
  EXPECT_FALSE(png->is_indexed);
  EXPECT_NE(file.find(png->data), std::string::npos);
}

TEST(PngData, KeepsThePalette) {
  const auto png = passable_png(indexed());
  ASSERT_TRUE(png);
  EXPECT_TRUE(png->is_indexed);
  EXPECT_EQ(png->channels, 1);
  EXPECT_EQ(png->palette.substr(0, 6), std::string("\0\0\0\xFF\0\0", 6));
}

TEST(PngData, IsRefusedWhereOpacityWouldBeLost) {
  Pixels pixels = quarters(8);
  pixels.alpha = std::string(64, '\x40');
  EXPECT_FALSE(passable_png(encoded_png(pixels)));
}

TEST(PngData, IsRefusedWhereItIsSentInPasses) {
  const std::string file = encoded_png(quarters(8));
  constexpr std::size_t header = 8, interlace = 12;
  EXPECT_TRUE(passable_png(with_byte(file, header, interlace, 0)));
  EXPECT_FALSE(passable_png(with_byte(file, header, interlace, 1)));
}

TEST(PngData, IsRefusedWhereAByteIsDamagedOrTheFileEndsTooEarly) {
  const std::string file = encoded_png(quarters(8));
  for (std::size_t at = 0; at < file.size(); ++at) {
    std::string damaged = file;
    damaged[at] ^= 0x20;
    EXPECT_FALSE(passable_png(damaged)) << at;
    EXPECT_FALSE(passable_png(std::string_view(file).substr(0, at))) << at;
  }
}

}  // namespace
}  // namespace octavo::pictures
