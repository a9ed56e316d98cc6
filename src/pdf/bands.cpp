#include "pdf/bands.h"

#include <cmath>
#include <cstdint>

namespace octavo::pdf {
namespace {

constexpr float touching = 0.01f;         // points
constexpr std::size_t most_beside = 16;   // pieces between one of a band and the next

bool overlap(const base::Rect& one, const base::Rect& other) {
  return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

bool goes_on(const pages::Fill& above, const pages::Fill& below) {
  return above.area.x == below.area.x && above.area.width == below.area.width && above.color == below.color &&
         std::abs(above.area.bottom() - below.area.y) < touching;
}

}  // namespace

std::vector<base::Rect> bands_of(const pages::Page& page) {
  struct Piece {
    const pages::Fill* fill;
    std::size_t band;  // the piece it begins with
  };
  std::vector<Piece> pieces;
  std::vector<base::Rect> areas;
  std::size_t first = 0;  // that is not covered by a picture or the like
  for (const auto& item : page.items) {
    if (std::holds_alternative<pages::GlyphRun>(item)) continue;
    const auto* fill = std::get_if<pages::Fill>(&item);
    if (!fill) {
      first = pieces.size();
      continue;
    }
    std::size_t band = pieces.size();
    areas.push_back(fill->area);
    for (std::size_t i = pieces.size(); i > first && pieces.size() - i < most_beside; --i) {
      const Piece& before = pieces[i - 1];
      if (goes_on(*before.fill, *fill)) {
        band = before.band;
        areas[band].height = fill->area.bottom() - areas[band].y;
        areas.back() = {};
        break;
      }
      if (overlap(before.fill->area, fill->area)) break;
    }
    pieces.push_back({fill, band});
  }
  return areas;
}

}  // namespace octavo::pdf
