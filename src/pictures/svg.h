#pragma once
// SVG: its size, and its drawings; every drawing is cleaned first, so that paper shows what the e-book gets.
#include <cstdint>
#include <optional>
#include <string_view>

#include "pictures/pictures.h"

namespace octavo::pictures {

std::optional<Facts> svg_facts(std::string_view bytes);
// Drawn `width_hint` pixels wide, or at its own size if that is 0, on nothing.
std::optional<Pixels> drawn_svg(std::string_view bytes, std::uint32_t width_hint);

}  // namespace octavo::pictures
