#include "lines/fill.h"

#include <gtest/gtest.h>

#include <cmath>

#include "workshop.h"

namespace octavo::lines {
namespace {

Paragraph contents_line(std::string title, std::string folio) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{std::move(title)}, Fill{.leaders = true}, Words{std::move(folio)}};
  paragraph.align = style::Align::left;
  return paragraph;
}

TEST(Fill, PushesWhatFollowsToTheRightEdge) {
  const auto lines = workshop().set(contents_line("A chapter", "42"), 300);
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_EQ(lines[0].runs.size(), 3u);
  EXPECT_NEAR(right_edge(lines[0].runs[2]), 300, 0.01);
  EXPECT_NEAR(lines[0].width, 300, 0.01);
}

TEST(Fill, LeadersAreDotsWithoutText) {
  const auto line = workshop().set(contents_line("A chapter", "42"), 300)[0];
  const auto& leaders = line.runs[1];
  EXPECT_EQ(leaders.text, "");
  EXPECT_GT(leaders.glyphs.size(), 20u);
  EXPECT_GT(leaders.x, right_edge(line.runs[0]));
  EXPECT_LT(right_edge(leaders) - 10 * 0.6 + 3, line.runs[2].x);
}

TEST(Fill, LeadersOfAllLinesStandOnOneGrid) {
  const auto first = workshop().set(contents_line("A", "7"), 300)[0].runs[1];
  const auto second = workshop().set(contents_line("Another and longer", "123"), 300)[0].runs[1];
  const auto steps = (second.x - first.x) / 6;
  EXPECT_NEAR(steps, std::round(steps), 0.001);
}

TEST(Fill, LeadersAtTheEndReachTheRightEdge) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"Name"}, Fill{.leaders = true}};
  const auto line = workshop().set(paragraph, 301)[0];
  ASSERT_EQ(line.runs.size(), 2u);
  const auto& dots = line.runs[1];
  const auto last_dot = dots.x + 6 * static_cast<double>(dots.glyphs.size() - 1);
  EXPECT_NEAR(last_dot + workshop().fonts.shape(workshop().serif, ".", "en").width * 10, 301, 0.01);
}

TEST(Fill, ALongTitleTurnsOverBeforeTheEndIndentAndTheFolioStaysWithItsLastWord) {
  auto paragraph =
      contents_line("A chapter with a title that is far too long for a single line of contents", "42");
  paragraph.end_indent = 40;
  paragraph.hanging_indent = 12;
  const auto lines = workshop().set(paragraph, 200);
  ASSERT_GT(lines.size(), 1u);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) EXPECT_LE(right_edge(lines[i]), 160.01);
  EXPECT_NEAR(lines[1].runs[0].x, 12, 0.01);
  EXPECT_NEAR(right_edge(lines.back()), 200, 0.01);
  EXPECT_EQ(lines.back().runs.size(), 3u);
}

TEST(Fill, WithoutLeadersIsJustRoom) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"left"}, Fill{}, Words{"middle"}, Fill{}, Words{"right"}};
  const auto line = workshop().set(paragraph, 300)[0];
  ASSERT_EQ(line.runs.size(), 3u);
  const auto before = line.runs[1].x - right_edge(line.runs[0]);
  const auto after = line.runs[2].x - right_edge(line.runs[1]);
  EXPECT_NEAR(before, after, 0.01);
}

}  // namespace
}  // namespace octavo::lines
