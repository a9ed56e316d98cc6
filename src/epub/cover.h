#pragma once
// The cover of a book that has none.
#include <string>

#include "glyphs/glyphs.h"

namespace octavo::epub {

struct CoverText {
  std::string title, subtitle, authors, publisher, language;
};
// Typographic, 1600 x 2560 pixels, as PNG; the same text gives the same bytes on the same fonts. A title with a colon and no subtitle is
// parted there.
std::string drawn_cover(const CoverText& text, glyphs::Fonts& fonts);

}  // namespace octavo::epub
