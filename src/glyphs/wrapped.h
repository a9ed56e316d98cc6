#pragma once
// Font files as the web has them, to the tables within: WOFF by FreeType, WOFF2 by the decoder of those who made it.
#include <optional>
#include <string>

namespace octavo::glyphs {

// What is not wrapped comes back as it is; nothing if what is wrapped is damaged, or larger than any font of a book.
std::optional<std::string> unwrapped(std::string bytes);

}  // namespace octavo::glyphs
