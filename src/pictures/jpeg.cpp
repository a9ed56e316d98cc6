#include "pictures/jpeg.h"

#include <algorithm>

#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

// Turns rows of `channels` bytes a pixel as the orientation says.
template <std::size_t channels>
void turn(Pixels& pixels, int how) {
  if (how < 2 || how > 8) return;
  const std::size_t width = pixels.width, height = pixels.height;
  const bool swaps = how >= 5;
  const std::size_t wide = swaps ? height : width, tall = swaps ? width : height;
  std::string turned(pixels.color.size(), '\0');
  const char* from = pixels.color.data();
  for (std::size_t y = 0; y < height; ++y)
    for (std::size_t x = 0; x < width; ++x, from += channels) {
      std::size_t to_x = swaps ? y : x, to_y = swaps ? x : y;
      if (how == 2 || how == 3 || how == 6 || how == 7) to_x = wide - 1 - to_x;
      if (how == 3 || how == 4 || how == 7 || how == 8) to_y = tall - 1 - to_y;
      std::copy_n(from, channels, turned.data() + (to_y * wide + to_x) * channels);
    }
  pixels.color = std::move(turned);
  pixels.width = static_cast<std::uint32_t>(wide);
  pixels.height = static_cast<std::uint32_t>(tall);
}

}  // namespace

void light_of_inks(const char* inks, char* colors, std::size_t pixels, bool is_inverted) {
  for (; pixels > 0; --pixels, inks += 4) {
    const auto light = [&](std::size_t index) {
      const int value = static_cast<unsigned char>(inks[index]);
      return is_inverted ? value : 255 - value;
    };
    for (std::size_t channel = 0; channel < 3; ++channel) *colors++ = static_cast<char>(light(channel) * light(3) / 255);
  }
}

std::optional<Facts> jpeg_facts(std::string_view bytes) {
  JpegDecoder decoder(bytes);
  if (!decoder.read_header()) return std::nullopt;
  auto width = static_cast<float>(decoder.info.image_width),
       height = static_cast<float>(decoder.info.image_height);
  if (decoder.orientation() >= 5) std::swap(width, height);
  return Facts{Kind::jpeg, width, height};
}

bool is_whole_jpeg(std::string_view bytes) {
  JpegDecoder decoder(bytes);
  if (!decoder.read_header()) return false;
  // At an eighth of the size next to nothing is drawn, but everything is read.
  auto& info = decoder.info;
  info.scale_num = 1;
  info.scale_denom = 8;
  if (!decoder.start()) return false;
  std::string row(decoder.channels() * info.output_width, '\0');
  while (info.output_scanline < info.output_height)
    if (!decoder.read_row(row.data())) return false;
  return true;
}

std::optional<JpegFacts> passable_jpeg(std::string_view bytes) {
  if (raster_kind(bytes) != Kind::jpeg) return std::nullopt;
  JpegDecoder decoder(bytes);
  if (!decoder.read_header() || !is_sane(decoder.info.image_width, decoder.info.image_height)) return std::nullopt;
  const auto& info = decoder.info;
  // PDF takes three channels for YCbCr unless Adobe's marker says otherwise.
  const bool is_known = info.jpeg_color_space == JCS_GRAYSCALE || info.jpeg_color_space == JCS_YCbCr ||
                        (info.jpeg_color_space == JCS_RGB && info.saw_Adobe_marker);
  const bool is_whole = decoder.scans().find("\xFF\xD9") != std::string_view::npos;
  if (!is_known || !is_whole || info.data_precision != 8 || info.arith_code || decoder.orientation() != 1)
    return std::nullopt;
  return JpegFacts{info.image_width, info.image_height, info.num_components};
}

std::optional<Pixels> decoded_jpeg(std::string_view bytes) {
  JpegDecoder decoder(bytes);
  if (!decoder.read_header() || !is_sane(decoder.info.image_width, decoder.info.image_height) || !decoder.start()) return std::nullopt;
  Pixels pixels{decoder.info.image_width, decoder.info.image_height, decoder.is_gray(), {}, {}};
  const std::size_t channels = decoder.is_gray() ? 1 : 3, stride = channels * pixels.width;
  pixels.color.resize(stride * pixels.height);
  std::string row(decoder.channels() * pixels.width, '\0');
  for (std::size_t y = 0; y < pixels.height; ++y) {
    char* to = pixels.color.data() + y * stride;
    if (!decoder.read_row(decoder.has_inks() ? row.data() : to)) return std::nullopt;
    if (decoder.has_inks()) light_of_inks(row.data(), to, pixels.width, decoder.info.saw_Adobe_marker);
  }
  if (channels == 1)
    turn<1>(pixels, decoder.orientation());
  else
    turn<3>(pixels, decoder.orientation());
  return pixels;
}

}  // namespace octavo::pictures
