#pragma once
// Cross-references in print: where a page lies as seen from another, how that is said, and whether what is said is true.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "pages/assemble.h"

namespace octavo::pages {

// The best wording of a reference that stands on its page. Pages count from the first, a right one, blank ones included: what one sees
// opposite depends on the paper, not on the numbers printed on it.
Wording best_wording(const PageReference& reference, const book::Folios& folios);
// "p. 42", "opposite", "overleaf" in the book's language, in one piece.
std::string words_of(Wording wording, std::string_view label, const book::Terms& terms);

// Whether it says nothing that is not so. A page's number is always so, even where another wording would be better.
bool is_true(const PageReference& reference, const book::Folios& folios);
bool is_true(const Section& section, const book::Folios& folios);
// As is_true(), and no other wording would be better.
bool is_best(const PageReference& reference, const book::Folios& folios);
// As is_true(), but in the first rounds a better wording is worth another round.
bool is_settled(const Section& section, const book::Folios& folios, int round);

// The reference as it was in the round before, if it stood anywhere: looked for from `next` on, which moves behind it.
const PageReference* as_before(const std::vector<PageReference>& before, std::size_t& next, const PageReference& reference);

// By AnchorId: "ch. 3" of a chapter, "§ 3.2" of a section. Empty where sections bear no numbers: then titles are enough.
std::vector<std::string> numbers_of(const book::Book& book);
// Whether a link's text has the number of what it leads to, as a word.
bool says_number(std::string_view text, std::string_view number);

// Notes on which page each reference stands.
void place_references(std::vector<CutSection>& sections);

}  // namespace octavo::pages
