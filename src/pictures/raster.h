#pragma once
// The raster formats: PNG, JPEG, GIF (its first frame) and WebP, each by its own library.
#include <optional>
#include <string_view>

#include "pictures/pictures.h"

namespace octavo::pictures {

constexpr std::uint64_t most_pixels = 100'000'000;
constexpr std::uint64_t most_pixels_by_rows = 400'000'000;  // of what can be read a row at a time
constexpr std::uint64_t most_pixels_in_passes = 128'000'000;  // of a JPEG that is, with two bytes a sample in memory: the largest cameras have 102
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
bool is_whole_png(std::string_view bytes);
bool is_whole_jpeg(std::string_view bytes);
std::optional<Prepared> prepared_jpeg(std::string_view bytes);
std::optional<Prepared> prepared_png(std::string_view bytes);

// Splits rows of RGBA into colour and opacity; wholly opaque or wholly gray pictures get the smaller form.
Pixels split(std::string_view rgba, std::uint32_t width, std::uint32_t height);

inline bool is_sane(std::uint64_t width, std::uint64_t height, std::uint64_t most = most_pixels) {
  return width > 0 && height > 0 && width < most_per_side && height < most_per_side && width * height <= most;
}

}  // namespace octavo::pictures
