#include "pdf/predictor.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>
#include <vector>

#include "base/deflate.h"

namespace octavo::pdf {
namespace {

enum Predictor : std::uint8_t { none, left, up, average, paeth };  // as the format numbers them
constexpr std::array tried{left, up, paeth};

int nearest_of_three(int a, int b, int c) {
  const int da = std::abs(b - c), db = std::abs(a - c), dc = std::abs(a + b - 2 * c);
  return da <= db && da <= dc ? a : db <= dc ? b : c;
}

// The differences of one row. `above` is the row before, or zeros.
void difference(Predictor predictor, const std::uint8_t* row, const std::uint8_t* above, std::size_t channels,
                std::vector<std::uint8_t>& out) {
  const std::size_t size = out.size();
  switch (predictor) {
    case left:
      std::copy_n(row, channels, out.begin());
      for (std::size_t i = channels; i < size; ++i)
        out[i] = static_cast<std::uint8_t>(row[i] - row[i - channels]);
      break;
    case up:
      for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(row[i] - above[i]);
      break;
    default:
      for (std::size_t i = 0; i < channels; ++i) out[i] = static_cast<std::uint8_t>(row[i] - above[i]);
      for (std::size_t i = channels; i < size; ++i) {
        out[i] = static_cast<std::uint8_t>(
            row[i] - nearest_of_three(row[i - channels], above[i], above[i - channels]));
      }
  }
}

// Small differences of either sign deflate best: the usual measure for choosing a predictor.
std::uint64_t unevenness(const std::vector<std::uint8_t>& row) {
  std::uint64_t sum = 0;
  for (const std::uint8_t byte : row)
    sum += static_cast<std::uint64_t>(std::abs(static_cast<std::int8_t>(byte)));
  return sum;
}

}  // namespace

std::string predicted(std::string_view samples, Raster raster) {
  const std::size_t stride = std::size_t{raster.width} * raster.channels;
  assert(samples.size() == stride * raster.height);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(samples.data());
  const std::vector<std::uint8_t> zeros(stride);
  std::vector<std::uint8_t> candidate(stride), best(stride);
  std::string result;
  result.reserve(samples.size() + raster.height);
  for (std::size_t y = 0; y < raster.height; ++y) {
    const std::uint8_t* row = bytes + y * stride;
    const std::uint8_t* above = y == 0 ? zeros.data() : row - stride;
    Predictor chosen = none;
    std::copy_n(row, stride, best.begin());
    std::uint64_t least = unevenness(best);
    for (const Predictor predictor : tried) {
      difference(predictor, row, above, raster.channels, candidate);
      if (const std::uint64_t sum = unevenness(candidate); sum < least) {
        least = sum;
        chosen = predictor;
        best.swap(candidate);
      }
    }
    result += static_cast<char>(chosen);
    result.append(reinterpret_cast<const char*>(best.data()), stride);
  }
  return result;
}

bool gains_by_prediction(std::string_view samples, Raster raster) {
  constexpr std::uint32_t band_height = 64;
  const std::size_t stride = std::size_t{raster.width} * raster.channels;
  const std::uint32_t height = std::min(raster.height, band_height);
  const std::string_view band = samples.substr((raster.height - height) / 2 * stride, height * stride);
  const std::string differences = predicted(band, {raster.width, height, raster.channels});
  base::Deflater deflater;
  return deflater.zlib(differences).size() < deflater.zlib(band).size();
}

}  // namespace octavo::pdf
