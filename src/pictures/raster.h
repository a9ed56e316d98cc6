#pragma once
// The raster formats: PNG, JPEG, GIF (its first frame) and WebP, each by its own library.
#include <optional>
#include <string_view>

#include "pictures/pictures.h"

namespace octavo::pictures {

constexpr std::uint64_t most_pixels = 100'000'000;
constexpr std::uint64_t most_per_side = 1'000'000;

// What the first bytes say; nothing for what is no raster picture.
std::optional<Kind> raster_kind(std::string_view bytes);

std::optional<Facts> png_facts(std::string_view bytes);
std::optional<Facts> jpeg_facts(std::string_view bytes);
std::optional<Facts> gif_facts(std::string_view bytes);
std::optional<Facts> webp_facts(std::string_view bytes);
std::optional<Pixels> decoded_png(std::string_view bytes);
std::optional<Pixels> decoded_jpeg(std::string_view bytes);
std::optional<Pixels> decoded_gif(std::string_view bytes);
std::optional<Pixels> decoded_webp(std::string_view bytes);

// Splits rows of RGBA into colour and opacity; wholly opaque or wholly gray pictures get the smaller form.
Pixels split(std::string_view rgba, std::uint32_t width, std::uint32_t height);

inline bool is_sane(std::uint64_t width, std::uint64_t height) {
  return width > 0 && height > 0 && width < most_per_side && height < most_per_side &&
         width * height <= most_pixels;
}

}  // namespace octavo::pictures
