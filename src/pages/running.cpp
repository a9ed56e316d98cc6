#include "pages/running.h"

#include "pages/column.h"

namespace octavo::pages {

std::vector<Running> running_over(const Section& section, const std::vector<StripFacts>& strips, float grid) {
  std::vector<Running> all(strips.size() + 1);
  Running down;
  for (std::uint32_t at = 0; at < strips.size(); ++at) {
    const StripFacts& strip = strips[at];
    down.foot += gap_before(strip.space_before, strip.snaps, down.foot, grid) + strip.height;
    down.lines += strip.is_line ? 1 : 0;
    if (strip.is_heading) down.heading = at;
    all[at] = down;
  }
  for (std::uint32_t index = 0; index < section.elastic.size(); ++index) all[section.elastic[index].end - 1].elastic = index;
  std::vector<bool> begins_figure(strips.size());
  for (const Floating& figure : section.figures) begins_figure[figure.begin] = true;
  all.back().hurdle = all.back().snapping = all.back().giving = static_cast<std::uint32_t>(strips.size());
  for (auto at = static_cast<std::uint32_t>(strips.size()); at-- > 0;) {
    const StripFacts& strip = strips[at];
    Running& here = all[at];
    const Running& next = all[at + 1];
    here.hurdle = begins_figure[at] || strip.has_notes || strip.break_before == cost::always ? at : next.hurdle;
    here.snapping = strip.snaps ? at : next.snapping;
    here.giving = strip.may_spread || here.elastic != Running::none ? at : next.giving;
  }
  return all;
}

}  // namespace octavo::pages
