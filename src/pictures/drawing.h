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
  // The same without the colours: how opaque every pixel is, a byte each. The width must be a multiple of 4, as cairo wants rows to be.
  virtual std::optional<std::string> draw_opacity(std::string_view svg, std::uint32_t width, std::uint32_t height) = 0;
  // The widths of the texts whose ids are t0, t1, t2 ... in user units; 0 for what cannot be measured.
  virtual std::vector<double> widths(std::string_view svg, std::size_t count) = 0;
};

// Throws Failure if the module is not there.
std::unique_ptr<Draughtsman> draughtsman();

}  // namespace octavo::pictures
