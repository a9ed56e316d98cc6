#pragma once
// Blocks of code that are not for readers: a program runs them and shows what comes of it.
#include <string_view>

namespace octavo::markdown {

// Which program or plugin draws a block of that language: "Mermaid"; "" if it is code like any.
std::string_view drawn_by(std::string_view language);

}  // namespace octavo::markdown
