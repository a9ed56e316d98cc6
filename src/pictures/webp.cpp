#include <webp/decode.h>

#include "pictures/raster.h"

namespace octavo::pictures {

std::optional<Facts> webp_facts(std::string_view bytes) {
  int width = 0, height = 0;
  if (!WebPGetInfo(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &width, &height) ||
      width <= 0 || height <= 0 || !is_sane(width, height))
    return std::nullopt;
  return Facts{Kind::webp, static_cast<float>(width), static_cast<float>(height)};
}

std::optional<Pixels> decoded_webp(std::string_view bytes) {
  const auto facts = webp_facts(bytes);
  if (!facts) return std::nullopt;
  const auto width = static_cast<std::uint32_t>(facts->width),
             height = static_cast<std::uint32_t>(facts->height);
  std::string rgba(std::size_t{4} * width * height, '\0');
  if (!WebPDecodeRGBAInto(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(),
                          reinterpret_cast<std::uint8_t*>(rgba.data()), rgba.size(),
                          static_cast<int>(4 * width)))
    return std::nullopt;
  return split(rgba, width, height);
}

}  // namespace octavo::pictures
