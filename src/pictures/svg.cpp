#include "pictures/svg.h"

#include <algorithm>
#include <cmath>

#include "base/module.h"
#include "pictures/drawing.h"
#include "pictures/raster.h"

namespace octavo::pictures {

std::unique_ptr<Draughtsman> draughtsman() { return base::from_module<Draughtsman>("octavo-drawing.so"); }

namespace {

bool can_be_drawn(double wide, double tall) { return wide < most_per_side && tall < most_per_side && wide * tall <= most_pixels; }

}  // namespace

std::optional<Vectors> vectors(std::string_view bytes, float width, const NewNumber& new_number, Ink ink) {
  const auto size = svg_facts(bytes);
  if (!size || !(width > 0)) return std::nullopt;
  const double height = double{width} * size->height / size->width;
  constexpr double dots = resolution_of_drawings / 72.0;
  if (!can_be_drawn(width * dots, height * dots)) return std::nullopt;
  const auto clean = cleaned_svg(bytes);
  return clean ? draughtsman()->draw_vectors(*clean, width, height, new_number, ink) : std::nullopt;
}

std::optional<Pixels> drawn_svg(std::string_view bytes, std::uint32_t width_hint) {
  const auto size = svg_facts(bytes);
  if (!size) return std::nullopt;
  const double natural_width = size->width, natural_height = size->height;
  const double wide = width_hint ? width_hint : std::ceil(natural_width);
  const double tall = std::max(1.0, std::round(wide * natural_height / natural_width));
  if (!can_be_drawn(wide, tall)) return std::nullopt;
  const auto width = static_cast<std::uint32_t>(wide), height = static_cast<std::uint32_t>(tall);

  const auto clean = cleaned_svg(bytes);
  const auto words = clean ? draughtsman()->draw(*clean, width, height) : std::nullopt;
  if (!words) return std::nullopt;

  std::string rgba(std::size_t{4} * words->size(), '\0');
  char* pixel = rgba.data();
  for (const std::uint32_t word : *words) {
    const std::uint32_t alpha = word >> 24;
    for (int channel = 0; channel < 3 && alpha > 0; ++channel) {
      const std::uint32_t value = word >> (16 - 8 * channel) & 255;
      pixel[channel] =
          static_cast<char>(alpha == 255 ? value : std::min(255u, (value * 255 + alpha / 2) / alpha));
    }
    pixel[3] = static_cast<char>(alpha);
    pixel += 4;
  }
  return split(rgba, width, height);
}

}  // namespace octavo::pictures
