#pragma once
// Text to positioned glyphs: fonts found on the system by name, fallback where a font lacks a character, shaping by HarfBuzz,
// hyphenation points, glyphs as pixels, and the parts of fonts that go into a file. All measures are in ems (1.0 is the font size) unless
// said otherwise.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/geometry.h"
#include "base/ids.h"
#include "base/names.h"

namespace octavo::glyphs {

using FaceId = base::Id<struct FaceTag>;  // one font file (and index in it)
using FontId = base::Id<struct FontTag>;  // one request: families, weight, slant, features; falls back over several faces

struct Features {
  bool small_caps = false;      // lower case as small capitals (smcp); a font without them leaves it as it is
  bool all_small_caps = false;  // capitals too (c2sc)
  bool oldstyle = false, lining = false, tabular = false;
  bool ligatures = true, kerning = true;  // ligatures: liga, clig, calt; those a script cannot do without stay
  base::Names more = {};  // "ss01=1": any feature of OpenType by its tag; the last one of a tag counts
  friend bool operator==(const Features&, const Features&) = default;
};

struct Request {
  base::Names families;  // in order; "serif", "sans-serif" and "monospace" are octavo's own choices
  int weight = 400;
  bool italic = false;
  Features features;
  float size = 0;  // points: matters to fonts that are drawn otherwise for small text; 0: as they are by themselves
  friend bool operator==(const Request& left, const Request& right) {  // names last: most often something else differs
    return left.size == right.size && left.weight == right.weight && left.italic == right.italic && left.features == right.features &&
           left.families == right.families;
  }
};

struct Weights {  // as CSS counts
  int lightest = 400, heaviest = 400;
};
struct CharacterRange {
  char32_t first = 0, last = 0;
};
// A face that the book declares (CSS Fonts 4, section 4). What is not said is as the font says.
struct OwnFace {
  std::string family;
  std::optional<Weights> weights;
  std::optional<bool> is_italic;
  std::vector<CharacterRange> characters;  // what it is asked for; none: everything
};

struct Glyph {
  std::uint32_t id = 0;
  float advance = 0;            // how far the pen moves
  float x_offset = 0, y_offset = 0;  // y grows upward
  std::uint32_t cluster = 0;    // byte offset, in the text shaped, of the cluster it belongs to
};

// Glyphs that are never changed once they are set, so that copies share them.
class GlyphRow {
 public:
  GlyphRow() = default;
  const Glyph* begin() const { return glyphs_.data(); }
  const Glyph* end() const { return begin() + size(); }
  std::size_t size() const { return glyphs_.size(); }
  bool empty() const { return glyphs_.empty(); }
  const Glyph& operator[](std::size_t index) const { return glyphs_[index]; }
  const Glyph& front() const { return glyphs_.front(); }
  const Glyph& back() const { return glyphs_.back(); }

 private:
  friend class Rows;
  explicit GlyphRow(std::span<const Glyph> glyphs) : glyphs_(glyphs) {}

  std::span<const Glyph> glyphs_;
};

// Rows of glyphs and the words they stand for, side by side in a few large pieces of memory: a book has a hundred thousand of them. They
// stay where they are until all of them go.
class Rows {
 public:
  Rows() = default;
  Rows(const Rows&) = delete;  // its rows would be the other's
  GlyphRow keep(std::span<const Glyph> glyphs) { return GlyphRow(glyphs_.keep(glyphs)); }
  std::string_view keep(std::string_view text) {
    const auto kept = texts_.keep(text);
    return {kept.data(), kept.size()};
  }

 private:
  template <class T>
  struct Pieces {
    std::span<const T> keep(std::span<const T> row);
    std::vector<std::vector<T>> all;  // none is ever longer than it was made for
  };
  Pieces<Glyph> glyphs_;
  Pieces<char> texts_;
};

// Glyphs of one face, in visual order (left to right on paper).
struct Run {
  FaceId face;
  bool right_to_left = false;
  std::uint32_t begin = 0, end = 0;  // bytes of the text shaped
  float width = 0;
  GlyphRow glyphs;
};
struct Shaped {
  std::vector<Run> runs;        // in visual order
  float width = 0;
};

struct Metrics {
  float ascent = 0, descent = 0;     // both positive
  float x_height = 0, cap_height = 0;
  float space = 0;                   // advance of U+0020
  float hyphen = 0;                  // advance of U+002D
  float underline_position = 0, underline_thickness = 0;  // position: below the baseline, positive
};

// What a PDF says of a font.
struct FaceFacts {
  std::string path;
  std::string postscript_name;
  std::string family;           // the name that all weights share, in English
  bool is_cff = false;
  std::uint32_t units_per_em = 1000;
  float box[4] = {};            // xMin, yMin, xMax, yMax in ems
  float ascent = 0, descent = 0, cap_height = 0, x_height = 0;  // descent negative, as PDF wants it
  float italic_angle = 0;       // degrees
  int weight = 400;
  bool is_monospaced = false;
};

// A font file with only the glyphs used, renumbered.
struct Subset {
  std::string bytes;                        // TrueType, or the bare CFF table
  std::vector<std::uint32_t> new_ids;       // by the position of the old id in the list given to subset()
  std::vector<std::uint32_t> old_ids;       // by new id; 0xFFFFFFFF for ids nothing uses
};

// A whole font file with only some characters: TrueType, or OpenType with CFF outlines.
struct Excerpt {
  std::string bytes;
  std::string family;   // in English
  int weight = 400;
  bool is_italic = false, is_cff = false;
  std::string refusal;  // in words: why the font may not be in a book. Then there are no bytes.
};

// A character that no font has.
struct Missing {
  char32_t code_point = 0;
  std::string text;      // the word it first stood in; of a text too long for a word, only the character with its marks
  std::string name;      // as Unicode has it: "SNOWMAN"; "" for characters of private use and those that are not assigned
  std::vector<std::string_view> packages;  // of Debian, that have such characters and are not installed, the best first
};

// How much of every pixel is covered: rows from the top, a byte each.
struct Coverage {
  std::uint32_t width = 0, height = 0;
  std::string bytes = std::string(std::size_t{width} * height, '\0');
};

class Fonts {
 public:
  Fonts();  // costs nothing
  ~Fonts();
  Fonts(Fonts&&) noexcept;

