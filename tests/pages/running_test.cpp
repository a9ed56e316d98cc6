// What a walk is told of the strips ahead is what it would find if it went to each.
#include "pages/running.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "pages/column.h"

namespace octavo::pages {
namespace {

TEST(running, tells_of_the_strips_ahead_and_behind) {
  std::mt19937 random(5);
  const auto one_of = [&](unsigned many) { return random() % many == 0; };
  Section section;
  for (std::uint32_t at = 0; at < 400; ++at) {
    Strip& strip = section.galley.emplace_back();
    strip.height = static_cast<float>(random() % 64) / 4;
    strip.space_before = static_cast<float>(random() % 32) / 4;
    if (one_of(2)) strip.begins = book::TextPlace{};
    strip.is_heading = one_of(20);
    strip.snaps = one_of(15);
    strip.may_spread = one_of(15);
    if (one_of(30)) strip.notes = {0};
    if (one_of(40)) strip.break_before = cost::always;
    if (at % 50 == 20) section.figures.push_back({{at, at + 3}});
    if (at % 10 == 4) section.elastic.push_back({{at - 3, at + 1}, 1});
  }
  std::vector<StripFacts> strips;
  for (const Strip& strip : section.galley) strips.push_back(facts_of(strip));
  const std::vector<Running> running = running_over(section, strips, 10);
  ASSERT_EQ(running.size(), strips.size() + 1);
  const auto next = [&](std::uint32_t from, const auto& is) {
    while (from < strips.size() && !is(from)) ++from;
    return from;
  };
  const auto ends_elastic = [&](std::uint32_t at) { return std::ranges::find(section.elastic, at + 1, &StripRange::end); };
  double foot = 0;
  std::uint32_t lines = 0, heading = Running::none;
  for (std::uint32_t at = 0; at < strips.size(); ++at) {
    foot += gap_before(strips[at].space_before, strips[at].snaps, foot, 10) + strips[at].height;
    lines += strips[at].is_line;
    if (strips[at].is_heading) heading = at;
    const Running& here = running[at];
    EXPECT_EQ(here.foot, foot);
    EXPECT_EQ(here.lines, lines);
    EXPECT_EQ(here.heading, heading);
    EXPECT_EQ(here.hurdle, next(at, [&](std::uint32_t strip) {
      const bool begins_figure = std::ranges::find(section.figures, strip, &StripRange::begin) != section.figures.end();
      return begins_figure || strips[strip].has_notes || strips[strip].break_before == cost::always;
    }));
    EXPECT_EQ(here.snapping, next(at, [&](std::uint32_t strip) { return strips[strip].snaps; }));
    EXPECT_EQ(here.giving, next(at, [&](std::uint32_t strip) { return strips[strip].may_spread || ends_elastic(strip) != section.elastic.end(); }));
    const auto elastic = ends_elastic(at);
    EXPECT_EQ(here.elastic, elastic == section.elastic.end() ? Running::none : static_cast<std::uint32_t>(elastic - section.elastic.begin()));
  }
}

}  // namespace
}  // namespace octavo::pages
