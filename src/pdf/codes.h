#pragma once
// Which character codes the glyphs of a face have in the file, and the map from them to the font program (ISO 32000-1, 9.7.5).
#include <string>
#include <string_view>
#include <vector>

#include "pdf/fonts.h"

namespace octavo::pdf {

// What the numbers of a font program are called, in the font and in its map alike.
constexpr std::string_view identity_system = "/Registry(Adobe)/Ordering(Identity)/Supplement 0";

using Used = std::vector<const Typeface::Glyph*>;  // by code, each code once

// One byte for each glyph of a face that shows few. A character of ASCII is its own code where that need not be escaped, so that a
// word is the same bytes in every face; the space is 32 and nothing else is, because word spacing goes by that code (9.3.3).
// In a face that shows many, or knows one by a large number, the code is the number: two bytes, and the map is Identity-H.
void assign_codes(Typeface& face);

// `name`: of the map, one for each.
std::string character_map(const Used& used, std::string_view name);

}  // namespace octavo::pdf