  // Before the first request. A face that is added is chosen before those that are installed under its family's name. The bytes are of
  // TrueType, OpenType, WOFF or WOFF2; `path` is what they are called where they are told of. `name`: the PostScript name of one font of a
  // collection; "": the first. Gives "" or, in words, why the font cannot be used; then nothing was added.
  std::string add(OwnFace face, const std::string& path, std::string bytes, std::string_view name = "");
  // The same of one that is installed, by its full name or its PostScript name.
  std::string add_installed(OwnFace face, std::string_view name);
  // The same request gives the same id, and so do those that differ only in a size that does not matter. The first one looks fonts up
  // through fontconfig, and throws Failure if not even a fallback for Latin is there, naming the packages to install.
  FontId request(const Request& request);
  Metrics metrics(FontId font) const;              // of the first family that exists
  // A stretch of text of one direction and language, mostly a word. The result lives as long as Fonts; equal calls share it.
  // Characters no face has are recorded in missing() and drawn as the first face's .notdef. What cannot be seen (joiners,
  // U+00AD, U+200B) has no glyph, control characters are blanks, a byte that is not UTF-8 is U+FFFD.
  const Shaped& shape(FontId font, std::string_view text, std::string_view language, bool right_to_left = false);
  GlyphRow keep(std::span<const Glyph> glyphs);    // a row of them, as long as Fonts lives
  std::string_view keep(std::string_view text);    // the same of what they stand for
  std::vector<Missing> missing() const;            // each character once, by code point
  std::vector<std::string> refused() const;        // in words: families asked for that may not be in a book
  std::size_t face_count() const;
  FaceFacts face(FaceId face) const;
  float advance(FaceId face, std::uint32_t glyph) const;  // the font's own width, ems
  float overhang(const Shaped& shaped) const;             // by how much its ink reaches beyond its width, ems; 0 at least
  // In pixels, y growing downward; what lies outside the picture is left out. A glyph without an outline is not drawn.
  void draw(FaceId face, std::uint32_t glyph, float size, base::Point origin, Coverage& picture);
  // `glyphs`: sorted, without repeats, .notdef (0) included or not. Throws Failure if HarfBuzz refuses the font.
  Subset subset(FaceId face, const std::vector<std::uint32_t>& glyphs) const;
  FaceId first_face(FontId font) const;            // of the first family that exists, without fallback
  // For reading systems. Characters that the face lacks are left out. What a style sheet may ask for is kept: small capitals and all
  // kinds of figures; ligatures and kerning if `features` has them. A font that cannot be cut is refused.
  Excerpt excerpt(FaceId face, std::u32string_view characters, const Features& features) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A language whose words stay whole, because the package of Debian that says how to divide them is not installed.
struct Undivided { std::string language, package; };

// Where words may be divided (Liang 1983), by Debian's hyphen-* dictionaries.
class Hyphenation {
 public:
  Hyphenation();
  explicit Hyphenation(std::string folder);  // where the dictionaries are, with a slash at its end
  ~Hyphenation();
  Hyphenation(Hyphenation&&) noexcept;
  // Byte offsets inside `word` (letters only, any case) at which a hyphen may be put; empty for a language without a
  // dictionary. At least two letters before and three after; two and two, or more, where the dictionary says so. Where a word would be spelt
  // otherwise when it is divided ("asszony", "asz-szony"), it is not.
  const std::vector<std::uint32_t>& points(std::string_view word, std::string_view language);
  std::vector<Undivided> lacking() const;  // of the languages asked for, in that order

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A stretch of text of one script and one bidi level.
struct Item {
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint8_t level = 0;            // odd: right to left
  std::uint32_t script = 0;          // ISO 15924 tag as HarfBuzz writes it
};
enum class Direction { left_to_right, right_to_left, by_first_letter };
std::vector<Item> itemize(std::string_view text, Direction base);
// What stands on one line, by its levels in the order of reading: the indices from left to right (UAX 9, rule L2).
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace octavo::glyphs
