#include <gtest/gtest.h>

#include <regex>

#include "samples.h"

namespace octavo::pictures {
namespace {

int dot(const Pixels& pixels, std::uint32_t x, std::uint32_t y) { return static_cast<unsigned char>(pixels.color[std::size_t{y} * pixels.width + x]); }

// As light as they were: red, green, blue and white, by lcms2 127, 220, 76 and 255.
TEST(grey, pixels_are_as_light_as_their_colours) {
  Pixels pixels = quarters(4);
  turn_grey(pixels);
  EXPECT_TRUE(pixels.gray);
  ASSERT_EQ(pixels.color.size(), 16u);
  EXPECT_NEAR(dot(pixels, 0, 0), 127, 1);
  EXPECT_NEAR(dot(pixels, 3, 0), 220, 1);
  EXPECT_NEAR(dot(pixels, 0, 3), 76, 1);
  EXPECT_EQ(dot(pixels, 3, 3), 255);
}

TEST(grey, stays_as_it_is) {
  Pixels pixels{256, 1, false, "", ""};
  for (int value = 0; value < 256; ++value) pixels.color.append(3, static_cast<char>(value));
  turn_grey(pixels);
  for (std::uint32_t value = 0; value < 256; ++value) EXPECT_EQ(dot(pixels, value, 0), static_cast<int>(value));
}

TEST(grey, a_jpeg_stays_one) {
  const auto grey = grey_jpeg(jpeg());
  ASSERT_TRUE(grey);
  EXPECT_EQ(passable_jpeg(*grey)->channels, 1);
  const auto pixels = decode(*grey);
  ASSERT_TRUE(pixels && pixels->gray);
  EXPECT_NEAR(dot(*pixels, 2, 1), 127, 4);
  EXPECT_NEAR(dot(*pixels, 13, 6), 255, 4);
  EXPECT_FALSE(grey_jpeg(jpeg({.form = JpegForm::gray})));
  EXPECT_FALSE(grey_jpeg("no picture"));
}

// Strokes, fills, gradients and dots; what is seen through stays so.
TEST(grey, a_drawing_has_no_colour_left) {
  constexpr std::string_view content =
      "<defs><linearGradient id='g'><stop stop-color='#f00'/><stop offset='.5' stop-color='#0f0'/><stop offset='1' stop-color='#00f'/></linearGradient>"
      "<pattern id='p' width='2' height='2' patternUnits='userSpaceOnUse'><rect width='1' height='1' fill='#0ff'/></pattern>"
      "<filter id='b'><feGaussianBlur stdDeviation='1'/></filter></defs>"
      "<rect width='9' height='9' fill='#f00' stroke='#00f'/><rect width='9' height='9' fill='url(#g)'/><rect width='9' height='9' fill='url(#p)'/>"
      "<circle r='3' fill='#f0f' filter='url(#b)'/><rect width='5' height='5' fill='#ff0' opacity='.5'/>";
  std::uint32_t last = 0;
  const auto drawing = vectors(svg("width='20' height='20'", content), 40, [&] { return ++last; }, Ink::grey);
  ASSERT_TRUE(drawing);
  EXPECT_TRUE(drawing->is_translucent);
  const std::regex color(R"((\d+\.?\d*|\.\d+)\s+(\d+\.?\d*|\.\d+)\s+(\d+\.?\d*|\.\d+)\s+(rg|RG)\b)");
  bool has_greys = false, has_gradient = false;
  for (const auto& object : drawing->objects) {
    EXPECT_EQ(object.entries.find("DeviceRGB"), std::string::npos) << object.entries;
    EXPECT_FALSE(object.data && std::regex_search(*object.data, color)) << object.data->substr(0, 200);
    has_greys |= object.data && std::regex_search(*object.data, std::regex(R"(\d g\s)"));
    has_gradient |= object.entries.find("/C0 [0.4") != std::string::npos;
  }
  EXPECT_TRUE(has_greys);
  EXPECT_TRUE(has_gradient);
}

}  // namespace
}  // namespace octavo::pictures
