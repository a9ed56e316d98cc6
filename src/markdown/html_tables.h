#pragma once
// A <table> to a table of the book.
#include <functional>

#include "book/book.h"
#include "markdown/html_tree.h"

namespace octavo::markdown {

// `lines` makes a run of what a cell or caption holds. Rows are filled up to the number of columns; spans end
// with the table. A table that is too large for a page has no columns.
book::Table html_table(const HtmlNode& table, const std::function<book::Inlines(const HtmlNode&)>& lines);

}  // namespace octavo::markdown
