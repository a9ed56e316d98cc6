#pragma once
// Code to tokens: what in it is a keyword, a string, a comment. In comes a book, out comes the same book with the tokens of every
// block of code whose language is known. Done once, for both books, after `resolve`, so that `check` never pays for it.
#include "book/book.h"

namespace octavo::highlight {

// A language nobody here knows leaves its code as it is, and so does a book without code. Blocks above 256 KiB and lines above
// 2 KiB stay uncoloured: nobody reads them, and a grammar can be slow on them.
book::Book color(book::Book book);

}  // namespace octavo::highlight
