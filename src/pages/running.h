#pragma once
// What columns that are filled from many beginnings have in common: sums over a galley as if it were one endless column, by which a walk comes
// to the foot of its own at once. Private to the page breaker.
#include <cstdint>
#include <vector>

#include "pages/flow.h"

namespace octavo::pages {

struct StripFacts;

// Of a strip. "Next" may be the strip itself, and is the end of the galley where there is none.
struct Running {
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  double foot = 0;               // how far it reaches down, points
  std::uint32_t lines = 0;       // of text, to its foot
  std::uint32_t heading = none;  // the last
  std::uint32_t hurdle = 0;      // the next of which more is asked than its height: a figure, what calls notes or begins a page
  std::uint32_t snapping = 0;    // the next that returns to the grid
  std::uint32_t giving = 0;      // the next that may spread, or ends a paragraph that may be longer or shorter
  std::uint32_t elastic = none;  // that paragraph, if it ends here
};

// One of each strip, and one behind them.
std::vector<Running> running_over(const Section& section, const std::vector<StripFacts>& strips, float grid);

}  // namespace octavo::pages
