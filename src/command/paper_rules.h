#pragma once
// What book.toml says of the paper, in the words of a style sheet.
#include <string>

#include "config/config.h"

namespace octavo::command {

// Size and margins of paper that print.css and the themes do not know; "" for what they do. Margins keep the old proportion, inner < head < outer <
// foot, and the measure that of a book: where the paper is wide, about 70 characters, and the rest is margin.
std::string rule_of_paper(const base::Paper& paper);
// Its size alone, for themes that have margins of their own.
std::string rule_of_size(const base::Paper& paper);
// The margins that are said; "" if none are.
std::string rule_of_margins(const config::Print& print);

}  // namespace octavo::command
