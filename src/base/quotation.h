#pragma once
// Which marks a language quotes with.
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

// Opening and closing, outer then inner; by CLDR, as ICU has it.
std::vector<std::string> quotation_marks(std::string_view language);

}  // namespace octavo::base
