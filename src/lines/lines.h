#pragma once
// Paragraphs to lines: collect, find the opportunities, make boxes, glue and penalties, break by total fit
// (Knuth and Plass 1981), justify. A paragraph is a list of pieces in styles; a line is runs of glyphs at
// horizontal positions. Lengths are in points.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/geometry.h"
#include "glyphs/glyphs.h"
#include "style/style.h"

namespace octavo::lines {

// Round words, and round the corners of what is behind them.
struct Outline {
  float width = 0, radius = 0;  // points
  base::Color color;
  style::LineStyle style = style::LineStyle::solid;
  friend bool operator==(const Outline&, const Outline&) = default;
};

struct TextStyle {
  glyphs::FontId font;
  float size = 10;
  base::Color color;
  float rise = 0;  // the baseline lifted
  float letter_spacing = 0, word_spacing = 0;
  std::string language = "en";
  bool hyphenate = true;
  style::HyphenLimits hyphen_limits;
  bool break_anywhere = false;  // code and addresses: between any two characters, after punctuation first
  bool has_fixed_spaces = false;  // code: they are characters as wide as any, and stand by that
  bool underline = false, line_through = false;
  style::Decoration decoration = {};          // of these lines
  std::optional<base::Color> highlight = {};  // a tint behind the words
  Outline outline = {};                       // round them
  bool is_initial = false;  // of a drop capital: as wide as it is, its space of no width, and never out in the margin
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// Given back with whatever the piece became; what it means is the caller's business.
using Tag = std::uint32_t;

// White space is a place to break; U+00A0 and U+202F are not; U+00AD, U+200B, U+2060 as Unicode says.
struct Words {
  std::string text;
  std::uint32_t style = 0;  // into Paragraph::styles
  Tag tag = 0;
  bool counts = true;  // its bytes count in Line::text_offset (page references and note calls do not)
};

// A picture in a line.
struct Box {
  float width = 0, ascent = 0, descent = 0;
  Tag tag = 0;
};

struct ForcedBreak {
  bool is_full = false;  // the line before it is set as though the text went on there: it is one line, whatever is in it
};

// No width: an anchor, a note call; stays with the character after it.
struct Mark {
  std::uint32_t id = 0;
};

// Glue at the very end of a paragraph's last line or between columns of a contents line: takes all the room
// there is, filled with leaders if asked.
struct Fill {
  bool leaders = false;
  std::uint32_t style = 0;
  Tag tag = 0;
};

using Piece = std::variant<Words, Box, ForcedBreak, Mark, Fill>;

// How a paragraph is to be set, whatever its words.
struct Manner {
  std::vector<TextStyle>
      styles;  // at least one if there are pieces; the first one's language is the paragraph's
  // `left` is where reading begins: on the right in a paragraph that runs right to left.
  style::Align align = style::Align::justify;
  style::Align align_last = style::Align::left;  // of the last line, and of a line before a ForcedBreak
  float first_indent = 0;    // of the first line, in code of every source line; may be negative
  float hanging_indent = 0;  // of every other line
  // Kept free at the end of every line but the last: contents and index turn over before it.
  float end_indent = 0;
  // Beside a drop capital: so many lines after the first begin so much further in.
  std::uint32_t lines_beside = 0;
  float beside = 0;
  // Code: every space counts, none is glue; a newline in Words breaks, a tab goes to the next column that is
  // a multiple of tab_size.
  bool preserve_spaces = false;
  int tab_size = 4;
  bool hanging_punctuation = true;
  glyphs::Direction direction = glyphs::Direction::by_first_letter;
  friend bool operator==(const Manner&, const Manner&) = default;
};

struct Paragraph : Manner {
  std::vector<Piece> pieces;
};

struct PlacedRun {
  glyphs::FaceId face;
  float size = 0;
  float scaling = 1;  // of the glyphs and their advances, to the sides only
  float tracking = 0;  // points, in the advances of all glyphs but the last of a word
  base::Color color;
  float x = 0;  // of the first glyph's origin, from the measure's left edge; negative where punctuation hangs
  float rise = 0;
  bool right_to_left = false;
  bool underline = false, line_through = false;
  style::Decoration decoration;
  std::optional<base::Color> highlight;
  Outline outline;
  float width = 0;
  std::string_view text;  // what the glyphs stand for, spaces included; glyph clusters are offsets into it; both are kept by Fonts
  glyphs::GlyphRow glyphs;  // in visual order, advances in ems with the justification in them
  Tag tag = 0;
  std::string language;  // "" where it is the paragraph's own, that of its first style
};
struct PlacedBox {
  float x = 0, width = 0, ascent = 0, descent = 0;
  Tag tag = 0;
};
struct PlacedMark {
  float x = 0;
  std::uint32_t id = 0;
};

struct Line {
  std::vector<PlacedRun> runs;  // in visual order
  std::vector<PlacedBox> boxes;
  std::vector<PlacedMark> marks;
  float width = 0;                // of what is set, from x = 0 or the indent to the last ink
  float ascent = 0, descent = 0;  // of its tallest run or box, rises included
  std::uint32_t text_offset = 0;  // bytes of counting text before the line
  bool hyphenated = false;   // a hyphen was added at its end; it is in the last run's glyphs, not in its text
  bool overfull = false;     // nothing could make it fit
  bool turned_over = false;  // goes on with the line before it, which ended for want of room
  float room = 0;            // white at its end, where it may be short: by so much it can still grow
  float ratio = 0;           // how far its glue is stretched (> 0) or shrunk (< 0)
};

// Unicode's rules of where lines break, by language. To open them costs as much as to set a paragraph, so they stay open.
class LineRules {
 public:
  LineRules();
  ~LineRules();
  LineRules(LineRules&&) noexcept;
  struct Open;  // private to the room
  Open& open() { return *open_; }

 private:
  std::unique_ptr<Open> open_;
};

// No word space is less, in ems: words closer than 0.15 are run together by programs that read text off a page.
constexpr float narrowest_space = 0.152f;

// What paragraphs are set with.
struct Tools {
  glyphs::Fonts& fonts;
  glyphs::Hyphenation& hyphenation;
  LineRules& rules;
};

// Breaks the paragraph to the measure (points). At least one line for a paragraph with pieces; none for an
// empty one. Trailing white space at a break is set as no glyph but stays in the text of the run, so that
// extracted words stay apart.
std::vector<Line> set(const Paragraph& paragraph, float measure, const Tools& tools);

// A paragraph in another number of lines than is best for it.
struct Variant {
  std::vector<Line> lines;  // none where word spaces would have to leave their bounds
  double demerits = 0;      // what that costs beyond the best way
};
// `by` lines longer (> 0) or shorter (< 0) than set() makes it: TeX's looseness, but by just so many lines or not at all. Takes several
// times as long as set(). None for code, nor for a paragraph with forced breaks, which is broken as its author wished.
Variant set(const Paragraph& paragraph, float measure, int by, const Tools& tools);

// What a table column must and would like to have.
struct Extent {
  float minimum = 0;  // the widest unbreakable piece; code and addresses may be broken after punctuation, and
                      // within from eight ems on
  float whole = 0;      // the same if code and addresses stay whole
  float preferred = 0;  // the widest line without breaking
};
Extent extent(const Paragraph& paragraph, const Tools& tools);

}  // namespace octavo::lines
