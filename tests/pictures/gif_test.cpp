#include <gtest/gtest.h>

#include "samples.h"

namespace octavo::pictures {
namespace {

TEST(gif, has_the_colours_of_its_palette) {
  const std::string bytes = gif({.pixels = {1, 2, 3, 0}});
  const auto known = facts(bytes);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->kind, Kind::gif);
  EXPECT_EQ(known->width, 2);
  const auto pixels = decode(bytes);
  ASSERT_TRUE(pixels);
  EXPECT_TRUE(pixels->alpha.empty());
  EXPECT_EQ(pixel(*pixels, 0, 0), "ff0000");
  EXPECT_EQ(pixel(*pixels, 1, 0), "00ff00");
  EXPECT_EQ(pixel(*pixels, 0, 1), "0000ff");
  EXPECT_EQ(pixel(*pixels, 1, 1), "000000");
}

TEST(gif, may_have_a_colour_that_is_none) {
  const auto pixels = decode(gif({.transparent = 2, .pixels = {1, 2, 3, 0}}));
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixel(*pixels, 0, 0), "ff0000ff");
  EXPECT_EQ(pixel(*pixels, 1, 0), "ff000000");  // of the color seen last
}

TEST(gif, shows_a_frame_where_it_stands_on_the_screen) {
  const auto pixels = decode(gif({.width = 4, .height = 3, .left = 1, .top = 1, .pixels = {1, 2, 3, 1}}));
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixel(*pixels, 0, 0), "ffffff00");
  EXPECT_EQ(pixel(*pixels, 1, 1), "ff0000ff");
  EXPECT_EQ(pixel(*pixels, 2, 2), "ff0000ff");
  EXPECT_EQ(pixel(*pixels, 3, 2), "ff000000");
}

TEST(gif, drops_what_hangs_over_the_edge) {
  const auto pixels = decode(gif({.left = 1, .top = 1, .pixels = {1, 2, 3, 1}}));
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixel(*pixels, 1, 1), "ff0000ff");
  EXPECT_EQ(pixel(*pixels, 0, 1), "ffffff00");
  const auto beside = decode(gif({.left = 100, .top = 0, .pixels = {1, 2, 3, 1}}));
  ASSERT_TRUE(beside);
  EXPECT_EQ(pixel(*beside, 1, 1), "ff00");
}

TEST(gif, interlaced_has_its_rows_in_order) {
  // The file has rows 0, 8, 4, 2, 6, 1, 3, 5, 7 of a picture of nine.
  const auto pixels = decode(gif({.width = 1,
                                  .height = 9,
                                  .frame_width = 1,
                                  .is_interlaced = true,
                                  .pixels = {0, 1, 2, 3, 1, 0, 2, 3, 1}}));
  ASSERT_TRUE(pixels);
  std::string column;
  for (std::uint32_t y = 0; y < 9; ++y) column += pixel(*pixels, 0, y) + ' ';
  EXPECT_EQ(column, "000000 000000 0000ff 00ff00 00ff00 0000ff ff0000 ff0000 ff0000 ");
}

TEST(gif, that_moves_stands_still_at_its_first_frame) {
  const auto pixels = decode(animated_gif());
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixel(*pixels, 0, 0), "ff0000");
}

TEST(gif, of_absurd_size_is_refused) {
  std::string bytes = gif({.pixels = {1, 2, 3, 0}});
  bytes.replace(6, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_FALSE(facts(bytes));
  bytes.replace(6, 4, std::string(4, '\0'));
  EXPECT_FALSE(facts(bytes));

  // A sensible screen with a frame that is not.
  bytes = gif({.pixels = {1, 2, 3, 0}});
  const std::size_t frame = bytes.find(',');
  bytes.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_TRUE(facts(bytes));
  EXPECT_FALSE(decode(bytes));
}

}  // namespace
}  // namespace octavo::pictures
