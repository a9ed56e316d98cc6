#pragma once
// Code to tokens: what in it is a keyword, a string, a comment. In comes a book, out comes the same book with the tokens of every
// block of code whose language is known. Done once, for both books, after `resolve`, so that `check` never pays for it.
#include "book/book.h"

namespace octavo::highlight {

// A language nobody here knows leaves its code as it is. So does a line above 1 KiB, which nobody reads, and a block that would take
// the whole book beyond some 60,000 lines of code: some grammars take a time that grows with the square of a line's length, and
// notes are not to be trusted with that.
book::Book color(book::Book book);

}  // namespace octavo::highlight
