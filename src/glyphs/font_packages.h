#pragma once
// Which Debian packages have fonts for a character: for the author of a text that no installed font can set.
#include <functional>
#include <string_view>
#include <vector>

namespace octavo::glyphs {

// The best first, without those that are installed, because they cannot have it; `has_family` tells by a family of each. None for
// characters of private use and for those that Unicode 15 has not assigned.
std::vector<std::string_view> packages_with(char32_t character, const std::function<bool(std::string_view family)>& has_family);

}  // namespace octavo::glyphs
