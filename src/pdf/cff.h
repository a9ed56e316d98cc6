#pragma once
// The one thing a PDF must know of a font program in the Compact Font Format (Adobe Technical Note 5176).
#include <cstdint>
#include <string_view>
#include <vector>

namespace octavo::pdf {

// The CID of every glyph, if the font is keyed by CIDs; nothing if it is keyed by names, or broken.
std::vector<std::uint16_t> character_ids(std::string_view cff);

}  // namespace octavo::pdf
