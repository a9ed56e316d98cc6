#pragma once
// PNG's predictors (PNG 1.2, chapter 6; ISO 32000-1, 7.4.4.4): each row of samples as differences from its
// neighbours, which deflates far better for photographs and shadings, and worse for flat drawings.
#include <cstdint>
#include <string>
#include <string_view>

namespace octavo::pdf {

struct Raster {
  std::uint32_t width = 0, height = 0;
  std::uint32_t channels = 1;  // one byte each
};

// Every row with the number of its predictor before it.
std::string predicted(std::string_view samples, Raster raster);
// Whether that is smaller after deflation, judged by a band in the middle.
bool gains_by_prediction(std::string_view samples, Raster raster);

}  // namespace octavo::pdf
