#pragma once
// Which characters a font draws otherwise for what stands beside them. In: a face and a plan of HarfBuzz's for text from left to right. Out:
// for each character of Latin-1 and the punctuation of typesetters, what may not follow it in a word that is put together from single
// characters and pairs.
//
// Why what is left is exact (OpenType 1.9, "GSUB", "GPOS" and "Common table formats"): a rule begins at a glyph of its first coverage, and
// one of several glyphs goes on with the glyph after or before it. So while nothing but single substitutions has been at work, every glyph is
// one that those make of its character, and a rule that needs neighbours can begin only where two characters stand side by side that are kept
// apart here. What remains is the kerning of a glyph by the one after it, which adds to the first of them alone.
#include <array>
#include <bitset>
#include <optional>
#include <string_view>

#include "glyphs/face.h"

namespace octavo::glyphs {

// Characters are counted on from the blank, those of Latin-1 first; the last of all is the end of the word.
constexpr std::u32string_view punctuation = U"–—‘’‚“”„…‹›";
constexpr std::size_t latin_end = 0x100 - ' ', word_end = latin_end + punctuation.size();
using Characters = std::bitset<word_end + 1>;

// More than word_end for any other.
inline std::size_t number_of(char32_t c) {
  if (c < 0x100) return std::size_t{c} - ' ';
  const std::size_t at = punctuation.find(c);
  return at == punctuation.npos ? at : latin_end + at;
}

struct Neighbours {
  std::array<Characters, word_end> apart;  // by the first of a pair: those that it must not stand before
  bool has_kerning = false;                // by pairs
};

// Nothing if HarfBuzz has other tables than GSUB and GPOS to read, or if those are seen to be damaged or of a kind that is not known here. What
// HarfBuzz itself mends in a damaged table is not seen: where two parts of it lie over each other, a word may come out otherwise than it
// would as a whole.
std::optional<Neighbours> neighbours(const Face& face, hb_shape_plan_t* plan);

}  // namespace octavo::glyphs
