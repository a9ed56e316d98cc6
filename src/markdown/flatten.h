#pragma once
// Blocks where only a run of inlines may stand: in a table's cell, a caption, a heading.
#include "book/book.h"

namespace octavo::markdown {

// Paragraphs on lines of their own, items of lists behind a bullet or number, code line by line.
book::Inlines as_lines(book::Blocks blocks);

}  // namespace octavo::markdown
