#include "pages/column_widths.h"

#include <algorithm>
#include <cmath>

namespace octavo::pages {
namespace {

// Lines are never filled to the end: what a text needs is a little more than its length.
constexpr float loss = 1.06f;
constexpr float torn = 1;  // lines that a word torn apart counts for
constexpr std::size_t most_cells = 4'000;  // that are looked at; the rest of a long table is like its beginning

// The lines that all rows take together, and by how little the cells of many lines are too long, so that of two equal ways the one is taken
// from which a better one is nearer.
float lines_of(const std::vector<CellNeed>& cells, const std::vector<float>& widths) {
  float total = 0, in_row = 0, fraction = 0;
  std::size_t row = 0;
  for (const CellNeed& cell : cells) {
    if (cell.row != row) {
      total += in_row;
      in_row = 0;
      row = cell.row;
    }
    const float width = std::max(widths[cell.column], 1.0f);
    if (cell.preferred <= width + 0.01f) {
      in_row = std::max(in_row, 1.0f);
      continue;
    }
    if (cell.whole > width + 0.01f) total += torn;
    const float lines = cell.preferred * loss / width;
    in_row = std::max(in_row, std::max(std::ceil(lines), 2.0f));
    fraction += lines;
  }
  return total + in_row + 0.01f * fraction;
}

// What no column may have more of, so that all fit: the narrow ones keep what they need.
float most_of_each(const std::vector<lines::Extent>& columns, float room) {
  std::vector<float> needs;
  for (const auto& column : columns) needs.push_back(column.minimum);
  std::ranges::sort(needs);
  for (std::size_t index = 0; index < needs.size(); ++index) {
    const float share = room / static_cast<float>(needs.size() - index);
    if (needs[index] > share) return share;
    room -= needs[index];
  }
  return needs.empty() ? room : needs.back();
}

// Every column its least, and a share of the rest in proportion to what it still wants.
std::vector<float> shared_out(const std::vector<lines::Extent>& columns, float least, float wish, float room) {
  const float most = least >= room ? most_of_each(columns, room) : 0;
  std::vector<float> widths;
  for (const auto& column : columns) {
    if (wish <= room)
      widths.push_back(column.preferred);
    else if (least >= room)
      widths.push_back(std::min(column.minimum, most));
    else
      widths.push_back(column.minimum + (column.preferred - column.minimum) * (room - least) / (wish - least));
  }
  return widths;
}

}  // namespace

std::vector<float> column_widths(const std::vector<lines::Extent>& extents, const std::vector<CellNeed>& cells, float room) {
  float least = 0, wish = 0;
  for (const auto& column : extents) {
    least += column.minimum;
    wish += column.preferred;
  }
  std::vector<float> widths = shared_out(extents, least, wish, room);
  if (wish <= room || least >= room) return widths;
  const std::vector<CellNeed> some(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(std::min(cells.size(), most_cells)));
  // Width moves from column to column as long as that saves lines, first much of it, then less; or just as much as a column still wants.
  float best = lines_of(some, widths);
  const auto move = [&](std::size_t from, std::size_t to, float by) {
    by = std::min({by, widths[from] - extents[from].minimum, extents[to].preferred - widths[to]});
    if (by <= 0) return false;
    widths[from] -= by;
    widths[to] += by;
    const float now = lines_of(some, widths);
    if (now < best - 0.001f) {
      best = now;
      return true;
    }
    widths[from] += by;
    widths[to] -= by;
    return false;
  };
  constexpr int most_rounds = 8;
  for (const float part : {1.0f, 0.2f, 0.08f, 0.03f})
    for (int round = 0; round < most_rounds; ++round) {
      bool moved = false;
      for (std::size_t from = 0; from < widths.size(); ++from)
        for (std::size_t to = 0; to < widths.size(); ++to)
          if (from != to) moved = move(from, to, part * room) || moved;
      if (!moved) break;
    }
  return widths;
}

}  // namespace octavo::pages
