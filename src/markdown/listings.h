#pragma once
// mdBook's <Listing number="2-1" file-name="src/main.rs" caption="...">: code with its file's name above it
// and a caption below.
#include <string>

#include "book/book.h"
#include "markdown/pairs.h"
#include "markdown/reading.h"

namespace octavo::markdown {

book::Captioned listing(Reading& reading, const Tag& tag, book::Blocks blocks, base::Span where);
// "listing-2-1", or "" if it bears no number.
std::string listing_id(const Tag& tag);

}  // namespace octavo::markdown
