#pragma once
// The collected text as shaped atoms: words, white space, boxes, fills, forced breaks. A word is shaped
// whole, so that kerning and ligatures cross the places where it may be broken; a part of it is shaped anew
// once a break is chosen.
#include <cstdint>
#include <vector>

#include "lines/collect.h"

namespace octavo::lines {

enum class AtomKind : std::uint8_t { word, space, box, fill, forced_break };

struct StyleFacts {
  const TextStyle* style = nullptr;  // none as long as they are not known
  bool scalable = false;             // as Atom::scalable
  const glyphs::Shaped* space = nullptr;
  float space_width = 0, hyphen_width = 0;  // points
  float ascent = 0, descent = 0;            // points, rise included
};

// Of one stretch, one direction, one kind.
struct Atom {
  std::uint32_t begin = 0, end = 0;  // bytes of the collected text
  std::uint32_t stretch = 0;         // into Collected::stretches
  AtomKind kind = AtomKind::word;
  std::uint8_t level = 0;                  // of UAX 9: odd is right to left
  // Whether the letters of a word, or the words on either side of a space, may be scaled: not those of code,
  // which stand in columns, nor ideographs, which stand in squares.
  bool scalable = false;
  float width = 0;                         // natural, in points
  std::uint32_t object = 0;                // of boxes and fills, into Collected::objects
  const glyphs::Shaped* shaped = nullptr;  // of words; of white space one U+0020
  const StyleFacts* facts = nullptr;       // in Shaping::facts
};

// A paragraph ready to be broken. Refers to the paragraph and the fonts it was made from.
struct Shaping {
  Shaping() = default;
  Shaping(Shaping&&) = default;  // never copied: its atoms refer to its facts

  const Paragraph* paragraph = nullptr;
  glyphs::Fonts* fonts = nullptr;
  Collected collected;
  std::vector<StyleFacts> facts;  // by style; those that occur are known
  std::vector<Atom> atoms;        // cover the text without gaps
  bool right_to_left = false;     // the paragraph as a whole
  float em = 0;                   // size of its first style

  const TextStyle& style(const Atom& atom) const { return *atom.facts->style; }
  const StyleFacts& facts_of(const Atom& atom) const { return *atom.facts; }
  bool runs_right_to_left(const Atom& atom) const { return atom.level % 2 == 1; }
};

Shaping shape(const Paragraph& paragraph, glyphs::Fonts& fonts);

enum class Ending : std::uint8_t { plain, hyphen };
// A part of a word, its clusters counted from `begin`.
const glyphs::Shaped& shape_part(const Shaping& shaping, const Atom& atom, std::uint32_t begin,
                                 std::uint32_t end, Ending ending);
// What shaped text takes in its style, in points.
float width_of(const glyphs::Shaped& shaped, const TextStyle& style);
// How far the pen moves for the first and the last glyph in the order of reading, in ems.
float first_advance(const glyphs::Shaped& shaped);
float last_advance(const glyphs::Shaped& shaped);

// How wide the beginnings of a shaped word are, asked for at ascending places. Inside a ligature its width is
// shared out.
class Ruler {
 public:
  Ruler(const glyphs::Shaped& shaped, std::uint32_t length, const TextStyle& style);
  double before(std::uint32_t place);  // points; bytes from the beginning of the word

 private:
  const glyphs::Glyph* next() const;  // in the order of reading
  void step();
  void load();

  const glyphs::Shaped* shaped_;
  std::uint32_t length_;
  float size_, letter_spacing_;
  bool right_to_left_;
  std::size_t run_ = 0, glyph_ = 0;  // counted in the order of reading
  double done_ = 0;                  // width of the clusters before the one loaded
  std::uint32_t begin_ = 0, end_ = 0;
  double cluster_ = 0;
};

}  // namespace octavo::lines
