#include "sheets/words.h"

namespace octavo::sheets {

Words::Words(glyphs::Fonts& fonts)
    : fonts_(fonts), font_(fonts.request({.families = {"Lato", "sans-serif"}, .features = {.lining = true, .tabular = true}})) {}

float Words::set(std::string_view text, base::Point at, Side side, float size, base::Color color, std::vector<pages::Item>& items) {
  const glyphs::Shaped& shaped = fonts_.shape(font_, text, "en");
  float x = at.x - size * shaped.width * (side == Side::right ? 1 : side == Side::center ? 0.5f : 0);
  for (const glyphs::Run& part : shaped.runs) {
    std::vector<glyphs::Glyph> row(part.glyphs.begin(), part.glyphs.end());
    for (glyphs::Glyph& glyph : row) glyph.cluster -= part.begin;
    pages::GlyphRun run;
    run.origin = {x, at.y};
    run.face = part.face;
    run.size = size;
    run.color = color;
    run.right_to_left = part.right_to_left;
    run.text = fonts_.keep(text.substr(part.begin, part.end - part.begin));
    run.glyphs = fonts_.keep(row);
    items.push_back(std::move(run));
    x += size * part.width;
  }
  return x;
}

}  // namespace octavo::sheets
