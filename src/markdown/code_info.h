#pragma once
// What stands behind the back ticks of a block of code, and which of the block's lines it hides.
#include <string>
#include <string_view>

namespace octavo::markdown {

// "rust,ignore", "{.rust .numberLines}" and "{rust}" are all "rust"; "" if no language is named.
std::string code_language(std::string_view info);

// The code as mdBook shows it: without the lines that are there for the compiler alone ("# " at their head in
// Rust, the prefix that `hidelines=` names in any language), and "##" at the head of a line of Rust for "#".
// Code that is `editable` stays whole.
std::string shown_code(std::string code, std::string_view language, std::string_view info);

}  // namespace octavo::markdown
