#include "pages/column_ends.h"

#include <algorithm>

namespace octavo::pages {

std::span<const ColumnEnd> ColumnEnds::of(const ColumnState& begin, float height) {
  std::vector<Column>& columns = columns_[begin.strip];
  const auto known = std::ranges::find_if(columns, [&](const Column& column) { return column.height == height && column.begin == begin; });
  if (known != columns.end()) return known->found.ends;
  columns.push_back({begin, height, find_ends(source_, begin, height)});
  longest_ = std::max(longest_, columns.back().found.reach - begin.strip);
  return columns.back().found.ends;
}

void ColumnEnds::forget(const StripRange& paragraph) {
  for (std::size_t strip = paragraph.end - std::min(paragraph.end, longest_); strip <= paragraph.begin; ++strip)
    std::erase_if(columns_[strip], [&](const Column& column) { return column.found.reach >= paragraph.end; });
}

void ColumnEnds::forget_all() { columns_.assign(columns_.size(), {}); }

}  // namespace octavo::pages
