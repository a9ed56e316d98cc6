#pragma once
// SVG drawn, behind a curtain: rsvg.cpp and form.cpp, a module of their own, have it from librsvg, cairo and libqpdf.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/pictures.h"

namespace octavo::pictures {

// What it is given must be clean: it refers to nothing outside itself.
class Draughtsman {
 public:
  virtual ~Draughtsman() = default;

  // Fitted to exactly this size; row by row 0xAARRGGBB with the colours multiplied by the opacity.
  virtual std::optional<std::vector<std::uint32_t>> draw(std::string_view svg, std::uint32_t width, std::uint32_t height) = 0;

  // The same in vectors, so many points wide and high.
  virtual std::optional<Vectors> draw_vectors(std::string_view svg, double width, double height, const NewNumber& new_number, Ink ink) = 0;
};

// Throws Failure if the module is not there.
std::unique_ptr<Draughtsman> draughtsman();

}  // namespace octavo::pictures
