#pragma once
// Which character codes the glyphs of a face have in the file (ISO 32000-1, 9.7.5).
#include <string>

#include "pdf/fonts.h"

namespace octavo::pdf {

// One byte for each glyph of a TrueType face that shows few. A character of ASCII is its own code where that need not be escaped, so
// that a word is the same bytes in every face; the space is 32 and nothing else is, because word spacing goes by that code (9.3.3).
// The font knows a glyph by its code too (its CIDToGIDMap): Poppler takes a glyph for the space that the font knows by 32, and MuPDF
// before 1.22 loses the text of glyphs whose numbers are no codes. In other faces the code is the font program's own number, two bytes.
void assign_codes(Typeface& face);

// A further code, for another text of a glyph that has one. False if none is left, or if the font program is asked by the code itself.
bool give_spare_code(const Typeface& face, Typeface::Glyph& glyph);

// Whether the codes of the face are not all the font program's own numbers.
bool has_codes_of_its_own(const Typeface& face);

// From code to the number in the font program, two bytes each.
std::string glyphs_by_code(const Typeface& face);

}  // namespace octavo::pdf
