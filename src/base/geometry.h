#pragma once
// Places and sizes on paper. All lengths are in points (1/72 inch); the origin is the upper left corner of the page and
// y grows downward. Only the room `pdf` turns the axis round.
#include <algorithm>

namespace octavo::base {

struct Point {
  float x = 0, y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
  float width = 0, height = 0;
  friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// The smallest that holds both.
inline Rect around(const Rect& one, const Rect& other) {
  const float x = std::min(one.x, other.x), y = std::min(one.y, other.y);
  return {x, y, std::max(one.right(), other.right()) - x, std::max(one.bottom(), other.bottom()) - y};
}

// Device RGB, each channel from 0 to 1.
struct Color {
  float red = 0, green = 0, blue = 0;
  friend bool operator==(const Color&, const Color&) = default;
};

constexpr float points_per_inch = 72.0f;
constexpr float points_per_millimetre = 72.0f / 25.4f;
constexpr float points_per_pixel = 72.0f / 96.0f;  // CSS pixels

}  // namespace octavo::base
