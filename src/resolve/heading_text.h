#pragma once
// Headings as links spell them: what must be equal for `[[Note#Heading]]` to mean a heading.
#include <string>
#include <string_view>

namespace octavo::resolve {

// Curly quotes, dashes and ellipses as they were typed, one space for white space.
std::string as_typed(std::string_view text);
// And the signs gone that Obsidian drops when it writes a link: "TCP/IP: a *model*" -> "TCP IP a model".
std::string without_signs(std::string_view text);

}  // namespace octavo::resolve
