#include "pages/reword.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace octavo::pages {
namespace {

constexpr float most_unseen = 0.035f;  // ems that a word space may change by

// Where a line got wider or narrower, and where that brings what stood at some place of it.
class Moves {
 public:
  void add(float at, float by) { moves_.push_back({at, by}); }
  float moved(float x) const {
    float to = x;
    for (const Move& move : moves_)
      if (move.at < x + hair) to += move.by;
    return to;
  }

 private:
  static constexpr float hair = 0.01f;  // rounding
  struct Move { float at, by; };        // everything from here on moves by so much
  std::vector<Move> moves_;
};

// Of glyphs set as the run is.
float width_of(std::span<const glyphs::Glyph> glyphs, const GlyphRun& run) {
  float width = 0;
  for (const glyphs::Glyph& glyph : glyphs) width += glyph.advance;
  return width * run.size * run.scaling;
}
float width_of(const GlyphRun& run) { return width_of({run.glyphs.begin(), run.glyphs.end()}, run); }

bool is_space(const GlyphRun& run, const glyphs::Glyph& glyph) { return glyph.cluster < run.text.size() && run.text[glyph.cluster] == ' '; }

// The words shaped as the run is; no glyphs where the font lacks some of them.
std::vector<glyphs::Glyph> shaped(const std::string& words, const GlyphRun& like, const PageReference& reference, glyphs::Fonts& fonts) {
  const glyphs::Shaped& set = fonts.shape(reference.font, words, reference.language);
  if (set.runs.size() != 1 || set.runs.front().face != like.face) return {};
  const glyphs::GlyphRow& row = set.runs.front().glyphs;
  std::vector<glyphs::Glyph> glyphs(row.begin(), row.end());
  for (glyphs::Glyph& glyph : glyphs) glyph.advance += reference.letter_spacing / like.size;
  return glyphs;
}

// Makes every space of the line wider by so much; says where.
void widen_spaces(Strip& strip, const SetReference& place, float by, Moves& moves, glyphs::Fonts& fonts) {
  for (std::size_t index = place.begin; index < place.end; ++index) {
    auto* run = std::get_if<GlyphRun>(&strip.items[index]);
    if (!run) continue;
    std::vector<glyphs::Glyph> glyphs(run->glyphs.begin(), run->glyphs.end());
    float x = run->origin.x;
    for (glyphs::Glyph& glyph : glyphs) {
      x += glyph.advance * run->size * run->scaling;
      if (!is_space(*run, glyph)) continue;
      moves.add(x, by);
      glyph.advance += by / (run->size * run->scaling);
    }
    run->glyphs = fonts.keep(glyphs);
  }
}

}  // namespace

bool reword(Strip& strip, const SetReference& place, const PageReference& reference, const PageReference& now, glyphs::Fonts& fonts,
            float most) {
  auto* run = place.item ? std::get_if<GlyphRun>(&strip.items[*place.item]) : nullptr;
  const std::size_t at = run ? run->text.find(reference.words) : std::string::npos;
  if (!run || run->right_to_left || at == std::string::npos) return false;
  std::string text(run->text);
  text.replace(at, reference.words.size(), now.words);
  const std::vector<glyphs::Glyph> glyphs = shaped(text, *run, reference, fonts);
  if (glyphs.empty()) return false;

  const float before = width_of(*run), end = run->origin.x + before;
  const float left_over = before - width_of(glyphs, *run);
  std::size_t spaces = 0;
  float narrowest = std::numeric_limits<float>::infinity();  // of them, ems
  float line_left = end, line_right = end;
  const auto reaches = [&](float left, float right) {
    line_left = std::min(line_left, left);
    line_right = std::max(line_right, right);
  };
  for (std::size_t index = place.begin; index < place.end; ++index) {
    if (const auto* picture = std::get_if<Picture>(&strip.items[index])) reaches(picture->area.x, picture->area.right());
    if (const auto* one = std::get_if<GlyphRun>(&strip.items[index])) {
      for (const glyphs::Glyph& glyph : one->glyphs)
        if (is_space(*one, glyph)) {
          ++spaces;
          narrowest = std::min(narrowest, glyph.advance * one->scaling);
        }
      reaches(one->origin.x, one->origin.x + width_of(*one));
    }
  }
  constexpr std::size_t enough = 4;  // fewer would show it: then the line ends elsewhere
  // A line that is short anyway gets longer or shorter at its end.
  const bool is_loose = place.room > 0 && -left_over <= place.room;
  const float by_space = is_loose ? 0 : left_over / static_cast<float>(std::max(spaces, enough));
  const bool runs_together = by_space < 0 && narrowest + by_space / run->size < lines::narrowest_space;
  if (std::abs(by_space) > most * run->size || (runs_together && most < std::numeric_limits<float>::infinity())) return false;
  run->text = fonts.keep(std::string_view(text));
  run->glyphs = fonts.keep(glyphs);
  run->tracking = reference.letter_spacing;
  Moves moves;
  if (!is_loose && !runs_together && spaces >= enough) widen_spaces(strip, place, by_space, moves, fonts);
  moves.add(end, -left_over);

  const auto move = [&](base::Rect& area) {
    const float right = moves.moved(area.right());
    area.x = moves.moved(area.x);
    area.width = right - area.x;
  };
  for (std::size_t index = place.begin; index < place.end; ++index)
    std::visit(book::Overloaded{
                   [&](GlyphRun& one) { one.origin.x = moves.moved(one.origin.x); },
                   [&](Fill& fill) { move(fill.area); },
                   [&](Picture& picture) { picture.area.x = moves.moved(picture.area.x); },
                   [](auto&) {},
               },
               strip.items[index]);
  for (LinkArea& link : strip.links) {
    if (link.structure == run->structure) link.description = now.label;
    // The strip of a table's row has other lines beside this one.
    if (link.area.x >= line_left - 1 && link.area.x <= line_right) move(link.area);
  }
  return true;
}

bool reword(Section& section, const book::Folios& folios, Aim aim, Workshop& workshop) {
  const book::Terms& terms = book::terms(workshop.book.metadata.language);
  const bool is_last = aim == Aim::truth;
  std::vector<PageReference> now = section.references;
  bool is_wanted = false;
  for (PageReference& reference : now) {
    if (!reference.from && !is_last && !is_true(reference, folios)) return false;  // its line is made of it
    if (!reference.from || !reference.page) continue;
    const Wording best = best_wording(reference, folios);
    if (is_last ? is_true(reference, folios) : is_best(reference, folios)) continue;
    if (reference.wording == Wording::none || (!is_last && best == Wording::none)) {
      if (!is_last) return false;
      continue;
    }
    reference.wording = is_last ? Wording::number : best;
    reference.label = folios.label(reference.target);
    reference.words = words_of(reference.wording, reference.label, terms);
    is_wanted = true;
  }
  if (!is_wanted) return true;
  std::vector<bool> is_worded(now.size());
  bool could = true;
  const auto word = [&](Galley& galley) {
    for (Strip& strip : galley)
      for (const SetReference& place : strip.references) {
        const PageReference& reference = section.references[place.reference];
        if (now[place.reference].words == reference.words) continue;
        const float most = is_last ? std::numeric_limits<float>::infinity() : most_unseen;
        if (reword(strip, place, reference, now[place.reference], workshop.fonts, most)) is_worded[place.reference] = true;
        else could = false;
      }
  };
  word(section.galley);
  for (Galley& note : section.notes) word(note);
  for (std::size_t index = 0; index < now.size(); ++index)
    if (is_worded[index]) section.references[index] = std::move(now[index]);
  return could;
}

}  // namespace octavo::pages
