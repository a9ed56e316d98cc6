#pragma once
// Areas that are filled piece by piece, line after line, and are one to the eye: the rule beside a block of code, the tint behind it.
#include <vector>

#include "pages/page.h"

namespace octavo::pdf {

// For each fill of the page, in their order, the area to fill: a whole band where it begins, nothing where it goes on. A band is whole
// as far as pieces of the same sides and colour touch, with nothing but text between them in the order of drawing, or other bands beside it.
std::vector<base::Rect> bands_of(const pages::Page& page);

}  // namespace octavo::pdf
