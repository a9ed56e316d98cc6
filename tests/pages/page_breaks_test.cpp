#include "pages/page_breaks.h"

#include <gtest/gtest.h>

namespace octavo::pages {
namespace {

// Ten lines a page, each of 10 points.
constexpr PageMeasure ten_lines{100, 100, 10, 10};

Section lines(int count) {
  Section section;
  for (int index = 0; index < count; ++index) {
    Strip strip;
    strip.height = 10;
    strip.break_before = index == 0 ? cost::free : cost::within_paragraph;
    section.galley.push_back(strip);
  }
  return section;
}

// No paragraph can be set otherwise.
std::vector<PageCut> cut(Section section) {
  return break_pages(section, ten_lines, [&](std::size_t, int) { return StripRange{}; });
}

Galley note(int count) {
  Galley galley(static_cast<std::size_t>(count));
  for (Strip& strip : galley) strip.height = 10;
  return galley;
}

std::vector<std::size_t> ends(const std::vector<PageCut>& cuts) {
  std::vector<std::size_t> found;
  for (const PageCut& cut : cuts) found.push_back(cut.columns.back().end);
  return found;
}

using Ends = std::vector<std::size_t>;

TEST(page_breaks, fill_the_page) { EXPECT_EQ(ends(cut(lines(25))), (Ends{10, 20, 25})); }

TEST(page_breaks, nothing_makes_no_page) { EXPECT_TRUE(cut(lines(0)).empty()); }

TEST(page_breaks, leave_no_widow_where_a_shorter_page_will_do) {
  Section section = lines(12);
  section.galley[11].break_before = cost::free;
  section.galley[10].break_before = cost::widow;
  EXPECT_EQ(ends(cut(section)), (Ends{9, 12}));
}

TEST(page_breaks, keep_a_heading_with_its_text) {
  Section section = lines(14);
  section.galley[9].break_before = cost::free;  // the heading
  section.galley[10].break_before = cost::never;
  section.galley[11].break_before = cost::widow;
  EXPECT_EQ(ends(cut(section)), (Ends{9, 14}));
}

TEST(page_breaks, begin_a_page_where_the_style_asks) {
  Section section = lines(6);
  section.galley[2].break_before = cost::always;
  EXPECT_EQ(ends(cut(section)), (Ends{2, 6}));
}

TEST(page_breaks, drop_the_space_at_the_head_of_a_page_only) {
  Section section = lines(20);
  for (Strip& strip : section.galley) strip.space_before = 10;
  // The first line of a page has no gap: 10 + 4 * 20 = 90.
  EXPECT_EQ(ends(cut(section)), (Ends{5, 10, 15, 20}));
}

TEST(page_breaks, put_a_note_on_the_page_of_its_call) {
  Section section = lines(12);
  section.notes.push_back(note(3));
  section.galley[4].notes = {0};
  const auto cuts = cut(section);
  EXPECT_EQ(ends(cuts), (Ends{6, 12}));  // six lines, a separation and three lines of note
  ASSERT_EQ(cuts[0].notes.size(), 1u);
  EXPECT_EQ(cuts[0].notes[0].end, 3u);
  EXPECT_TRUE(cuts[1].notes.empty());
}

TEST(page_breaks, move_a_call_to_the_next_page_with_its_note) {
  Section section = lines(12);
  section.notes.push_back(note(1));
  section.galley[9].notes = {0};
  const auto cuts = cut(section);
  EXPECT_EQ(ends(cuts), (Ends{9, 12}));
  EXPECT_TRUE(cuts[0].notes.empty());
  EXPECT_EQ(cuts[1].notes.size(), 1u);
}

TEST(page_breaks, carry_a_long_note_over) {
  Section section = lines(12);
  section.notes.push_back(note(8));
  section.galley[3].notes = {0};
  const auto cuts = cut(section);
  ASSERT_GE(cuts.size(), 2u);
  ASSERT_EQ(cuts[0].notes.size(), 1u);
  ASSERT_EQ(cuts[1].notes.size(), 1u);
  EXPECT_EQ(cuts[0].columns[0].end, 4u);
  EXPECT_EQ(cuts[0].notes[0].begin, 0u);
  EXPECT_EQ(cuts[0].notes[0].end, cuts[1].notes[0].begin);
  EXPECT_EQ(cuts[1].notes[0].end, 8u);
}

TEST(page_breaks, carry_no_line_of_a_note_over_alone) {
  Section section = lines(12);
  section.notes.push_back(note(6));
  section.galley[3].notes = {0};
  const auto cuts = cut(section);
  ASSERT_EQ(cuts[0].notes.size(), 1u);
  EXPECT_EQ(cuts[0].columns[0].end, 4u);
  EXPECT_EQ(cuts[0].notes[0].end, 4u);  // five would fit
}

TEST(page_breaks, carry_a_note_of_the_last_line_to_a_page_of_its_own) {
  Section section = lines(1);
  section.notes.push_back(note(25));
  section.galley[0].notes = {0};
  const auto cuts = cut(section);
  std::size_t printed = 0;
  for (const PageCut& cut : cuts)
    for (const NoteSlice& slice : cut.notes) printed += slice.end - slice.begin;
  EXPECT_EQ(printed, 25u);
}

TEST(page_breaks, even_out_the_columns_of_the_last_page) {
  Section section = lines(8);
  section.columns = 2;
  const auto cuts = cut(section);
  ASSERT_EQ(cuts.size(), 1u);
  ASSERT_EQ(cuts[0].columns.size(), 2u);
  EXPECT_EQ(cuts[0].columns[0].end, 4u);
}

TEST(page_breaks, keep_a_letter_with_its_entry_when_columns_are_evened_out) {
  Section section = lines(4);  // N, Nobody, Z, Zed
  section.columns = 2;
  section.galley[1].break_before = section.galley[3].break_before = cost::never;
  section.galley[2].space_before = 10;
  const auto cuts = cut(section);
  EXPECT_EQ(cuts[0].columns[0].end, 2u);
}

TEST(page_breaks, end_where_not_even_a_line_of_a_note_fits) {
  Section section = lines(1);
  section.notes.push_back(note(3));
  for (Strip& strip : section.notes[0]) strip.height = 120;
  section.galley[0].notes = {0};
  const auto cuts = cut(section);
  EXPECT_EQ(cuts.size(), 4u);
  EXPECT_TRUE(cuts[1].overfull);
}

TEST(page_breaks, set_columns_under_what_spans_them) {
  Section section = lines(21);
  section.columns = 2;
  section.spanning = 1;
  const auto cuts = cut(section);
  ASSERT_EQ(cuts[0].columns.size(), 3u);
  EXPECT_EQ(cuts[0].columns[1].strips.front().y, 10);
  EXPECT_EQ(cuts[0].columns[1].end, 10u);
  EXPECT_EQ(cuts[0].columns[2].end, 19u);
  EXPECT_EQ(cuts[1].columns.back().end, 21u);
}

TEST(page_breaks, give_a_strip_taller_than_the_page_a_page_and_say_so) {
  Section section = lines(3);
  section.galley[1].height = 150;
  const auto cuts = cut(section);
  EXPECT_EQ(ends(cuts), (Ends{1, 2, 3}));
  EXPECT_TRUE(cuts[1].overfull);
  EXPECT_FALSE(cuts[0].overfull);
}

TEST(page_breaks, leave_room_for_a_repeated_head) {
  Section section = lines(21);
  section.repeated.push_back(note(2));
  for (std::size_t index = 1; index < 21; ++index) section.galley[index].repeated = 0;
  EXPECT_EQ(ends(cut(section)), (Ends{10, 18, 21}));
}

TEST(gaps, return_to_the_grid) {
  EXPECT_EQ(gap_before(4, false, 23, 10), 4);
  EXPECT_EQ(gap_before(4, true, 23, 10), 7);
  EXPECT_EQ(gap_before(4, true, 26, 10), 4);
  EXPECT_NEAR(gap_before(4, true, 27, 10), 13, 0.001);
}

// A note of as many lines as a novel: quadratic work would take minutes.
TEST(page_breaks, carry_a_note_over_as_many_pages_as_it_takes) {
  constexpr int many = 200'001;
  Section section = lines(1);
  section.galley[0].notes = {0};
  section.notes = {note(many)};
  const auto cuts = cut(section);
  std::size_t at = 0;
  for (const PageCut& cut : cuts)
    for (const NoteSlice& slice : cut.notes) {
      EXPECT_EQ(slice.begin, at);
      EXPECT_GE(slice.end - slice.begin, 2u);
      at = slice.end;
    }
  EXPECT_EQ(at, static_cast<std::size_t>(many));
}

}  // namespace
}  // namespace octavo::pages
