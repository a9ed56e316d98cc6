#pragma once
// SVG drawn, behind a curtain: rsvg.cpp, a module of its own, has it from librsvg and cairo.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::pictures {

// What it is given must be clean: it refers to nothing outside itself.
class Draughtsman {
 public:
  virtual ~Draughtsman() = default;

  // Fitted to exactly this size; row by row 0xAARRGGBB with the colours multiplied by the opacity.
  virtual std::optional<std::vector<std::uint32_t>> draw(std::string_view svg, std::uint32_t width, std::uint32_t height) = 0;
};

// Throws Failure if the module is not there.
std::unique_ptr<Draughtsman> draughtsman();

}  // namespace octavo::pictures
