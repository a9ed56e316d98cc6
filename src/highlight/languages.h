#pragma once
// What authors call a language after ```: in comes the word of the fence, out comes the name its grammar goes by.
#include <string>
#include <string_view>

namespace octavo::highlight {

// A session at a shell's prompt, commands and answers mixed; coloured by hand.
constexpr std::string_view transcript = "console";
constexpr std::string_view shell = "bash";
constexpr std::string_view php = "php";

// In small letters: a grammar's name, the extension of its files, or `transcript`. Another word for a language is replaced by one
// of those. "" for what says that the text is in no language, and for what can be the name of none.
std::string known_as(std::string_view language);

}  // namespace octavo::highlight
