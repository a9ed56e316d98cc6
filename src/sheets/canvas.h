#pragma once
// Dots of a sheet, for looking at. Private to the room.
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "glyphs/glyphs.h"
#include "pictures/pictures.h"

namespace octavo::sheets {

// All measures in dots.
class Canvas {
 public:
  Canvas(std::uint32_t width, std::uint32_t height);  // white

  // Parts of dots count as such.
  void fill(const base::Rect& area, base::Color color);
  // The same with quarters of circles for corners, above and below.
  void fill(const base::Rect& area, base::Color color, float above, float below);
  void draw(const pictures::Pixels& picture, const base::Rect& area);
  // Comes over all fills and pictures, whenever they were drawn.
  void draw(glyphs::Fonts& fonts, glyphs::FaceId face, std::uint32_t glyph, float size, base::Point origin, base::Color color);
  pictures::Pixels take();

 private:
  // A glyph is the same to the quarter of a dot.
  struct Letter {
    glyphs::Coverage dots;
    int left = 0, top = 0;  // of the dots, from the whole dot that the origin is in
  };
  const Letter& letter(glyphs::Fonts& fonts, glyphs::FaceId face, std::uint32_t glyph, float size, int right, int down);
  void mix(std::size_t dot, base::Color color, float share);

  std::uint32_t width_, height_;
  std::string dots_;  // RGB
  using Key = std::tuple<std::uint32_t, std::uint32_t, float, int>;
  std::map<Key, Letter> letters_;
  std::vector<std::pair<base::Color, glyphs::Coverage>> words_;  // by colour
};

}  // namespace octavo::sheets
