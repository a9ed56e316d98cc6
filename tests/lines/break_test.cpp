#include "lines/break.h"

#include <gtest/gtest.h>

#include <limits>

#include "workshop.h"

namespace octavo::lines {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// Words of random widths, some of them with places for a hyphen, edges that hang out.
std::vector<Breakpoint> random_points(Dice& dice, std::size_t count) {
  std::vector<Breakpoint> points(1);
  Sums total;
  bool inside = false;
  for (std::size_t i = 0; i < count; ++i) {
    total.width += 4 + dice(40);
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
double cost(std::span<const Breakpoint> points, const std::vector<std::uint32_t>& breaks, const Goal& goal,
            const Pass& pass) {
  double total = 0;
  std::uint32_t from = 0;
  Fitness before = Fitness::decent;
  unsigned hyphens = 0;
  for (const auto to : breaks) {
    auto line = fit(points, from, to, goal, pass);
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
    total += demerits + (from > 0 ? neighbour_demerits(before, line.fitness, hyphens) : 0);
    before = line.fitness;
    from = to;
  }
  return total;
}

double least_cost(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass) {
  const auto last = static_cast<std::uint32_t>(points.size() - 1);
  double least = infinite;
  for (std::uint32_t chosen = 0; chosen < 1u << (last - 1); ++chosen) {
    std::vector<std::uint32_t> breaks;
    for (std::uint32_t i = 1; i < last; ++i)
      if (chosen >> (i - 1) & 1) breaks.push_back(i);
    breaks.push_back(last);
    least = std::min(least, cost(points, breaks, goal, pass));
  }
  return least;
}

TEST(Break, NoWayOfBreakingIsBetter) {
  std::size_t broken = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    Dice dice(seed);
    const auto points = random_points(dice, 3 + dice(10));
    Goal goal;
    goal.other = 30 + dice(120);
    goal.first = goal.other - dice(20);
    goal.end_indent = dice(3) == 0 ? 10 : 0;
    goal.setting = dice(3) == 0 ? Setting::ragged : Setting::justified;
    goal.last_setting = dice(6) == 0 ? Setting::justified : Setting::ragged;
    goal.raggedness = 25;
    goal.em = 10;
    goal.short_last = 20;
    for (const Pass& pass :
         {Pass{.tolerance = 1}, Pass{.tolerance = 4}, Pass{.emergency = 5, .last_resort = true}}) {
      const auto breaks = best_breaks(points, goal, pass);
      const auto least = least_cost(points, goal, pass);
      if (breaks.empty()) {
        EXPECT_EQ(least, infinite) << "seed " << seed;
        ++refused;
      } else {
        EXPECT_NEAR(cost(points, breaks, goal, pass) / least, 1, 1e-9) << "seed " << seed;
        ++broken;
      }
    }
  }
  EXPECT_GT(broken, 700u);
  EXPECT_GT(refused, 200u);
}

TEST(Break, TheLastResortAlwaysFindsAWay) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Dice dice(seed);
    const auto points = random_points(dice, 200);
    Goal goal;
    goal.first = goal.other = dice(100);
    goal.em = 10;
    const auto breaks = best_breaks(points, goal, {.last_resort = true});
    ASSERT_FALSE(breaks.empty());
    EXPECT_EQ(breaks.back() + 1, points.size());
    EXPECT_TRUE(std::is_sorted(breaks.begin(), breaks.end()));
  }
}

TEST(Break, ThreeHyphensInARowAreAvoided) {
  // Every line could end in a hyphen and be perfect, or before that at a space, which is dear.
  std::vector<Breakpoint> points(1);
  Sums total;
  for (int i = 0; i < 12; ++i) {
    total.width += 80;
    total.stretch += 10;
    total.shrink += 30;
    Breakpoint space;
    space.end = space.start = total;
    space.penalty = 1000;
    points.push_back(space);
    total.width += 20;
    Breakpoint hyphen;
    hyphen.end = hyphen.start = total;
    hyphen.penalty = 50;
    hyphen.adds_hyphen = hyphen.shows_hyphen = true;
    points.push_back(hyphen);
  }
  Goal goal;
  goal.first = goal.other = 100;
  goal.em = 10;
  unsigned row = 0, longest = 0;
  for (const auto index : best_breaks(points, goal, {.tolerance = 4})) {
    row = points[index].shows_hyphen ? row + 1 : 0;
    longest = std::max(longest, row);
  }
  EXPECT_EQ(longest, 2u);
}

}  // namespace
}  // namespace octavo::lines
