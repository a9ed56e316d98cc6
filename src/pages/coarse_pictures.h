#pragma once
// Pictures whose dots would be seen on paper.
#include "book/book.h"
#include "diagnostics/diagnostics.h"
#include "pages/page.h"

namespace octavo::pages {

// One finding a picture, for where it is widest, at the first place that shows it.
void report_coarse_pictures(const book::Book& book, const Pages& pages, diagnostics::Sink& sink);

}  // namespace octavo::pages
