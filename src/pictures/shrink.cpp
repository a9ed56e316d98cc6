#include "pictures/shrink.h"

#include <algorithm>

namespace octavo::pictures {

Shrink::Shrink(std::uint32_t width, std::uint32_t factor, std::size_t channels)
    : width_(width), factor_(factor), channels_(channels), sums_((width_ + factor_ - 1) / factor_ * (channels + channels % 2)) {}

// What is not seen has no say in the colour of what is.
void Shrink::add(std::string_view row) {
  const std::size_t colors = (channels_ - 1) / 2 * 2 + 1, stride = colors + 1;
  for (std::size_t x = 0; x < width_; ++x) {
    const auto* pixel = reinterpret_cast<const unsigned char*>(row.data()) + x * channels_;
    std::uint64_t* sum = sums_.data() + x / factor_ * stride;
    const std::uint64_t opacity = channels_ > colors ? pixel[colors] : 255;
    for (std::size_t i = 0; i < colors; ++i) sum[i] += pixel[i] * opacity;
    sum[colors] += opacity;
  }
  ++rows_;
}

std::string Shrink::take() {
  const std::size_t colors = (channels_ - 1) / 2 * 2 + 1, stride = colors + 1;
  std::string row;
  for (std::size_t at = 0; at < sums_.size(); at += stride) {
    const std::uint64_t weight = sums_[at + colors];
    for (std::size_t i = 0; i < colors; ++i) row += static_cast<char>(weight ? (sums_[at + i] + weight / 2) / weight : 0);
    const std::size_t columns = std::min(factor_, width_ - at / stride * factor_);
    if (channels_ > colors) row += static_cast<char>((weight + columns * rows_ / 2) / (columns * rows_));
  }
  std::fill(sums_.begin(), sums_.end(), 0);
  rows_ = 0;
  return row;
}

}  // namespace octavo::pictures
