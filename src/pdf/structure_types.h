#pragma once
// What the elements of the structure are called (ISO 32000-1, 14.8.4), settled before anything is written, so that content and elements
// bear the same names.
#include <string_view>
#include <vector>

#include "pages/page.h"
#include "pdf/images.h"

namespace octavo::pdf {

// By StructureId: "P", "H2". The levels of headings have no jumps, counted over those of which something is on the pages; a link that
// nobody can follow (it lies beyond the paper, or what it leads to was not printed) is a Span.
std::vector<std::string_view> structure_types(const pages::Pages& pages, const std::vector<Image>& images);

}  // namespace octavo::pdf
