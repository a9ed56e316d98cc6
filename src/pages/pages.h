#pragma once
// The book on paper: lines to pages, with running heads, folios, notes at the foot, contents, key players and index with page numbers.
#include "book/book.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"
#include "pages/page.h"
#include "style/style.h"

namespace octavo::pages {

struct Printed {
  Pages pages;
  book::Folios folios;
};

// Page numbers in the text depend on the pages, so the book is laid out again until they agree: four rounds at most, then a
// diagnostic (pages/unsettled) names the reference that will not settle.
Printed lay_out(const book::Book& book, const style::Cascade& sheet, glyphs::Fonts& fonts, glyphs::Hyphenation& hyphenation,
                diagnostics::Sink& sink);

}  // namespace octavo::pages
