#pragma once
// The slow twin of the breaker: what any list of breaks costs, added up line by line as the paper has it, and paragraphs short enough
// to try them all.
#include <limits>
#include <utility>
#include <vector>

#include "lines/break.h"
#include "workshop.h"

namespace octavo::lines {

constexpr double infinite = std::numeric_limits<double>::infinity();

// Words of random widths, some of them with places for a hyphen, edges that hang out.
inline std::vector<Breakpoint> random_points(Dice& dice, std::size_t count) {
  std::vector<Breakpoint> points(1);
  Sums total;
  bool inside = false;
  for (std::size_t i = 0; i < count; ++i) {
    const auto word = 4 + dice(40);
    total.width += word;
    if (dice(4) > 0) total.letters += word;
    Breakpoint point;
    point.end = total;
    inside = i + 1 < count && dice(4) == 0;
    if (inside) {
      point.end.width += 3;
      point.penalty = 50;
      point.adds_hyphen = point.shows_hyphen = true;
    } else {
      total.width += 3;
      total.stretch += 1.5;
      total.shrink += 0.75;
      if (dice(8) == 0) point.penalty = 40;
      if (dice(8) == 0) point.shows_hyphen = true;
      if (dice(8) == 0) point.in_address = true;
    }
    point.end.width -= dice(3);
    point.start = total;
    point.start.width += dice(2);
    points.push_back(point);
  }
  return points;
}

// What a list of breaks costs, and infinity if a line in it cannot be.
inline double cost(std::span<const Breakpoint> points, const std::vector<std::uint32_t>& breaks, const Goal& goal,
                   const Pass& pass) {
  double total = 0;
  std::uint32_t from = 0;
  Fitness before = Fitness::decent;
  unsigned hyphens = 0;
  std::uint32_t number = 0;
  for (const auto to : breaks) {
    auto line = fit(points, from, to, goal, pass, number++);
    double demerits = 0;
    if (line.feasible) {
      demerits = line_demerits(points, from, to, line, goal);
    } else {
      // Overfull lines are for what fits in no way, and hold as little as they can.
      if (!pass.last_resort || to != from + 1) return infinite;
      demerits =
          overfull_demerits + std::max(0.0, points[to].end.width - points[from].start.width - goal.other);
      line.fitness = Fitness::tight;
    }
    hyphens = points[to].shows_hyphen ? std::min(hyphens + 1, 3u) : 0;
    if (hyphens == 3 && !pass.last_resort) return infinite;
    total += demerits + (from > 0 ? neighbour_demerits(before, line.fitness, hyphens) : 0);
    before = line.fitness;
    from = to;
  }
  return total;
}

// Calls `visit` with every list of breaks in which all lines keep to the tolerance.
template <class Visit>
void each_feasible_way(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass, Visit visit) {
  std::vector<std::uint32_t> breaks;
  const auto go_on = [&](const auto& self, std::uint32_t from) -> void {
    if (from + 1 == points.size()) return visit(std::as_const(breaks));
    for (auto to = from + 1; to < points.size(); ++to) {
      if (!fit(points, from, to, goal, pass, static_cast<std::uint32_t>(breaks.size())).feasible) continue;
      breaks.push_back(to);
      self(self, to);
      breaks.pop_back();
    }
  };
  go_on(go_on, 0);
}

// Calls `visit` with every list of breaks there is.
template <class Visit>
void each_way(std::span<const Breakpoint> points, Visit visit) {
  const auto last = static_cast<std::uint32_t>(points.size() - 1);
  for (std::uint32_t chosen = 0; chosen < 1u << (last - 1); ++chosen) {
    std::vector<std::uint32_t> breaks;
    for (std::uint32_t i = 1; i < last; ++i)
      if (chosen >> (i - 1) & 1) breaks.push_back(i);
    breaks.push_back(last);
    visit(breaks);
  }
}

inline Goal random_goal(Dice& dice) {
  Goal goal;
  goal.other = 30 + dice(120);
  goal.first = goal.other - dice(20);
  goal.end_indent = dice(3) == 0 ? 10 : 0;
  goal.setting = dice(3) == 0 ? Setting::ragged : Setting::justified;
  goal.last_setting = dice(6) == 0 ? Setting::justified : Setting::ragged;
  goal.raggedness = 25;
  goal.em = 10;
  goal.short_last = 20;
  if (dice(3) == 0) {
    goal.lines_beside = 1 + dice(3);
    goal.beside = dice(25);
  }
  return goal;
}

}  // namespace octavo::lines
