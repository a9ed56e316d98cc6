#pragma once
// SVG through librsvg and cairo; every drawing is cleaned first.
#include <optional>
#include <string_view>
#include <vector>

#include "pictures/pictures.h"

namespace octavo::pictures {

std::optional<Facts> svg_facts(std::string_view bytes);
// Drawn `width_hint` pixels wide, or at its own size if that is 0, on nothing.
std::optional<Pixels> drawn_svg(std::string_view bytes, std::uint32_t width_hint);

// Fitted to exactly this size; row by row 0xAARRGGBB with the colours multiplied by the opacity.
std::optional<std::vector<std::uint32_t>> drawn_words(std::string_view svg, std::uint32_t width,
                                                      std::uint32_t height);
// The widths of the texts whose ids are t0, t1, t2 ... in user units; 0 for what cannot be measured.
std::vector<double> widths_in_svg(std::string_view svg, std::size_t count);

}  // namespace octavo::pictures
