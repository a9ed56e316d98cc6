#pragma once
// Patterns for paths and names.
#include <string_view>

namespace octavo::base {

// Whether the pattern fits all of the text: "?" is one character and "*" any number of them, but no slash; "**" is any
// number of anything, and "**/" may also be nothing. "\\" before a sign takes it as it is. Case matters. Takes time in
// proportion to pattern times text at worst.
bool glob_matches(std::string_view pattern, std::string_view text);
// The same for a path or a folder above it: "drafts" fits "drafts/x.md".
bool glob_matches_path(std::string_view pattern, std::string_view path);

}  // namespace octavo::base
