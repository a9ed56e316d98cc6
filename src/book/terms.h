#pragma once
// The few words octavo itself puts into a book, in the book's language.
#include <string_view>

namespace octavo::book {

struct Terms {
  std::string_view contents, key_players, index;
  std::string_view notes, cover, title_page, figure;
  std::string_view page;        // before a page's number in a cross-reference: "p."
  std::string_view conjunction;  // between the last two of several names: "and"
};

// By the primary subtag of a BCP 47 tag; English where octavo does not know the language.
const Terms& terms(std::string_view language);

}  // namespace octavo::book
