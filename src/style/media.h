#pragma once
// Media queries (Media Queries 4, section 3) for one medium: a printed page.
#include <map>
#include <span>
#include <string>

#include "style/tokens.h"

namespace octavo::style {

using Features = std::map<std::string, std::string, std::less<>>;  // "theme" to "book"

// `print` and `all` match, no other type does. A feature is equal to its value or not; of one that is not in
// the map nothing is known, and a query that depends on it does not match.
bool media_match(std::span<const Token> query_list, const Features& features);
// Whether it matches no printed page, whatever its features.
bool media_excludes_print(std::span<const Token> query_list);

}  // namespace octavo::style
