#include "lines/looseness.h"

#include <gtest/gtest.h>

#include "every_way.h"

namespace octavo::lines {
namespace {

TEST(Looseness, NoWayIntoAsManyLinesIsBetter) {
  std::size_t found = 0, refused = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(seed);
    const auto points = random_points(dice, 3 + dice(10));
    const auto goal = random_goal(dice);
    const Pass pass{.tolerance = 1.0 + dice(3)};
    std::vector<double> least(points.size(), infinite);  // by the number of lines
    each_way(points, [&](const auto& breaks) {
      least[breaks.size()] = std::min(least[breaks.size()], cost(points, breaks, goal, pass));
    });
    const auto ways = best_ways(points, goal, pass, points.size() - 1);
    ASSERT_EQ(ways.size(), points.size() - 1);
    for (std::size_t count = 1; count < points.size(); ++count) {
      const auto& way = ways[count - 1];
      if (way.breaks.empty()) {
        EXPECT_EQ(least[count], infinite) << "seed " << seed << ", " << count << " lines";
        ++refused;
        continue;
      }
      ++found;
      EXPECT_EQ(way.breaks.size(), count);
      EXPECT_NEAR(way.demerits / least[count], 1, 1e-9) << "seed " << seed << ", " << count << " lines";
      EXPECT_NEAR(cost(points, way.breaks, goal, pass) / way.demerits, 1, 1e-9);
      EXPECT_NEAR(demerits_of(points, way.breaks, goal, pass) / way.demerits, 1, 1e-9);
    }
  }
  EXPECT_GT(found, 200u);
  EXPECT_GT(refused, 1000u);
}

// Words as texts have them, most of them short: any others would hardly let a paragraph choose.
std::string prose(Dice& dice, std::size_t words) {
  const std::vector<std::string> some = {"a",     "note",  "that",  "leads",   "to",      "another",     "is",   "read", "in",
                                         "order", "by",    "those", "who",     "follow",  "the",         "links", "and", "whoever",
                                         "did",   "so",    "once",  "finds",   "it",      "again,",      "page", "after", "page",
                                         "until", "every", "last",  "chapter", "closes.", "typesetting", "of",   "books"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += (i > 0 ? " " : "") + some[dice(static_cast<std::uint32_t>(some.size()))];
  return text;
}

TEST(Looseness, AVariantHasJustSoManyLinesMoreOrFewerAndKeepsItsSpaces) {
  std::size_t longer = 0, shorter = 0, impossible = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    auto paragraph = workshop().text(prose(dice, 100 + dice(300)));
    paragraph.first_indent = 10;
    const auto measure = static_cast<float>(340 + dice(120));
    const auto best = workshop().set(paragraph, measure);
    for (const int by : {-2, -1, 1, 2}) {
      const auto variant = set(paragraph, measure, by, workshop().tools());
      SCOPED_TRACE("seed " + std::to_string(seed) + " by " + std::to_string(by));
      if (variant.lines.empty()) {
        ++impossible;
        continue;
      }
      ++(by > 0 ? longer : shorter);
      EXPECT_EQ(static_cast<int>(variant.lines.size()), static_cast<int>(best.size()) + by);
      EXPECT_EQ(text_of(variant.lines), text_of(best));
      EXPECT_GE(variant.demerits, 0);
      for (const auto& line : variant.lines) {
        EXPECT_FALSE(line.overfull);
        EXPECT_LE(line.ratio, most_stretch + 0.02f);
        EXPECT_GE(line.ratio, -1.001f);
      }
    }
  }
  EXPECT_GT(longer, 40u);
  EXPECT_GT(shorter, 8u);
  EXPECT_GT(impossible, 40u);
}

TEST(Looseness, ByNothingIsTheBestWay) {
  Dice dice(3);
  const auto paragraph = workshop().text(random_text(dice, 90));
  const auto variant = set(paragraph, 250, 0, workshop().tools());
  EXPECT_EQ(texts(variant.lines), texts(workshop().set(paragraph, 250)));
  EXPECT_EQ(variant.demerits, 0);
}

TEST(Looseness, OneLineMayBecomeTwoButNeverNone) {
  // Nearly a whole line of words: to make two of it the first would have to be torn open.
  const auto paragraph = workshop().text("a few words here");
  EXPECT_TRUE(set(paragraph, 80, 1, workshop().tools()).lines.empty());
  EXPECT_TRUE(set(paragraph, 80, -1, workshop().tools()).lines.empty());
  EXPECT_EQ(set(paragraph, 60, 1, workshop().tools()).lines.size(), 0u);
  EXPECT_TRUE(set(workshop().empty(), 80, 1, workshop().tools()).lines.empty());
}

TEST(Looseness, WhatItsAuthorBrokeHasNoVariants) {
  EXPECT_TRUE(set(workshop().code("let answer = compute(first, second);"), 100, 1, workshop().tools()).lines.empty());
  Dice dice(3);
  auto paragraph = workshop().text(random_text(dice, 90));
  paragraph.pieces.push_back(ForcedBreak{});
  paragraph.pieces.push_back(Words{"and more"});
  for (const int by : {-1, 0, 1}) EXPECT_TRUE(set(paragraph, 250, by, workshop().tools()).lines.empty());
}

}  // namespace
}  // namespace octavo::lines
