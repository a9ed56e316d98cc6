#include "lines/break.h"

#include <gtest/gtest.h>

#include "every_way.h"

namespace octavo::lines {
namespace {

double least_cost(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass) {
  double least = infinite;
  each_way(points, [&](const auto& breaks) { least = std::min(least, cost(points, breaks, goal, pass)); });
  return least;
}

TEST(Break, NoWayOfBreakingIsBetter) {
  std::size_t broken = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 600; ++seed) {
    Dice dice(seed);
    const auto points = random_points(dice, 3 + dice(10));
    const auto goal = random_goal(dice);
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
