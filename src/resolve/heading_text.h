#pragma once
// Headings as links spell them: what must be equal for `[[Note#Heading]]` to mean a heading.
#include <string>
#include <string_view>

namespace octavo::resolve {

// Curly quotes, dashes and ellipses as they were typed, one space for white space.
std::string as_typed(std::string_view text);
// And the signs gone that Obsidian drops when it writes a link: "TCP/IP: a *model*" -> "TCP IP a model".
std::string without_signs(std::string_view text);
// Nothing but the letters, folded, and the numbers apart: "What's new in 1.5?" -> "whatsnewin1 5".
std::string letters_of(std::string_view text);
// Whether anything but letters and white space is in it.
bool has_signs(std::string_view text);

// A heading as printed and as its source has it. Quotation marks and dashes that only the printed one has were made of what
// is typed, so that a link must be typed too.

// Whether the link is typed with the signs of the heading.
bool has_signs_of(std::string_view link, std::string_view printed, std::string_view source);
// What a link must write to name the heading: what would end its name there is left out, as Obsidian does.
std::string as_linked(std::string_view printed, std::string_view source);

}  // namespace octavo::resolve
