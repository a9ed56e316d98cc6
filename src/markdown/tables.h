#pragma once
// A table of the parser to a table of the book.
#include "book/book.h"
#include "markdown/reading.h"

namespace octavo::markdown {

// `where` is set to the stretch of its rows, `block_id` to a "^id" on the line below, which the parser takes
// for a row.
book::Table table(Reading& reading, cmark_node* node, base::Span& where, std::string& block_id);

}  // namespace octavo::markdown
