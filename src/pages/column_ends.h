#pragma once
// The ends of columns, each found once: what a paragraph turns out not to give changes only the columns that all of it could stand in.
#include <span>
#include <vector>

#include "pages/column.h"

namespace octavo::pages {

class ColumnEnds {
 public:
  explicit ColumnEnds(const ColumnSource& source) : source_(source), columns_(source.end + 1) {}

  // They stay where they are until something is forgotten.
  std::span<const ColumnEnd> of(const ColumnState& begin, float height);
  void forget(const StripRange& paragraph);
  void forget_all();

 private:
  struct Column {
    ColumnState begin;
    float height = 0;
    FoundEnds found;
  };

  const ColumnSource& source_;
  std::vector<std::vector<Column>> columns_;  // by the strip they begin with
  std::size_t longest_ = 0;                   // of strips that one was looked for in
};

}  // namespace octavo::pages
