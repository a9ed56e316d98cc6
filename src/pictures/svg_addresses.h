#pragma once
// What the addresses in a drawing lead to: only what lies in the same file may stay.
#include <string_view>

namespace octavo::pictures {

// An element of the drawing itself, or a raster picture written out as data.
bool stays_inside(std::string_view address);
// True if a value would have something fetched by url(). Any attribute may be one of those that take it:
// fill, filter, mask, cursor and more to come.
bool is_outer_value(std::string_view value);
// The same of style rules, which know more ways.
bool is_outer_style(std::string_view style);

}  // namespace octavo::pictures
