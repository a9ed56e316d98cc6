#pragma once
// Blocks that no file can hold, as several that say the same.
#include <vector>

#include "book/book.h"

namespace octavo::epub {

struct BookInPages {
  book::Book book;
  book::Folios folios;
};

// By chapter and block: in how many the block is to be divided; 1 where it stays.
using Parts = std::vector<std::vector<std::size_t>>;

// A list is divided by its items, a table by its rows under the same head, code by its lines, a paragraph by its words, whatever holds blocks
// by these. What cannot be divided stays: a picture, one row. The folios come to name the new blocks. Whether anything was divided.
bool divide(BookInPages& book, const Parts& parts);

}  // namespace octavo::epub
