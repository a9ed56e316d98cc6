// Where the paper is cut (ISO 32000-1, 14.11.2 and 14.11.3): pages on larger paper, what touches their edges drawn beyond them, and marks
// outside of that, so that a knife that strays by a hair leaves neither white nor a mark.
#include <algorithm>

#include "base/geometry.h"
#include "sheets/sheets.h"

namespace octavo::sheets {
namespace {

constexpr float least_distance = 3 * base::points_per_millimetre, length = 5 * base::points_per_millimetre, thickness = 0.25f;

void extend_fills(pages::Page& page, float bleed) {
  constexpr float touching = 0.1f;
  const auto [width, height] = page.size;
  for (pages::Item& item : page.items) {
    auto* fill = std::get_if<pages::Fill>(&item);
    if (!fill) continue;
    const base::Rect area = fill->area;
    const float left = area.x <= touching ? -bleed : area.x, top = area.y <= touching ? -bleed : area.y;
    const float right = area.right() >= width - touching ? width + bleed : area.right();
    const float bottom = area.bottom() >= height - touching ? height + bleed : area.bottom();
    if (left != area.x || top != area.y || right != area.right() || bottom != area.bottom()) fill->area = {left, top, right - left, bottom - top};
  }
}

// Two at each corner, in line with the edges.
pages::Page marks_round(const base::Rect& trim, float distance, base::Size sheet) {
  pages::Page marks;
  marks.size = sheet;
  const auto stroke = [&](base::Point from, base::Point to) { marks.items.push_back(pages::Stroke{{from, to}, thickness, {}, {}}); };
  for (const float x : {trim.x, trim.right()}) {
    stroke({x, trim.y - distance - length}, {x, trim.y - distance});
    stroke({x, trim.bottom() + distance}, {x, trim.bottom() + distance + length});
  }
  for (const float y : {trim.y, trim.bottom()}) {
    stroke({trim.x - distance - length, y}, {trim.x - distance, y});
    stroke({trim.right() + distance, y}, {trim.right() + distance + length, y});
  }
  return marks;
}

}  // namespace

Sheets trimmed(pages::Pages& pages, const Trimming& trimming) {
  Sheets result = single(pages);
  const float distance = std::max(least_distance, trimming.bleed);
  const float around = trimming.has_marks ? distance + length : trimming.bleed;
  result.bleed = trimming.bleed;
  for (std::size_t i = 0; i < result.places.size(); ++i) {
    Sheet& sheet = result.sheets[i];
    const base::Size page = sheet.size;
    sheet.trim = base::Rect{around, around, page.width, page.height};
    sheet.size = {page.width + 2 * around, page.height + 2 * around};
    result.places[i].at = {around, around};
    if (trimming.bleed > 0) extend_fills(pages.pages[i], trimming.bleed);
  }
  if (!trimming.has_marks) return result;
  for (std::uint32_t i = 0; i < result.sheets.size(); ++i) {
    pages.pages.push_back(marks_round(*result.sheets[i].trim, distance, result.sheets[i].size));
    result.places.push_back({i, {}, 1});
  }
  return result;
}

}  // namespace octavo::sheets
