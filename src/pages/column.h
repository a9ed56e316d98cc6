#pragma once
// One column of a page being filled with the strips of a section, from a state in which the columns before it left it: every place where it
// may end, and at what cost.
#include <cstdint>
#include <vector>

#include "pages/foot.h"
#include "pages/gives.h"
#include "pages/page_breaks.h"
#include "pages/running.h"

namespace octavo::pages {

// What the columns before have left.
struct ColumnState {
  std::size_t strip = 0;           // the first that is not placed
  std::size_t figure = 0;          // the first that is not placed; it waits if it belongs before `strip`
  std::vector<NoteSlice> notes;    // that wait
  friend bool operator==(const ColumnState&, const ColumnState&) = default;
};

// What has been found out about setting a paragraph by a line longer or shorter.
struct Trial {
  enum class Verdict : std::uint8_t { unknown, possible, impossible };
  Verdict verdict = Verdict::unknown;
  StripRange strips;  // at the end of the galley
};
struct Trials {
  Trial longer, shorter;
};

// How a column comes to its foot: applied when it is filled for good.
struct Adjustment {
  std::vector<Give> longer;   // each by a line
  std::vector<Give> shorter;
};

// One way to end the column.
struct ColumnEnd {
  ColumnState next;
  double cost = 0;
  int missing = 0;  // lines of the grid to gain (> 0) or to lose before the column is full
  bool is_overfull = false;
};

// What filling a column needs to know of a strip: close together, because every strip is looked at from many beginnings.
struct StripFacts {
  float height = 0, space_before = 0, space_alone = 0;
  int break_before = cost::free;
  bool snaps = false, may_spread = false, is_heading = false, vanishes = false, is_line = false, has_notes = false, has_repeated = false;
};
StripFacts facts_of(const Strip& strip);

// What columns are filled from.
struct ColumnSource {
  const Section& section;
  const std::vector<StripFacts>& strips;  // of all of the galley
  const std::vector<Running>& running;    // of what is broken
  const PageMeasure& measure;
  const std::vector<Trials>& trials;  // by Section::elastic
  std::size_t end = 0;                // of the galley that is broken: behind it stand trials
};

// The ways to end a column of this height, the nearest to its head first; those much worse than the best are left out.
struct FoundEnds {
  std::vector<ColumnEnd> ends;
  std::size_t reach = 0;  // the strip before which all were looked at
};
FoundEnds find_ends(const ColumnSource& source, const ColumnState& state, float height);

// What brings a column that ends like this to its foot, out of all that stands in it.
Adjustment adjustment_for(const ColumnSource& source, const ColumnState& state, float height, const ColumnEnd& end);

// The column itself, and the notes at its foot.
struct FilledColumn {
  ColumnCut cut;
  std::vector<NoteSlice> notes;
};
FilledColumn fill_column(const ColumnSource& source, const ColumnState& state, float height, const ColumnEnd& end,
                         const Adjustment& adjustment);

}  // namespace octavo::pages
