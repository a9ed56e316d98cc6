#include "pictures/svg_addresses.h"

#include <gtest/gtest.h>

namespace octavo::pictures {
namespace {

TEST(svg_addresses, inside_are_fragments_and_raster_data) {
  for (const std::string_view address :
       {"#a", " \n#a", "#", "data:image/png;base64,AA", "DATA:image/JPEG,x", "data:image/webp,"})
    EXPECT_TRUE(stays_inside(address)) << address;
  for (const std::string_view address :
       {"", "a.png", "//x", "https://x/#a", "data:image/svg+xml,x", "data:image/png", "data:,x"})
    EXPECT_FALSE(stays_inside(address)) << address;
}

TEST(svg_addresses, values_are_outer_if_a_url_in_them_is) {
  for (const std::string_view value :
       {"", "red", "url(#a) red", "rotate(3)", "url( '#a' )", "C:\\drawings\\a.svg", "uurl"})
    EXPECT_FALSE(is_outer_value(value)) << value;
  for (const std::string_view value :
       {"url(x)", "URL(x)", "url()", "url(#a) url(x)", "u\\72l(x)", "\\000075 rl(x)", "url(", "url(\"x\")"})
    EXPECT_TRUE(is_outer_value(value)) << value;
}

TEST(svg_addresses, a_backslash_before_a_backslash_escapes_nothing_more) {
  EXPECT_FALSE(is_outer_value("\\\\75rl(x)"));
}

TEST(svg_addresses, styles_know_more_ways) {
  for (const std::string_view style :
       {"a { fill: url(#a) }", "@media print { a { fill: red } }", "src: local('x')"})
    EXPECT_FALSE(is_outer_style(style)) << style;
  for (const std::string_view style :
       {"@import 'x'", "@IMPORT url(#a)", "cursor: image-set('x' 1x)", "fill: image('x')", "src: src('x')"})
    EXPECT_TRUE(is_outer_style(style)) << style;
}

}  // namespace
}  // namespace octavo::pictures
