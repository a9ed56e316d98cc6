#include <algorithm>
#include <cmath>

#include "pages/page.h"

namespace octavo::pages {
namespace {

constexpr float touching = 0.01f;         // points
constexpr std::size_t most_beside = 16;   // pieces between one of a band and the next

bool overlap(const base::Rect& one, const base::Rect& other) {
  return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

bool goes_on(const Fill& above, const Fill& below) {
  return above.area.x == below.area.x && above.area.width == below.area.width && above.color == below.color &&
         std::abs(above.area.bottom() - below.area.y) < touching && above.rule == below.rule && above.radius == below.radius &&
         above.frame == below.frame && !above.ends && !below.begins;
}

}  // namespace

Dashes dashes_of(Rule rule, float thickness, float length) {
  const float drawn = rule == Rule::dotted ? 0 : 3 * thickness, left_out = 2 * thickness;
  const float turns = std::max(std::round((length - drawn) / (drawn + left_out)), 1.0f);
  constexpr float least = 0.05f;  // points: what a file can say, and an eye could see
  return {drawn, std::max((length - drawn) / turns - drawn, least)};
}

std::vector<Fill> bands_of(const Page& page) {
  struct Piece {
    const Fill* fill;
    std::size_t band;  // the piece it begins with
  };
  std::vector<Piece> pieces;
  std::vector<Fill> bands;
  std::size_t first = 0;  // that is not covered by a picture or the like
  for (const auto& item : page.items) {
    if (std::holds_alternative<GlyphRun>(item)) continue;
    const auto* fill = std::get_if<Fill>(&item);
    if (!fill) {
      first = pieces.size();
      continue;
    }
    std::size_t band = pieces.size();
    bands.push_back(*fill);
    std::size_t over = 0;  // the last band that it overlaps; counted from 1
    for (std::size_t i = pieces.size(); i > first && pieces.size() - i < most_beside; --i) {
      const Piece& before = pieces[i - 1];
      if (goes_on(*before.fill, *fill) && before.band >= over) {
        band = before.band;
        bands[band].area.height = fill->area.bottom() - bands[band].area.y;
        bands[band].ends = fill->ends;
        bands.back() = {};
        break;
      }
      if (!overlap(before.fill->area, fill->area)) continue;
      // A frame stays over the tint in it, which went on from an earlier band.
      if (fill->is_plain() || before.band == i - 1) break;
      over = std::max(over, before.band + 1);
    }
    pieces.push_back({fill, band});
  }
  return bands;
}

}  // namespace octavo::pages
