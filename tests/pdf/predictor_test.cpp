#include "pdf/predictor.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace octavo::pdf {
namespace {

// As the standard has it for reading, one byte after the other.
std::string restored(std::string_view rows, Raster raster) {
  const std::size_t stride = std::size_t{raster.width} * raster.channels;
  std::string samples;
  for (std::size_t y = 0; y < raster.height; ++y) {
    const char predictor = rows[y * (stride + 1)];
    for (std::size_t x = 0; x < stride; ++x) {
      const auto sample = [&](std::size_t back, bool above) -> int {
        if (x < back || (above && y == 0)) return 0;
        return static_cast<unsigned char>(samples[(above ? (y - 1) * stride : y * stride) + x - back]);
      };
      const int a = sample(raster.channels, false), b = sample(0, true), c = sample(raster.channels, true);
      const int p = a + b - c;
      const int pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
      const int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      const int guesses[] = {0, a, b, (a + b) / 2, paeth};
      samples += static_cast<char>(rows[y * (stride + 1) + 1 + x] + guesses[static_cast<int>(predictor)]);
    }
  }
  return samples;
}

std::string shading(Raster raster) {
  std::string samples;
  for (std::uint32_t y = 0; y < raster.height; ++y) {
    for (std::uint32_t x = 0; x < raster.width * raster.channels; ++x) {
      samples += static_cast<char>(x * (y % 3) + y * 7 + (x * y) % 5);
    }
  }
  return samples;
}

TEST(Predictor, CanBeUndone) {
  for (const Raster raster : {Raster{1, 1, 1}, Raster{1, 5, 3}, Raster{17, 9, 1}, Raster{30, 40, 3}}) {
    const std::string samples = shading(raster);
    EXPECT_EQ(restored(predicted(samples, raster), raster), samples) << raster.width;
  }
}

TEST(Predictor, PaysForShadingsAndNotForFlatDrawings) {
  const Raster raster{300, 200, 1};
  std::string smooth, flat;
  unsigned noise = 1;
  for (std::uint32_t y = 0; y < raster.height; ++y) {
    for (std::uint32_t x = 0; x < raster.width; ++x) {
      noise = noise * 1103515245 + 12345;
      smooth += static_cast<char>(x / 2 + y / 3 + (noise >> 28) % 3);
      flat += (noise >> 24) % 16 == 0 ? '\xFF' : '\0';
    }
  }
  EXPECT_TRUE(gains_by_prediction(smooth, raster));
  EXPECT_FALSE(gains_by_prediction(flat, raster));
}

}  // namespace
}  // namespace octavo::pdf
