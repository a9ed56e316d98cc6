#pragma once
// Pages that bear nothing but their numbers.
#include <string>

#include "sheets/sheets.h"

namespace octavo::sheets {

inline pages::Pages numbered(std::size_t count, base::Size size = {300, 400}) {
  pages::Pages result;
  for (std::size_t i = 1; i <= count; ++i) {
    pages::Page& page = result.pages.emplace_back();
    page.size = size;
    page.label = std::to_string(i);
  }
  return result;
}

}  // namespace octavo::sheets
