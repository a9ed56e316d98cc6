#pragma once
// Where the pictures of a book stand in its notes.
#include <functional>
#include <vector>

#include "book/model.h"

namespace octavo::book {

// Calls `on_image` for every picture in the chapters and the place of each, in reading order.
void each_image(Book& book, const std::function<void(Image&, base::Span)>& on_image);
void each_image(const Book& book, const std::function<void(const Image&, base::Span)>& on_image);

// By AssetId: the first place that shows it, no file where none does.
std::vector<base::Span> first_showings(const Book& book);

}  // namespace octavo::book
