#pragma once
// The fonts of a document (ISO 32000-1, 9.7): which glyphs of each face the pages show, the codes they get in
// the file, what they stand for, and the font objects.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "glyphs/glyphs.h"
#include "pages/page.h"
#include "pdf/clusters.h"
#include "pdf/haru.h"

namespace octavo::pdf {

struct Typeface {
  struct alignas(64) Glyph {  // side by side in the cache
    std::uint16_t code = 0;       // in the strings of the file, and what the font knows it by
    std::uint16_t number = 0;     // what the font program knows it by
    std::array<char, 4> bytes{};  // the code in a string, escaped
    std::uint8_t length = 0;      // of them
    bool is_word_space = false;   // word spacing (9.3.3) widens it
    float width = 0;              // thousandths of an em, as the file has it
    std::int16_t character = -1;  // its text, where that is one byte; else -1
    std::uint32_t next = 0;       // where in `glyphs` the same glyph has another code for another text, counted from 1; 0 if it has none
    std::string text;             // the one meaning the Unicode map gives the code
  };
  std::vector<Glyph> glyphs;             // those that pages use, in the order of first use
  std::vector<std::uint32_t> place_of;   // by id: where in `glyphs`, counted from 1; 0 if no page uses it
  std::vector<std::uint8_t> is_certain;  // by id: whether its text comes from a cluster of this glyph alone
  const Glyph& operator[](std::uint32_t id) const { return glyphs[std::size_t{place_of[id]} - 1]; }
  Glyph& operator[](std::uint32_t id) { return glyphs[std::size_t{place_of[id]} - 1]; }
  std::string name;              // of the resource: "F3"
  struct Selection { float size = 0; std::string operation; };
  std::vector<Selection> selections;  // those there have been
  std::uint32_t space = 0;       // the glyph of U+0020, where the pages show one; else 0
  bool is_cff = false;
  bool has_short_codes = false;  // of one byte
  bool has_no_more_codes = false;  // for further texts of its glyphs
  std::string program;           // the subset
};

class Typefaces {
 public:
  Typefaces(const pages::Pages& pages, const glyphs::Fonts& fonts);

  const Typeface& operator[](glyphs::FaceId face) const { return faces_[face.index()]; }
  // The face that lends a space to those the pages show none of; none if no face has one.
  glyphs::FaceId lender() const { return lender_; }
  // Whether pages show a box where no font has the character.
  bool show_a_missing_glyph() const;
  // Whether the glyphs of the cluster can, one after the other, read as its text: then `places` says which of their codes do, each by
  // its place in Typeface::glyphs. If not, the text must be said beside them. A glyph that means what it never meant before gets
  // a further code, for most readers look at nothing but the map.
  bool spell(const pages::GlyphRun& run, const Cluster& cluster, std::vector<std::uint32_t>& places);
  // The operator that sets the face in this size: "/F3 9.5 Tf". It is kept, because lines change from one face to another and back; good until
  // the next.
  std::string_view selection(glyphs::FaceId face, float size);
  // Writes the fonts. Gives the entries of the resource dictionary's /Font.
  Tokens embed(Document& document) const;

 private:
  void collect(const pages::GlyphRun& run);
  void subset(glyphs::FaceId face);
  // Where in `glyphs` the glyph reads as the text, counted from 1; 0 if it cannot.
  std::uint32_t place_of(Typeface& face, std::uint32_t glyph, std::string_view text);

  const glyphs::Fonts& fonts_;
  std::vector<Typeface> faces_;
  glyphs::FaceId lender_;
};

}  // namespace octavo::pdf
