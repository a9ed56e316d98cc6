#include <png.h>

#include <cstring>

#include "pictures/raster.h"

namespace octavo::pictures {
namespace {

// libpng's simplified interface; freed whatever happens.
struct Image : png_image {
  Image() {
    std::memset(static_cast<png_image*>(this), 0, sizeof(png_image));
    version = PNG_IMAGE_VERSION;
  }
  ~Image() { png_image_free(this); }
  Image(const Image&) = delete;

  bool begin(std::string_view bytes, std::uint64_t most = most_pixels) {
    return png_image_begin_read_from_memory(this, bytes.data(), bytes.size()) && is_sane(width, height, most);
  }
  std::string written(std::string_view rows) {
    flags |= PNG_IMAGE_FLAG_FAST;  // a few per cent larger, in a third of the time
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*this);
    std::string bytes(size, '\0');
    const int done = png_image_write_to_memory(this, bytes.data(), &size, 0, rows.data(), 0, nullptr);
    bytes.resize(done ? size : 0);
    return bytes;
  }
};

}  // namespace

std::optional<Facts> png_facts(std::string_view bytes) {
  constexpr std::size_t place_of_interlace = 28;  // PNG, 11.2.1
  const bool is_in_passes = bytes.size() > place_of_interlace && bytes[place_of_interlace] != 0;
  Image image;
  if (!image.begin(bytes, is_in_passes ? most_pixels : most_pixels_by_rows)) return std::nullopt;
  return Facts{Kind::png, static_cast<float>(image.width), static_cast<float>(image.height)};
}

std::optional<Pixels> decoded_png(std::string_view bytes) {
  Image image;
  if (!image.begin(bytes)) return std::nullopt;
  image.format = PNG_FORMAT_RGBA;
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // else what says nothing of its gamma would be taken for linear
  std::string rgba(PNG_IMAGE_SIZE(image), '\0');
  if (!png_image_finish_read(&image, nullptr, rgba.data(), 0, nullptr)) return std::nullopt;
  return split(rgba, image.width, image.height);
}

std::string encoded_png(const Pixels& pixels) {
  Image image;
  image.width = pixels.width;
  image.height = pixels.height;
  const bool opaque = pixels.alpha.empty();
  image.format =
      pixels.gray ? (opaque ? PNG_FORMAT_GRAY : PNG_FORMAT_GA) : (opaque ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA);
  if (opaque) return image.written(pixels.color);
  const std::size_t channels = pixels.gray ? 1 : 3;
  std::string rows;
  rows.reserve(pixels.alpha.size() * (channels + 1));
  for (std::size_t index = 0; index < pixels.alpha.size(); ++index) {
    rows.append(pixels.color, index * channels, channels);
    rows += pixels.alpha[index];
  }
  return image.written(rows);
}

}  // namespace octavo::pictures
