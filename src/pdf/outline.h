#pragma once
// The bookmarks beside the pages (ISO 32000-1, 12.3.3).
#include "pages/page.h"
#include "pdf/haru.h"
#include "pdf/links.h"

namespace octavo::pdf {

// Gives the outline's root, or none if no entry leads anywhere.
Reference add_outline(Document& document, const std::vector<pages::OutlineEntry>& outline,
                      const Destinations& destinations);

}  // namespace octavo::pdf
