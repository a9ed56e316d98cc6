#pragma once
// Debian's hyphenation dictionaries, which are files named "hyph_de_DE.dic" in one folder. In: a language as BCP 47 tags it. Out: the file
// that serves it best, and the package to install where there is none.
#include <optional>
#include <string>
#include <string_view>

namespace octavo::glyphs {

inline constexpr std::string_view dictionary_folder = "/usr/share/hyphen/";

// That of the script and region, if there is one; else of the script; of the region; of the language as such, or as it is written at home;
// of any region. Nothing if there is none, or `language` is no tag.
std::optional<std::string> dictionary_path(const std::string& folder, std::string_view language);
// Of Debian 12; "" if it has none for the language.
std::string dictionary_package(std::string_view language);

}  // namespace octavo::glyphs
