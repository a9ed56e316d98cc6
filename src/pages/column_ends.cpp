#include "pages/column_ends.h"

#include <algorithm>

namespace octavo::pages {

std::span<const ColumnEnd> ColumnEnds::of(const ColumnState& begin, float height) {
  std::vector<Column>& columns = columns_[begin.strip];
  const auto known = std::ranges::find_if(columns, [&](const Column& column) { return column.height == height && column.begin == begin; });
  if (known != columns.end()) return known->found.ends;
  columns.push_back({begin, height, find_ends(source_, begin, height)});
  return columns.back().found.ends;
}

void ColumnEnds::forget(const StripRange& paragraph) {
  for (std::size_t strip = 0; strip <= paragraph.begin; ++strip)
    std::erase_if(columns_[strip], [&](const Column& column) { return column.found.reach >= paragraph.end; });
}

}  // namespace octavo::pages
