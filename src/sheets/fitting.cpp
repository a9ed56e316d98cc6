#include "sheets/fitting.h"

#include <algorithm>
#include <cmath>

namespace octavo::sheets {

base::Size largest_page(const pages::Pages& pages) {
  base::Size result;
  for (const pages::Page& page : pages.pages)
    result = {std::max(result.width, page.size.width), std::max(result.height, page.size.height)};
  return result;
}

base::Size turned(base::Size sheet) { return {sheet.height, sheet.width}; }

float scale_to_fit(base::Size page, int columns, int rows, base::Size sheet) {
  constexpr float rounding = 1e-5f;
  const float width = page.width * static_cast<float>(columns), height = page.height * static_cast<float>(rows);
  const float scale = std::min({1.f, sheet.width / width, sheet.height / height});
  return std::max(std::floor((scale + rounding) * 1000), 1.f) / 1000;
}

void add_label(std::string& all, const std::string& label) {
  if (!all.empty() && !label.empty()) all += ", ";
  all += label;
}

}  // namespace octavo::sheets
