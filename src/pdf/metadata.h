#pragma once
// What the file says of the book (ISO 32000-1, 14.3): the information dictionary and an XMP packet that
// agrees with it.
#include <string>

#include "book/book.h"
#include "pdf/haru.h"
#include "pdf/pdf.h"

namespace octavo::pdf {

// What the book is about, in one text.
std::string keywords(const book::Metadata& metadata);

// `met`: the standards that the file may say it meets.
void add_metadata(Document& document, const book::Metadata& metadata, const Standards& met);

}  // namespace octavo::pdf
