#pragma once
// Where the pictures of a book stand in its notes.
#include <vector>

#include "book/model.h"

namespace octavo::book {

// By AssetId: the first place that shows it, no file where none does.
std::vector<base::Span> first_showings(const Book& book);

}  // namespace octavo::book
