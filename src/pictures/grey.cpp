#include "pictures/grey.h"

#include <array>
#include <cmath>

#include "base/grey.h"
#include "pictures/pictures.h"

namespace octavo::pictures {
namespace {

// What base::grey_of() does, for bytes: of each channel its share of the light, and of light, in steps so fine that none is seen, the grey.
constexpr std::uint32_t whole = 1 << 14;
struct Tables {
  std::array<std::uint32_t, 256> red, green, blue;
  std::array<char, whole + 1> grey;
  Tables() {
    const auto light = [](float value) { return value <= 0.04045f ? value / 12.92f : std::pow((value + 0.055f) / 1.055f, 2.4f); };
    for (std::size_t i = 0; i < 256; ++i) {
      const float of_all = light(static_cast<float>(i) / 255) * whole * 256;  // 256: rounded once, when they are added
      red[i] = static_cast<std::uint32_t>(0.2126f * of_all);
      green[i] = static_cast<std::uint32_t>(0.7152f * of_all);
      blue[i] = static_cast<std::uint32_t>(0.0722f * of_all);
    }
    for (std::uint32_t i = 0; i <= whole; ++i) {
      const float sum = static_cast<float>(i) / whole;
      const float value = sum <= 0.0031308f ? 12.92f * sum : 1.055f * std::pow(sum, 1 / 2.4f) - 0.055f;
      grey[i] = static_cast<char>(std::lround(255 * value));
    }
  }
};

}  // namespace

void turn_row_grey(const char* colors, char* greys, std::size_t pixels) {
  static const Tables tables;
  for (std::size_t i = 0; i < pixels; ++i) {
    const auto byte = [&](std::size_t channel) { return static_cast<unsigned char>(colors[3 * i + channel]); };
    greys[i] = tables.grey[(tables.red[byte(0)] + tables.green[byte(1)] + tables.blue[byte(2)] + 128) / 256];
  }
}

void turn_grey(Pixels& pixels) {
  if (pixels.gray) return;
  const std::size_t count = pixels.color.size() / 3;
  turn_row_grey(pixels.color.data(), pixels.color.data(), count);
  pixels.color.resize(count);
  pixels.gray = true;
}

}  // namespace octavo::pictures
