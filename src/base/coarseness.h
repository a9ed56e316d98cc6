#pragma once
// When the dots of a picture are seen on paper.
#include "base/geometry.h"

namespace octavo::base {

constexpr float fewest_dots = 150;  // to the inch; below, a reader sees them at arm's length

// Of a picture so many pixels wide that is shown so many points wide. Icons are too small for it to matter.
constexpr bool is_coarse(float pixels, float width) {
  constexpr float width_of_an_icon = 24, rounding = 0.99f;
  return width >= width_of_an_icon && pixels < rounding * fewest_dots * width / points_per_inch;
}

}  // namespace octavo::base
