#pragma once
// The pages' own numbers (ISO 32000-1, 12.4.2): "xii" and "42" as printed.
#include <vector>

#include "sheets/sheets.h"
#include "pdf/objects.h"

namespace octavo::pdf {

// The number tree for the catalogue's /PageLabels, a dictionary with its brackets.
Tokens page_labels(const std::vector<sheets::Sheet>& pages);

}  // namespace octavo::pdf
