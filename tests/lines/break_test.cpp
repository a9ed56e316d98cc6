#include "lines/break.h"

#include <gtest/gtest.h>

#include "every_way.h"
#include "lines/justify.h"
#include "lines/opportunities.h"

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

// A break inside code is no leave to end the line far from its margin: spaces are stretched where they can be.
TEST(Break, CodeIsNotTornForAShortLine) {
  const auto point = [](double width, double stretch, bool in_address) {
    Breakpoint made;
    made.end = {.width = width, .stretch = stretch};
    made.start = {.width = width + 4, .stretch = stretch + 2};
    made.in_address = in_address;
    return made;
  };
  const std::vector<Breakpoint> points = {{}, point(60, 6, true), point(90, 9, false), point(150, 15, false)};
  Goal goal;
  goal.first = goal.other = 100;
  goal.em = 10;
  goal.raggedness = 50;
  goal.last_setting = Setting::ragged;
  EXPECT_EQ(best_breaks(points, goal, {.tolerance = 4}), (std::vector<std::uint32_t>{2, 3}));
}

// The same for paragraphs as they come: shaped words, hyphenation, dashes, code, indents, what hangs out.
TEST(Break, NoWayOfBreakingARealParagraphIsBetter) {
  std::size_t broken = 0, refused = 0, ways = 0, hyphens = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(seed);
    auto paragraph = workshop().text(random_text(dice, 12 + dice(14)) + " ", dice(4) == 0 ? "de" : "en");
    if (dice(3) == 0) paragraph.pieces.push_back(Words{"some::code(with, places)", 2});
    paragraph.pieces.push_back(Words{" " + random_text(dice, 1 + dice(4))});
    paragraph.first_indent = static_cast<float>(dice(3)) * 10;
    if (dice(3) == 0) paragraph.align = style::Align::left;
    const auto shaping = shape(paragraph, workshop().fonts);
    auto places = opportunities(shaping.collected, paragraph, workshop().rules);
    if (dice(2) == 0) places = with_hyphenation(places, shaping.collected, paragraph, workshop().hyphenation);
    std::erase_if(places, [](const auto& place) { return place.kind == Opportunity::anywhere; });
    const auto segment = segments(shaping).front();
    const auto points = breakpoints(shaping, segment, places, edges_of(shaping, paragraph.align));
    Goal goal;
    goal.other = 150 + dice(150);
    goal.first = goal.other - paragraph.first_indent;
    goal.em = 10;
    goal.raggedness = 25;
    goal.short_last = 20;
    if (paragraph.align == style::Align::left) goal.setting = Setting::ragged;
    for (const Pass& pass : {Pass{.tolerance = 1}, Pass{.tolerance = most_stretch}, Pass{.tolerance = 2.5}}) {
      auto least = infinite;
      each_feasible_way(points, goal, pass, [&](const auto& breaks) {
        least = std::min(least, cost(points, breaks, goal, pass));
        ++ways;
      });
      const auto breaks = best_breaks(points, goal, pass);
      if (breaks.empty()) {
        EXPECT_EQ(least, infinite) << "seed " << seed;
        ++refused;
        continue;
      }
      EXPECT_NEAR(cost(points, breaks, goal, pass) / least, 1, 1e-9) << "seed " << seed;
      for (const auto index : breaks) hyphens += points[index].adds_hyphen;
      ++broken;
    }
  }
  EXPECT_GT(broken, 300u);
  EXPECT_GT(refused, 100u);
  EXPECT_GT(hyphens, 100u);
  EXPECT_GT(ways, 10000u);
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

TEST(Break, LettersTakeUpWhatTheyCanBeforeAnySpaceIsTouched) {
  std::vector<Breakpoint> points(3);
  points[1].end = {.width = 100, .stretch = 10, .shrink = 5, .letters = 90};
  points[1].start = points[2].end = points[2].start = points[1].end;
  points[2].end.width = 200;
  const auto ratio = [&](double room, Setting setting = Setting::justified) {
    Goal goal;
    goal.first = goal.other = room;
    goal.em = 10;
    goal.setting = setting;
    return fit(points, 0, 1, goal, {.tolerance = 10}, 0).ratio;
  };
  EXPECT_EQ(ratio(100), 0);
  EXPECT_EQ(ratio(101.8), 0);
  EXPECT_EQ(ratio(98.2), 0);
  EXPECT_NEAR(ratio(106.8), 0.5, 1e-9);
  EXPECT_NEAR(ratio(95.7), -0.5, 1e-9);
  EXPECT_EQ(ratio(98.2, Setting::ragged), -infinite);
}

TEST(Break, ANumberStaysInTheLineOfWhatItNumbers) {
  const auto begins_with_its_number = [](const std::string& words) {
    int count = 0;
    for (float measure = 90; measure < 260; measure += 1) {
      const auto lines = workshop().set(workshop().text("We tell of it further down, as seen in " + words + " and as you will see later on."), measure);
      for (const auto& line : lines) count += text_of(line).starts_with("12");
    }
    return count;
  };
  EXPECT_LT(begins_with_its_number("Figure 12"), begins_with_its_number("figure 12"));
  EXPECT_LT(begins_with_its_number("pages: p. 12"), begins_with_its_number("pages: pp 12"));
  EXPECT_LT(begins_with_its_number("(“Figure 12”)"), begins_with_its_number("(“figure 12”)"));
  EXPECT_LT(begins_with_its_number("§ 12"), begins_with_its_number("+ 12"));
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
  const auto longest = [&](const Pass& pass) {
    unsigned row = 0, most = 0;
    for (const auto index : best_breaks(points, goal, pass)) {
      row = points[index].shows_hyphen ? row + 1 : 0;
      most = std::max(most, row);
    }
    return most;
  };
  EXPECT_EQ(longest({.tolerance = 4}), 2u);
  // However bad the lines that avoid them, and not at all if nothing else fits.
  for (auto& point : points)
    if (!point.shows_hyphen) point.penalty = 50000;
  EXPECT_EQ(longest({.tolerance = 4}), 2u);
  EXPECT_EQ(longest({.last_resort = true}), 2u);
  std::erase_if(points, [&](const auto& point) { return point.penalty > 1000 && &point != &points.back(); });
  EXPECT_TRUE(best_breaks(points, goal, {.tolerance = 4}).empty());
  EXPECT_GT(longest({.last_resort = true}), 2u);
}

}  // namespace
}  // namespace octavo::lines
