// First letters that rules set apart, and drop capitals (CSS Inline 3, section 4): as tall as some lines, beside which they stand.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/first_letter.h"
#include "pages/composer.h"

namespace octavo::pages {
namespace {

constexpr float widest = 0.5f;  // of the measure: beside what is wider, no line could be set well

// How many lines it is tall, and how many of them it stands beside.
struct Drop {
  float lines = 1;
  int sink = 1;
};

}  // namespace

const style::Element* Composer::owner_of(std::string_view made, const style::Element& element) const {
  // A block's first letter is its first block's.
  for (const style::Element* one = &element; one; one = one->previous ? nullptr : one->parent)
    if (workshop_.sheet.has_rules({made, {}, {}, one, nullptr, false})) return one;
  return nullptr;
}

std::string Composer::set_first_letter(Collected& into, std::string words, const style::Computed& around, const style::Computed& style,
                                       const Place& place, lines::Tag whole) {
  const base::FirstLetter found = base::first_letter(words);
  if (found.begin == words.size()) return words;
  const style::Element& owner = *first_letter_of_;
  const bool is_whole = found.end > found.letter;
  const bool may_follow = !is_whole && found.after == words.size();  // the letter, after its punctuation
  if (!may_follow) first_letter_of_ = nullptr;
  // Letters that run to the left are joined to their word, or have no capitals.
  if (book::is_right_to_left(place.language) || (!is_whole && !may_follow)) {
    first_letter_of_ = nullptr;
    return transformed(words, style.transform, place.language);
  }

  style::Computed letter = style_of({"::first-letter", {}, {}, &owner, nullptr, false}, around);
  const auto metrics_of = [&](const style::Computed& one) { return workshop_.fonts.metrics(text_style(one, place.language).font); };
  const auto height_of_capitals = [&](const style::Computed& one) {
    const float height = metrics_of(one).cap_height;
    return (height > 0 ? height : 0.7f) * one.font_size;
  };
  const float leading = into.style.line_height, capital = height_of_capitals(into.style);
  Drop drop;
  if (letter.initial_lines > 0) {
    drop.lines = letter.initial_lines;
    drop.sink = letter.initial_sink > 0 ? letter.initial_sink : std::max(static_cast<int>(drop.lines), 1);
  } else if (letter.floats) {
    drop.sink = std::max(static_cast<int>(std::lround((height_of_capitals(letter) - capital) / leading)) + 1, 1);
    drop.lines = static_cast<float>(drop.sink);
  }
  // What follows may be drawn nearer, but not past the letter.
  const float before = std::max(letter.margin.left + letter.padding.left, -letter.font_size);
  const float after = std::max(letter.margin.right + letter.padding.right, -letter.font_size / 2);
  const float size = letter.font_size * (capital + (drop.lines - 1) * leading) / height_of_capitals(letter);
  const auto width_of = [&](std::string_view part, const lines::TextStyle& look) {
    return workshop_.fonts.shape(look.font, part, look.language).width * size;
  };
  const style::Align align = into.style.align;
  const std::string_view large = std::string_view(words).substr(found.begin, found.after - found.begin);
  const bool is_drop = (letter.initial_lines > 0 || drop.sink > 1) && (align == style::Align::justify || align == style::Align::left) &&
                       before + width_of(large, text_style(letter, place.language)) + after < widest * (section_.measure - place.left - place.right);
  if (is_drop) {
    letter.oldstyle = false;
    letter.lining = true;  // as tall as capitals
    letter.font_size = size;
    letter.rise = -static_cast<float>(drop.sink - 1) * leading;
    letter.letter_spacing = 0;
    letter.background.reset();
    letter.border = {};
    letter.radius = 0;
    letter.underline = letter.line_through = false;
  } else {
    letter.rise += around.rise;
  }
  into.raised = std::max(into.raised, height_of_capitals(letter) + letter.rise);

  lines::TextStyle text = text_style(letter, place.language);
  text.is_initial = is_drop;
  auto& paragraph = into.paragraph;
  float width = 0;
  const auto in_its_case = [&](std::string_view part) { return transformed(std::string(part), style.transform, place.language); };
  const std::string all = in_its_case(words);
  std::string rest = all.substr(std::min(in_its_case(std::string_view(words).substr(0, found.after)).size(), all.size()));
  // A space after a drop capital is read, but not seen.
  const bool hides_space = is_drop && is_whole && rest.starts_with(' ');
  if (hides_space) rest.erase(0, 1);
  const auto set = [&](std::size_t begin, std::size_t end, bool is_last) {
    if (begin == end) return;
    std::string part = transformed(words.substr(begin, end - begin), letter.transform, place.language);
    lines::TextStyle look = text;
    // An italic T leans over what follows; beside a large one that would be seen.
    const auto overhang = [&] { return is_drop ? workshop_.fonts.overhang(workshop_.fonts.shape(look.font, part, look.language)) * size : 0; };
    const float white_after = is_last ? after + overhang() : 0;
    look.letter_spacing += white_after;
    width += width_of(part, look) + white_after;
    if (is_last && hides_space) part += ' ';
    tags_.push_back(tags_[whole]);
    tags_.back().is_initial = is_drop;
    paragraph.pieces.push_back(lines::Words{std::move(part), style_index(paragraph, std::move(look)), static_cast<lines::Tag>(tags_.size() - 1)});
  };
  const bool is_followed = found.after > found.end;
  set(found.begin, found.letter, false);
  set(found.letter, found.end, !is_followed);
  set(found.end, found.after, true);
  if (is_drop) {
    if (paragraph.beside == 0) {
      paragraph.first_indent += before;
      paragraph.beside = paragraph.first_indent - paragraph.hanging_indent;
    }
    paragraph.lines_beside = static_cast<std::uint32_t>(drop.sink - 1);
    paragraph.beside += width;
  }

  return rest;
}

bool Composer::has_word(const lines::Line& line, const lines::PlacedRun& initial) const {
  const auto is_word = [&](const lines::PlacedRun& run) { return &run > &initial && !run.glyphs.empty() && !tags_[run.tag].is_initial; };
  const auto next = std::ranges::find_if(line.runs, is_word);
  return next != line.runs.end() && !next->right_to_left && !next->text.empty() && tags_[next->tag].structure == tags_[initial.tag].structure;
}

// Glyph by glyph, for each is to stand for nothing.
void Composer::draw_unsaid(const GlyphRun& initial, Strip& strip) {
  GlyphRun one = initial;
  one.text = said_elsewhere;
  for (glyphs::Glyph glyph : initial.glyphs) {
    if (initial.text[glyph.cluster] == ' ') continue;
    glyph.cluster = 0;
    one.glyphs = workshop_.fonts.keep(std::span(&glyph, 1));
    strip.items.push_back(one);
    one.origin.x += glyph.advance * one.size * one.scaling;
  }
}

// As small as the word, and touching it; letters not drawn apart, for that is said of a capital, and a space as wide as one.
void Composer::say_beside(const std::vector<GlyphRun>& initial, const GlyphRun& word, Strip& strip) {
  constexpr float space = 0.25f;  // ems
  float x = word.origin.x;
  for (auto run = initial.rbegin(); run != initial.rend(); ++run) {
    std::vector<glyphs::Glyph> glyphs(run->glyphs.begin(), run->glyphs.end());
    for (std::size_t index = 0; index < glyphs.size(); ++index) {
      const bool ends_cluster = index + 1 == glyphs.size() || glyphs[index + 1].cluster != glyphs[index].cluster;
      if (run->text[glyphs[index].cluster] == ' ') glyphs[index].advance = space;
      else if (ends_cluster) glyphs[index].advance -= run->tracking / run->size;
      x -= glyphs[index].advance * word.size;
    }
    GlyphRun said = *run;
    said.origin = {x, word.origin.y};
    said.size = word.size;
    said.tracking = 0;
    said.is_unseen = true;
    said.glyphs = workshop_.fonts.keep(glyphs);
    strip.items.push_back(std::move(said));
  }
  std::reverse(strip.items.end() - static_cast<std::ptrdiff_t>(initial.size()), strip.items.end());
}

}  // namespace octavo::pages
