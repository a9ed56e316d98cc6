#include <cstdlib>

#include "sheets/fitting.h"
#include "sheets/sheets.h"

namespace octavo::sheets {
namespace {

struct Grid {
  int columns = 1, rows = 1;
  base::Size sheet;
  float scale = 0;
};

// Of those that leave pages largest, the one that is nearest to a square, and rather wide than tall.
Grid best_grid(base::Size page, int count, base::Size sheet) {
  Grid best;
  for (int columns = count; columns > 0; --columns) {
    if (count % columns != 0) continue;
    const int rows = count / columns;
    for (const base::Size turn : {sheet, turned(sheet)})
      if (const float scale = scale_to_fit(page, columns, rows, turn);
          scale > best.scale || (scale == best.scale && std::abs(columns - rows) < std::abs(best.columns - best.rows)))
        best = {columns, rows, turn, scale};
  }
  return best;
}

}  // namespace

Sheets side_by_side(const pages::Pages& pages, int count, base::Size sheet) {
  const Grid grid = best_grid(largest_page(pages), count, sheet);
  const float width = grid.sheet.width / static_cast<float>(grid.columns), height = grid.sheet.height / static_cast<float>(grid.rows);
  Sheets result;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const auto cell = static_cast<int>(i % static_cast<std::size_t>(count));
    if (cell == 0) result.sheets.push_back({grid.sheet, "", {}});
    const pages::Page& page = pages.pages[i];
    const auto column = static_cast<float>(cell % grid.columns), row = static_cast<float>(cell / grid.columns);
    result.places.push_back({static_cast<std::uint32_t>(result.sheets.size() - 1),
                             {column * width + 0.5f * (width - grid.scale * page.size.width),
                              row * height + 0.5f * (height - grid.scale * page.size.height)},
                             grid.scale});
    add_label(result.sheets.back().label, page.label);
  }
  return result;
}

}  // namespace octavo::sheets
