#pragma once
// The blocks of a parsed note to the blocks of a book.
#include <vector>

#include "book/book.h"
#include "markdown/reading.h"

namespace octavo::markdown {

struct NoteBlocks {
  book::Blocks blocks;
  std::vector<book::Note> notes;  // footnotes, in the order of their definitions
};

NoteBlocks blocks(Reading& reading);

}  // namespace octavo::markdown
