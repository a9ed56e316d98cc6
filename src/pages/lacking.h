#pragma once
// What this machine lacks for the book: characters that no font has, families that may not be in a book, languages that nothing says how to
// divide. Out: diagnostics, each once.
#include "book/book.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"

namespace octavo::pages {

// Of a book that is set.
void report_lacking(const book::Book& book, const glyphs::Fonts& fonts, const glyphs::Hyphenation& hyphenation, diagnostics::Sink& sink);

}  // namespace octavo::pages
