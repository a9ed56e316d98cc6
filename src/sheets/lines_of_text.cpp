#include "sheets/lines_of_text.h"

#include <algorithm>

namespace octavo::sheets {

float width_of(const pages::GlyphRun& run) {
  float width = 0;
  for (const glyphs::Glyph& glyph : run.glyphs) width += glyph.advance;
  return width * run.size * run.scaling;
}

std::vector<TextLine> lines_of_text(const pages::Page& page) {
  std::vector<const pages::GlyphRun*> runs;
  auto furniture = page.furniture.begin();
  for (std::uint32_t i = 0; i < page.items.size(); ++i) {
    while (furniture != page.furniture.end() && furniture->end <= i) ++furniture;
    const bool is_outside = furniture != page.furniture.end() && furniture->begin <= i && furniture->kind != pages::FurnitureKind::repeated;
    const auto* run = std::get_if<pages::GlyphRun>(&page.items[i]);
    const bool stands_in_line = run && !run->glyphs.empty() && !run->is_unseen && run->text != pages::said_elsewhere;
    if (stands_in_line && !is_outside) runs.push_back(run);
  }
  std::ranges::stable_sort(runs, {}, [](const pages::GlyphRun* run) { return run->origin.y; });
  std::vector<TextLine> lines;
  for (const pages::GlyphRun* run : runs) {
    // Lifted by less than half the type: a superscript, before its line or in it.
    const bool goes_on = !lines.empty() && run->origin.y - lines.back().baseline < 0.5f * std::max(run->size, lines.back().size);
    if (!goes_on) lines.emplace_back();
    TextLine& line = lines.back();
    if (run->size > line.size) {
      line.size = run->size;
      line.baseline = run->origin.y;
    }
    line.runs.push_back(run);
  }
  return lines;
}

}  // namespace octavo::sheets
