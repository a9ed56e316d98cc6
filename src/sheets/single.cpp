#include "sheets/sheets.h"

namespace octavo::sheets {

Sheets single(const pages::Pages& pages) {
  Sheets result;
  result.sheets.reserve(pages.pages.size());
  result.places.reserve(pages.pages.size());
  for (const pages::Page& page : pages.pages) {
    result.places.push_back({static_cast<std::uint32_t>(result.sheets.size()), {}, 1});
    result.sheets.push_back({page.size, page.label, {}});
  }
  return result;
}

}  // namespace octavo::sheets
