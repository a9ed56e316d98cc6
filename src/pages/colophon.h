#pragma once
// What the book says of its own setting.
#include <string>
#include <vector>

#include "pages/assemble.h"

namespace octavo::pages {

// "Set in Vollkorn and JetBrains Mono by octavo 1.2.3", in the book's language: the families by their own names, most used
// first. One that lends fewer than a glyph in a thousand is a stand-in for a few characters, and is not named.
std::string colophon(Workshop& workshop, const std::vector<CutSection>& sections);

}  // namespace octavo::pages
