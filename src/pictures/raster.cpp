#include "pictures/raster.h"

namespace octavo::pictures {

std::optional<Kind> raster_kind(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return Kind::png;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return Kind::jpeg;
  if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) return Kind::gif;
  if (bytes.size() > 12 && bytes.starts_with("RIFF"sv) && bytes.substr(8, 4) == "WEBP"sv) return Kind::webp;
  return std::nullopt;
}

Pixels split(std::string_view rgba, std::uint32_t width, std::uint32_t height) {
  const std::size_t count = std::size_t{width} * height;
  bool gray = true, opaque = true;
  for (std::size_t index = 0; index < count && (gray || opaque); ++index) {
    const char* pixel = rgba.data() + 4 * index;
    gray = gray && pixel[0] == pixel[1] && pixel[1] == pixel[2];
    opaque = opaque && pixel[3] == '\xFF';
  }
  Pixels pixels{width, height, gray, {}, {}};
  pixels.color.resize(count * (gray ? 1 : 3));
  if (!opaque) pixels.alpha.resize(count);
  char* color = pixels.color.data();
  // What is not seen is of the color seen last: a viewer that makes the picture smaller mixes it into the edge of what is.
  const char* seen = "\xFF\xFF\xFF\xFF";
  for (std::size_t index = 0; index < count; ++index) {
    const char* pixel = rgba.data() + 4 * index;
    if (pixel[3] != '\0') seen = pixel;
    *color++ = seen[0];
    if (!gray) *color++ = seen[1], *color++ = seen[2];
    if (!opaque) pixels.alpha[index] = pixel[3];
  }
  return pixels;
}

}  // namespace octavo::pictures
