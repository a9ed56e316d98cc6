#include <gtest/gtest.h>

#include "pictures/pictures.h"

namespace octavo::pictures {
namespace {

TEST(palette_png, comes_back_row_for_row) {
  std::string palette;
  for (int color = 0; color < 256; ++color) palette += {static_cast<char>(color), '\0', static_cast<char>(255 - color)};
  constexpr std::uint32_t width = 300;
  // How often each row comes before the next: seldom, often, and just as often as makes a stretch.
  for (const std::vector<std::uint32_t>& counts : {std::vector<std::uint32_t>{1}, {1000}, {3, 200, 1, 1, 64, 63, 65, 2}, {64}, {1, 32, 96}}) {
    std::string indices, expected;
    std::uint32_t height = 0;
    for (const std::uint32_t count : counts) {
      std::string row(width, static_cast<char>(height));
      for (std::size_t x = 0; x < width; x += 7) row[x] = static_cast<char>(x * 11 + height);
      for (std::uint32_t i = 0; i < count; ++i) indices += row;
      height += count;
    }
    for (const char index : indices) expected.append(palette, std::size_t{3} * static_cast<unsigned char>(index), 3);
    const auto pixels = decode(encoded_palette_png(width, height, indices, palette));
    ASSERT_TRUE(pixels);
    EXPECT_EQ(pixels->width, width);
    EXPECT_EQ(pixels->height, height);
    EXPECT_TRUE(pixels->color == expected) << counts.size();
  }
}

TEST(palette_png, takes_little_for_rows_that_are_all_alike) {
  EXPECT_LT(encoded_palette_png(1600, 2560, std::string(std::size_t{1600} * 2560, '\0'), std::string(768, '\0')).size(), 8000u);
}

}  // namespace
}  // namespace octavo::pictures
