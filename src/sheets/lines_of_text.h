#pragma once
// The lines that glyph runs make, from the head of a page down. Private to the room.
#include <vector>

#include "pages/page.h"

namespace octavo::sheets {

// Runs in the body whose baselines are nearly the same, those of superscripts included. Running heads and folios are none.
struct TextLine {
  float baseline = 0, size = 0;  // of its largest run
  std::vector<const pages::GlyphRun*> runs;
};
std::vector<TextLine> lines_of_text(const pages::Page& page);

float width_of(const pages::GlyphRun& run);

}  // namespace octavo::sheets
