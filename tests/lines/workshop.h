#pragma once
// Fonts and short ways to write paragraphs, shared by the tests of this room.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace octavo::lines {

struct Workshop {
  glyphs::Fonts fonts;
  glyphs::Hyphenation hyphenation;
  LineRules rules;
  glyphs::FontId serif = fonts.request({.families = {"serif"}});
  glyphs::FontId italic = fonts.request({.families = {"serif"}, .italic = true});
  glyphs::FontId mono = fonts.request({.families = {"monospace"}, .features = {.ligatures = false}});

  // Style 0 is text, 1 italic, 2 code.
  Paragraph empty(std::string language = "en") const {
    Paragraph paragraph;
    paragraph.styles.push_back({.font = serif, .size = 10, .language = language});
    paragraph.styles.push_back({.font = italic, .size = 10, .language = language});
    paragraph.styles.push_back(
        {.font = mono, .size = 8, .language = language, .hyphenate = false, .break_anywhere = true});
    return paragraph;
  }
  Paragraph text(std::string words, std::string language = "en") const {
    auto paragraph = empty(language);
    paragraph.pieces.push_back(Words{std::move(words)});
    return paragraph;
  }
  Paragraph code(std::string words) const {
    auto paragraph = empty();
    paragraph.pieces.push_back(Words{.text = std::move(words), .style = 2});
    paragraph.align = style::Align::left;
    paragraph.preserve_spaces = true;
    return paragraph;
  }
  Tools tools() { return {fonts, hyphenation, rules}; }
  std::vector<Line> set(const Paragraph& paragraph, float measure) {
    return lines::set(paragraph, measure, tools());
  }
};

// Starting the font system takes longer than most tests.
inline Workshop& workshop() {
  static Workshop shared;
  return shared;
}

inline std::string text_of(const Line& line) {
  std::string text;
  for (const auto& run : line.runs) text += run.text;
  return text;
}

inline std::string text_of(const std::vector<Line>& lines) {
  std::string text;
  for (const auto& line : lines) text += text_of(line);
  return text;
}

inline std::vector<std::string> texts(const std::vector<Line>& lines) {
  std::vector<std::string> all;
  for (const auto& line : lines) all.push_back(text_of(line));
  return all;
}

// Where the pen stands after the run's last glyph, as whoever draws it would find.
inline double right_edge(const PlacedRun& run) {
  double x = run.x;
  for (const auto& glyph : run.glyphs) x += static_cast<double>(glyph.advance) * run.size * run.scaling;
  return x;
}

inline double right_edge(const Line& line) {
  double x = 0;
  for (const auto& run : line.runs) x = std::max(x, right_edge(run));
  for (const auto& box : line.boxes) x = std::max<double>(x, box.x + box.width);
  return x;
}

// A pseudo-random sequence that is the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435769u + 1) {}
  std::uint32_t operator()(std::uint32_t sides) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33) % sides;
  }

 private:
  std::uint64_t state_;
};

inline const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {
      "a",           "of",         "the",        "linked",    "note",        "typesetting",
      "“quoted”",    "paragraph,", "office",     "affluent",  "well-read",   "self-evident",
      "hyphenation", "end.",       "(brackets)", "question?", "dash—dash",   "1,024",
      "either/or",   "philosophy", "it’s",       "WAVE",      "Typography;", "incomprehensible",
      "ﬁ",           "naïve",      "Zürich",     "and",       "in",          "to"};
  return words;
}

inline std::string random_text(Dice& dice, std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += vocabulary()[dice(static_cast<std::uint32_t>(vocabulary().size()))];
  }
  return text;
}

}  // namespace octavo::lines
