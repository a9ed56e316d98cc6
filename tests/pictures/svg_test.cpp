#include <gtest/gtest.h>

#include <cmath>

#include "samples.h"

namespace octavo::pictures {
namespace {

struct SizeCase {
  std::string_view attributes;
  float width, height;
};

TEST(svg, has_the_size_a_browser_gives_it) {
  for (const auto& [attributes, width, height] : {
           SizeCase{"width='40' height='30'", 40, 30},
           {"width='40px' height='30px' viewBox='0 0 4 3'", 40, 30},
           {"width='1in' height='2.54cm'", 96, 96},
           {"width='72pt' height='6pc'", 96, 96},
           {"width='25.4mm' height='2em'", 96, 32},
           {"viewBox='0 0 80 60'", 80, 60},
           {"width='100%' height='100%' viewBox='0 0 80 60'", 80, 60},
           {"width='40' viewBox='0 0 80 60'", 40, 30},
           {"height='30' viewBox='0 0 80 60'", 40, 30},
           {"width='100%' height='30' viewBox='0 0 80 60'", 40, 30},
           {"", 300, 150},
           {"width='40'", 40, 150},
           {"width='100%' height='50'", 300, 50},
           {"width='0.5' height='0.25'", 0.5, 0.25},
           {"width='10' style='height: 30PX; width:40px !important'", 40, 30},
           {"style='width:100%;height:auto' viewBox='0 0 4 3'", 4, 3},
           {"width=' +4e1 ' height='.3E2'", 40, 30},
           {"width='40 px' height='30.'", 300, 150},
           {"width='-40' height='nan'", 300, 150},
           {"width='1e400' height='0x10'", 300, 150},
           {"viewBox=' 0 ,0 80.5.5,9'", 80.5, 0.5},
           {"viewBox='0,,0,80,60'", 300, 150},
           {"viewBox='0 0 80px 60px'", 300, 150},
           {"viewBox='0 0 80-60'", 300, 150},
       }) {
    const auto known = facts(svg(attributes));
    ASSERT_TRUE(known) << attributes;
    EXPECT_EQ(known->kind, Kind::svg);
    EXPECT_NEAR(known->width, width, 0.01) << attributes;
    EXPECT_NEAR(known->height, height, 0.01) << attributes;
  }
}

TEST(svg, of_no_or_absurd_size_is_refused) {
  for (const std::string_view attributes :
       {"width='0' height='30'", "width='40' height='0'", "width='1e6' height='1'",
        "width='20000' height='20000'", "viewBox='0 0 0 0'", "viewBox='0 0 1e-30 1e30'"}) {
    EXPECT_FALSE(facts(svg(attributes))) << attributes;
    EXPECT_FALSE(decode(svg(attributes), 10)) << attributes;
  }
}

TEST(svg, may_stand_behind_a_declaration_and_in_another_encoding) {
  EXPECT_TRUE(facts("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- by hand -->" + svg("")));
  EXPECT_TRUE(facts("<?xml version='1.0' encoding='ISO-8859-1'?>" + svg("", "<text>\xE9</text>")));
  EXPECT_TRUE(facts("<p:svg xmlns:p='http://www.w3.org/2000/svg' width='4' height='4'/>"));
}

TEST(svg, is_drawn_as_wide_as_asked) {
  const std::string half = svg("width='20' height='10'", "<rect width='10' height='10' fill='#f00'/>");
  const auto as_it_is = decode(half);
  ASSERT_TRUE(as_it_is);
  EXPECT_EQ(as_it_is->width, 20u);
  const auto large = decode(half, 200);
  ASSERT_TRUE(large);
  EXPECT_EQ(large->width, 200u);
  EXPECT_EQ(large->height, 100u);
  EXPECT_EQ(pixel(*large, 90, 90), "ff0000ff");
  EXPECT_EQ(pixel(*large, 110, 90), "ff000000");  // not black, which would show at the edge of a picture made smaller
}

TEST(svg, keeps_its_opacity_and_the_colour_under_it) {
  const auto pixels =
      decode(svg("width='2' height='2'", "<rect width='2' height='2' fill='#ff8000' fill-opacity='.5'/>"));
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixel(*pixels, 0, 0).substr(0, 2), "ff");
  EXPECT_EQ(pixel(*pixels, 0, 0).substr(6), "80");
}

TEST(svg, without_a_name_space_is_drawn_all_the_same) {
  const auto pixels = decode("<svg width='2' height='2'><rect width='2' height='2' fill='#0f0'/></svg>");
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixel(*pixels, 0, 0), "00ff00");
}

TEST(svg, too_large_to_draw_is_nothing) {
  EXPECT_FALSE(decode(svg("width='1' height='1'"), 20'000));
  EXPECT_FALSE(decode(svg("width='1000' height='1'"), 999'999));
  EXPECT_FALSE(decode(svg("width='1' height='1000'"), 4'000'000'000));
}

TEST(svg, becomes_a_form_as_large_as_the_unit_square) {
  std::uint32_t last = 6;
  const auto drawing = vectors(svg("width='20' height='10'", "<rect width='10' height='10' fill='#f00'/>"), 40, [&] { return ++last; });
  ASSERT_TRUE(drawing);
  EXPECT_FALSE(drawing->is_translucent);
  std::uint32_t number = 7;
  for (const auto& object : drawing->objects) EXPECT_EQ(object.number, number++);
  EXPECT_EQ(last + 1, number);
  const auto& form = drawing->objects.front();
  ASSERT_TRUE(form.data);
  EXPECT_NE(form.entries.find("/Subtype /Form"), std::string::npos) << form.entries;
  EXPECT_NE(form.entries.find("/BBox [0 0 40 20 ]"), std::string::npos) << form.entries;
  EXPECT_NE(form.entries.find("/Matrix [0.025000000 0 0 0.050000000 0 0 ]"), std::string::npos) << form.entries;
  EXPECT_EQ(form.entries.find("/Length"), std::string::npos) << form.entries;
}

TEST(svg, lets_through_what_lies_beneath_if_anything_in_it_does) {
  const auto is_translucent = [](std::string_view content) {
    std::uint32_t last = 0;
    const auto drawing = vectors(svg("width='9' height='9'", content), 9, [&] { return ++last; });
    return drawing && drawing->is_translucent;
  };
  EXPECT_TRUE(is_translucent("<rect width='9' height='9' opacity='.5'/>"));
  EXPECT_TRUE(is_translucent("<rect width='9' height='9' style='mix-blend-mode:multiply'/>"));
  EXPECT_TRUE(is_translucent("<mask id='m'><circle r='9' fill='white'/></mask><rect width='9' height='9' mask='url(#m)'/>"));
  EXPECT_FALSE(is_translucent("<rect width='9' height='9'/>"));
}

TEST(svg, too_large_for_vectors_is_nothing) {
  const auto none = [] { return ADD_FAILURE(), 0u; };
  EXPECT_FALSE(vectors(svg("width='1' height='1'"), 10'000, none));
  EXPECT_FALSE(vectors(svg("width='1' height='1'"), 0, none));
  EXPECT_FALSE(vectors("<svg", 10, none));
}

TEST(svg, that_multiplies_itself_comes_to_an_end) {
  std::string content = "<g id='a0'><rect width='1' height='1'/></g>";
  for (int level = 1; level < 40; ++level) {
    const std::string use = "<use href='#a" + std::to_string(level - 1) + "'/>";
    content += "<g id='a" + std::to_string(level) + "'>" + use + use + "</g>";
  }
  EXPECT_FALSE(decode(svg("width='10' height='10'", content)));
}

}  // namespace
}  // namespace octavo::pictures
