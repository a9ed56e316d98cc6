#pragma once
// Type set by hand.
#include <string_view>
#include <vector>

#include "sheets/sheets.h"

namespace octavo::sheets {

// Words at `at`, their spaces so many times as wide as the font has them.
inline void set_type(glyphs::Fonts& fonts, pages::Page& page, std::string_view text, base::Point at, pages::StructureId structure = {}, float spaces = 1) {
  const auto font = fonts.request({.families = {"Vollkorn", "serif"}});
  for (const glyphs::Run& part : fonts.shape(font, text, "en").runs) {
    pages::GlyphRun run;
    run.origin = at;
    run.face = part.face;
    run.size = 10;
    run.structure = structure;
    run.text = fonts.keep(text.substr(part.begin, part.end - part.begin));
    std::vector<glyphs::Glyph> glyphs(part.glyphs.begin(), part.glyphs.end());
    for (glyphs::Glyph& glyph : glyphs) {
      glyph.cluster -= part.begin;
      if (run.text[glyph.cluster] == ' ') glyph.advance *= spaces;
      at.x += 10 * glyph.advance;
    }
    run.glyphs = fonts.keep(glyphs);
    page.items.push_back(std::move(run));
  }
}

}  // namespace octavo::sheets
