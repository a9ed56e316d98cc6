#include "pages/column.h"

#include <algorithm>
#include <limits>

#include "pages/column_walk.h"

namespace octavo::pages {

StripFacts facts_of(const Strip& strip) {
  return {strip.height, strip.space_before, strip.space_alone, strip.break_before, strip.snaps, strip.may_spread, strip.is_heading,
          strip.vanishes, strip.begins.has_value(), !strip.notes.empty(), strip.repeated.has_value()};
}

FoundEnds find_ends(const ColumnSource& source, const ColumnState& state, float height) {
  constexpr std::size_t usual = 12;
  FoundEnds found;
  std::vector<ColumnEnd>& ends = found.ends;
  ends.reserve(usual);
  // Nearly always one of the last few places is good; where none is, places further up are looked at, and at last all.
  double least = std::numeric_limits<double>::infinity();
  for (const float lines : {cost::few_short_lines, cost::most_short_lines, height / source.measure.grid}) {
    if (source.measure.is_ragged && lines < cost::most_short_lines) continue;
    ends.clear();
    Walk walk(source, state, height);
    found.reach = walk.only_within(lines).run([&](ColumnEnd&& end) {
      least = std::min(least, end.cost);
      walk.only_breaks_within(least + cost::worth_comparing);
      ends.push_back(std::move(end));
      return true;
    });
    if (least < 0.5 * cost::short_page) break;
  }
  std::erase_if(ends, [&](const ColumnEnd& end) { return end.cost > least + cost::worth_comparing; });
  // Where something waits, every end leaves another state behind: a few of them are enough.
  constexpr std::size_t enough = 3;
  const auto& figures = source.section.figures;
  const bool waits = std::ranges::any_of(ends, [&](const ColumnEnd& end) {
    return !end.next.notes.empty() || (end.next.figure + 1 < figures.size() && figures[end.next.figure + 1].begin < end.next.strip);
  });
  if (waits && ends.size() > enough) {
    std::ranges::stable_sort(ends, {}, &ColumnEnd::cost);
    ends.resize(enough);
  }
  return found;
}

namespace {

// The first place at which the strips before it can end like this: what vanishes at the foot of a page stands before it.
std::size_t place_of(const ColumnSource& source, const ColumnState& begin, const ColumnEnd& end) {
  std::size_t at = end.next.strip;
  while (at > begin.strip && source.strips[at - 1].vanishes) --at;
  return at;
}

}  // namespace

Adjustment adjustment_for(const ColumnSource& source, const ColumnState& state, float height, const ColumnEnd& end) {
  Adjustment adjustment;
  Walk walk(source, state, height);
  walk.only_from(place_of(source, state, end)).run([&](const ColumnEnd& here) {
    if (!(here.next == end.next)) return true;
    adjustment = {walk.offers().longer().cheapest(end.missing), walk.offers().shorter().cheapest(-end.missing)};
    return false;
  });
  return adjustment;
}

FilledColumn fill_column(const ColumnSource& source, const ColumnState& state, float height, const ColumnEnd& end, const Adjustment& adjustment) {
  FilledColumn filled;
  Walk walk(source, state, height);
  walk.record(filled.cut, adjustment);
  walk.only_from(place_of(source, state, end)).run([&](const ColumnEnd& here) { return !(here.next == end.next); });
  // What was placed behind the end, to see whether it would be better there, goes.
  filled.notes = walk.foot().notes();
  filled.cut.end = end.next.strip;
  return filled;
}

}  // namespace octavo::pages
