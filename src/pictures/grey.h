#pragma once
// Rows of RGB to rows of grey.
#include <cstdint>

namespace octavo::pictures {

// Three bytes a pixel to one; `greys` may be `colors`.
void turn_row_grey(const char* colors, char* greys, std::size_t pixels);

}  // namespace octavo::pictures
