#pragma once
// The first words of a chapter, which the style sheet may set apart.
#include "book/book.h"

namespace octavo::pages {

// The paragraph with its first few words in a passage of the class "first-words". As it was where it is too short to be prose, or begins
// with a link, an emphasis or a formula.
book::Inlines with_first_words(const book::Inlines& paragraph);

}  // namespace octavo::pages
