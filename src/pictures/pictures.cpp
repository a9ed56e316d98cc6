#include "pictures/pictures.h"

#include "pictures/raster.h"
#include "pictures/svg.h"

namespace octavo::pictures {

std::optional<Facts> facts(std::string_view bytes) {
  const std::optional<Kind> kind = raster_kind(bytes);
  if (!kind) return svg_facts(bytes);
  switch (*kind) {
    case Kind::png:
      return png_facts(bytes);
    case Kind::jpeg:
      return jpeg_facts(bytes);
    case Kind::gif:
      return gif_facts(bytes);
    case Kind::webp:
      return webp_facts(bytes);
    case Kind::svg:
      break;
  }
  return std::nullopt;
}

std::optional<Pixels> decode(std::string_view bytes, std::uint32_t width_hint) {
  const std::optional<Kind> kind = raster_kind(bytes);
  if (!kind) return drawn_svg(bytes, width_hint);
  switch (*kind) {
    case Kind::png:
      return decoded_png(bytes);
    case Kind::jpeg:
      return decoded_jpeg(bytes);
    case Kind::gif:
      return decoded_gif(bytes);
    case Kind::webp:
      return decoded_webp(bytes);
    case Kind::svg:
      break;
  }
  return std::nullopt;
}

}  // namespace octavo::pictures
