#include <gtest/gtest.h>

#include <map>

#include "samples.h"

namespace octavo::pictures {
namespace {

bool is_near(int left, int right) { return left - right <= 3 && right - left <= 3; }

// JPEG loses a little: names the corner of the picture by the colour it is nearly.
std::string corner(const Pixels& pixels, bool right, bool below) {
  const std::size_t index =
      (below ? pixels.height - 1 : 0) * std::size_t{pixels.width} + (right ? pixels.width - 1 : 0);
  const auto channel = [&](std::size_t which) {
    return static_cast<unsigned char>(pixels.color[3 * index + which]);
  };
  const std::map<std::string, std::array<int, 3>> names = {
      {"red", {255, 0, 0}}, {"green", {0, 255, 0}}, {"blue", {0, 0, 255}}, {"white", {255, 255, 255}}};
  for (const auto& [name, color] : names)
    if (is_near(channel(0), color[0]) && is_near(channel(1), color[1]) && is_near(channel(2), color[2]))
      return name;
  return "?";
}

std::string corners(const Pixels& pixels) {
  return corner(pixels, false, false) + ' ' + corner(pixels, true, false) + ' ' +
         corner(pixels, false, true) + ' ' + corner(pixels, true, true);
}

TEST(jpeg, in_every_colour_space_has_the_same_colours) {
  for (const JpegForm form :
       {JpegForm::plain, JpegForm::progressive, JpegForm::cmyk, JpegForm::ycck, JpegForm::rgb}) {
    const auto pixels = decode(jpeg({form}));
    ASSERT_TRUE(pixels);
    EXPECT_EQ(pixels->width, 16u);
    EXPECT_EQ(pixels->height, 8u);
    EXPECT_EQ(corners(*pixels), "red green blue white") << static_cast<int>(form);
  }
}

TEST(jpeg, in_gray_has_one_channel) {
  const auto pixels = decode(jpeg({JpegForm::gray}));
  ASSERT_TRUE(pixels);
  EXPECT_TRUE(pixels->gray);
  EXPECT_EQ(pixels->color.size(), 16u * 8u);
}

TEST(jpeg, is_turned_as_the_camera_was_held) {
  const std::map<int, std::string> upright = {
      {1, "red green blue white"}, {2, "green red white blue"}, {3, "white blue green red"},
      {4, "blue white red green"}, {5, "red blue green white"}, {6, "blue red white green"},
      {7, "white green blue red"}, {8, "green white red blue"},
  };
  for (const auto& [orientation, expected] : upright) {
    const std::string bytes = jpeg({.orientation = orientation});
    const auto pixels = decode(bytes);
    const auto known = facts(bytes);
    ASSERT_TRUE(pixels && known);
    EXPECT_EQ(corners(*pixels), expected) << orientation;
    EXPECT_EQ(known->width, orientation < 5 ? 16 : 8) << orientation;
    EXPECT_EQ(pixels->width, orientation < 5 ? 16u : 8u) << orientation;
    EXPECT_EQ(pixels->height, orientation < 5 ? 8u : 16u) << orientation;
  }
}

TEST(jpeg, may_pass_into_a_pdf_as_it_is_if_a_pdf_would_show_it_the_same) {
  const auto passed = passable_jpeg(jpeg());
  ASSERT_TRUE(passed);
  EXPECT_EQ(passed->width, 16u);
  EXPECT_EQ(passed->height, 8u);
  EXPECT_EQ(passed->channels, 3);
  EXPECT_EQ(passable_jpeg(jpeg({JpegForm::gray}))->channels, 1);
  EXPECT_TRUE(passable_jpeg(jpeg({JpegForm::progressive})));
  EXPECT_TRUE(passable_jpeg(jpeg({JpegForm::rgb})));
  EXPECT_TRUE(passable_jpeg(jpeg({.orientation = 1})));

  EXPECT_FALSE(passable_jpeg(jpeg({JpegForm::cmyk})));
  EXPECT_FALSE(passable_jpeg(jpeg({JpegForm::ycck})));
  EXPECT_FALSE(passable_jpeg(jpeg({.orientation = 6})));
  EXPECT_FALSE(passable_jpeg(encoded_png(quarters(2))));
  EXPECT_FALSE(passable_jpeg(""));
}

TEST(jpeg, cut_off_in_its_data_is_broken) {
  const std::string whole = jpeg();
  const std::string half = whole.substr(0, whole.size() - whole.size() / 10);
  EXPECT_TRUE(facts(half));
  EXPECT_FALSE(decode(half));
  EXPECT_FALSE(passable_jpeg(half));
}

// libjpeg goes on after a code that no table knows, with something of its own.
TEST(jpeg, with_codes_that_mean_nothing_is_broken) {
  for (const JpegForm form : {JpegForm::plain, JpegForm::gray, JpegForm::progressive, JpegForm::cmyk}) {
    const std::string whole = jpeg({.form = form, .times = 8});
    std::string damaged = whole;
    const std::string_view ones("\xFF\0\xFF\0\xFF\0\xFF\0", 8);
    damaged.replace(damaged.find("\xFF\xDA") + 20, ones.size(), ones);
    EXPECT_TRUE(is_whole(whole));
    EXPECT_TRUE(facts(damaged));
    EXPECT_FALSE(is_whole(damaged)) << static_cast<int>(form);
    EXPECT_FALSE(decode(damaged)) << static_cast<int>(form);
  }
}

TEST(jpeg, without_its_last_mark_is_shown_but_not_passed_on) {
  const std::string whole = jpeg();
  const std::string unmarked = whole.substr(0, whole.size() - 2);
  EXPECT_TRUE(decode(unmarked));
  EXPECT_FALSE(passable_jpeg(unmarked));
}

TEST(jpeg, of_absurd_size_is_refused) {
  std::string bytes = jpeg();
  const std::size_t frame = bytes.find("\xFF\xC0");
  ASSERT_NE(frame, std::string::npos);
  bytes.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_FALSE(facts(bytes));
  EXPECT_FALSE(decode(bytes));
}

// Each pass costs the whole picture and a few bytes.
TEST(jpeg, with_passes_without_end_is_refused) {
  const std::string bytes = jpeg({JpegForm::progressive});
  const std::size_t last = bytes.rfind("\xFF\xDA");
  const std::string scan = bytes.substr(last, bytes.size() - 2 - last);
  std::string endless = bytes.substr(0, bytes.size() - 2);
  for (int count = 0; count < 1000; ++count) endless += scan;
  endless += "\xFF\xD9";
  EXPECT_TRUE(decode(bytes));
  EXPECT_FALSE(decode(endless));
}

}  // namespace
}  // namespace octavo::pictures
