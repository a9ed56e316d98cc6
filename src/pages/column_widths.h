#pragma once
// How the columns of a table share the measure: so that its rows need the fewest lines, and names stay whole.
#include <cstddef>
#include <vector>

#include "lines/lines.h"

namespace octavo::pages {

// What a cell needs; one that spans columns is spread over them before.
struct CellNeed {
  std::size_t row = 0, column = 0;
  float whole = 0;      // the width of its longest word, points: in a column less wide, code and addresses are torn apart
  float preferred = 0;  // of all its words in one line
};

// `extents`: of each column, the least it can have and what it would like. Widths add up to no more than the room.
std::vector<float> column_widths(const std::vector<lines::Extent>& extents, const std::vector<CellNeed>& cells, float room);

}  // namespace octavo::pages
