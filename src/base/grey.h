#pragma once
// The grey that is as light as a colour (IEC 61966-2-1): shares of light add up, so they are taken before the curve of sRGB is put on.
#include <cmath>

#include "base/geometry.h"

namespace octavo::base {

inline float grey_of(const Color& color) {
  if (color.red == color.green && color.green == color.blue) return color.red;
  const auto light = [](float value) { return value <= 0.04045f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f); };
  const float sum = 0.2126f * light(color.red) + 0.7152f * light(color.green) + 0.0722f * light(color.blue);
  return sum <= 0.0031308f ? 12.92f * sum : 1.055f * std::pow(sum, 1 / 2.4f) - 0.055f;
}

}  // namespace octavo::base
