#pragma once
// A line's fragments, in their places, to the runs, boxes and marks that are handed out: neighbours that look
// alike become one run.
#include "lines/justify.h"

namespace octavo::lines {

// `next_mark` is the first mark not yet set, and is moved past those of this line.
Line make_line(const Shaping& shaping, const LineRange& range, const Placement& placement, double measure,
               std::size_t& next_mark);

}  // namespace octavo::lines
