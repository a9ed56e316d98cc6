#pragma once
#include <string>

namespace octavo::pages {

// Lower-case roman numerals, for front matter and lists: 14 is "xiv".
std::string roman(std::size_t number);

}  // namespace octavo::pages
