#pragma once
// Names of places (ISO 32000-1, 12.3.2.3), so that links from elsewhere can lead into the file:
// book.pdf#nameddest=anthropic.history
#include "pdf/haru.h"
#include "pdf/links.h"

namespace octavo::pdf {

// The catalogue's entry for those of `pages.names` that were printed.
void add_named_places(Document& document, const pages::Pages& pages, const Destinations& destinations);

}  // namespace octavo::pdf
