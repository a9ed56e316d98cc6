// What a page is filled with: white space, longer and shorter paragraphs, figures that go on.
#include "pages/column.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "pages/page_costs.h"

namespace octavo::pages {
namespace {

// Ten lines a page, each of 10 points.
constexpr PageMeasure ten_lines{100, 100, 10, 10};

Strip line() {
  Strip strip;
  strip.height = 10;
  strip.break_before = cost::within_paragraph;
  strip.begins = book::TextPlace{};
  return strip;
}

void add_paragraph(Section& section, int lines) {
  for (int index = 0; index < lines; ++index) {
    section.galley.push_back(line());
    Strip& strip = section.galley.back();
    strip.break_before = index == 0 ? cost::free : index == 1 ? cost::orphan : index + 1 == lines ? cost::widow : cost::within_paragraph;
  }
}

Galley note_of(std::size_t lines, float height) {
  Galley galley(lines);
  for (Strip& strip : galley) strip.height = height;
  return galley;
}

void add_heading(Section& section) {
  Strip strip = line();
  strip.begins.reset();
  strip.is_heading = strip.may_spread = true;
  strip.space_before = strip.space_alone = 10;
  strip.break_before = cost::free;
  section.galley.push_back(strip);
}

// Nine lines, and then a paragraph of three of which only one would fit; the first of all could be longer.
Section that_ends_badly() {
  Section section;
  for (const int lines : {6, 3, 3, 6}) add_paragraph(section, lines);
  section.elastic = {{{0, 6}, 0.95f}};
  return section;
}

std::vector<PageCut> cut(Section& section) {
  return break_pages(section, ten_lines, [](std::size_t, int) { return StripRange{}; });
}

std::vector<std::size_t> ends(const std::vector<PageCut>& cuts) {
  std::vector<std::size_t> found;
  for (const PageCut& page : cuts) found.push_back(page.columns.back().end);
  return found;
}

// Of the last thing on the page.
float bottom(const Section& section, const PageCut& cut) {
  const PlacedStrip& last = cut.columns.back().strips.back();
  return last.y + section.galley[last.strip].height;
}

TEST(column, spreads_the_space_over_a_heading_to_come_to_its_foot) {
  Section section;
  add_paragraph(section, 4);
  add_heading(section);
  add_paragraph(section, 6);  // 3 would fit, and leave a line to fill, if the rest were not a widow less
  add_paragraph(section, 20);
  section.galley[9].break_before = cost::widow;  // so that only two lines stand under the heading
  section.galley[8].break_before = cost::widow;
  const auto cuts = cut(section);
  EXPECT_EQ(cuts[0].columns[0].end, 7u);
  EXPECT_FLOAT_EQ(bottom(section, cuts[0]), 100);  // 4 lines, heading with its space, 2 lines, and 2 lines of white space more
}

TEST(column, sets_a_paragraph_longer_and_keeps_the_numbers_of_the_others) {
  Section section = that_ends_badly();
  std::vector<int> asked;
  const auto cuts = break_pages(section, ten_lines, [&](std::size_t elastic, int by) {
    EXPECT_EQ(elastic, 0u);
    asked.push_back(by);
    const std::size_t first = section.galley.size();
    for (int index = 0; index < 7; ++index) section.galley.push_back(line());
    return StripRange{first, first + 7};
  });
  EXPECT_EQ(asked, std::vector<int>{1});
  EXPECT_EQ(cuts[0].columns[0].end, 9u);
  EXPECT_FLOAT_EQ(bottom(section, cuts[0]), 100);
  EXPECT_EQ(cuts[0].columns[0].strips.front().strip, 18u);  // the longer setting, behind the galley
  EXPECT_EQ(cuts[0].columns[0].strips[7].strip, 6u);
}

// Both at once: white space over a paragraph, and the paragraph itself.
TEST(column, spreads_the_space_over_a_paragraph_that_is_set_longer) {
  Section section;
  add_paragraph(section, 2);
  add_paragraph(section, 6);
  section.galley[2].may_spread = true;
  section.galley[2].space_before = section.galley[2].space_alone = 0;
  for (int index = 0; index < 2; ++index) add_paragraph(section, 6);
  for (std::size_t strip = 9; strip < 13; ++strip) section.galley[strip].break_before = cost::never;  // two lines remain
  section.elastic = {{{2, 8}, 0.95f}};
  const auto cuts = break_pages(section, ten_lines, [&](std::size_t, int) {
    const std::size_t first = section.galley.size();
    for (int index = 0; index < 7; ++index) section.galley.push_back(line());
    return StripRange{first, first + 7};
  });
  EXPECT_EQ(cuts[0].columns[0].end, 8u);
  EXPECT_FLOAT_EQ(bottom(section, cuts[0]), 100);
}

TEST(column, leaves_a_page_short_rather_than_a_widow_where_no_paragraph_gives_way) {
  Section section = that_ends_badly();
  EXPECT_EQ(ends(cut(section)).front(), 9u);
}

TEST(column, makes_a_paragraph_shorter_so_that_another_fits) {
  Section section;
  add_paragraph(section, 8);
  add_paragraph(section, 3);
  section.elastic = {{{0, 8}, 0.04f}};
  const auto cuts = break_pages(section, ten_lines, [&](std::size_t, int by) {
    EXPECT_EQ(by, -1);
    const std::size_t first = section.galley.size();
    for (int index = 0; index < 7; ++index) section.galley.push_back(line());
    return StripRange{first, first + 7};
  });
  EXPECT_EQ(cuts.size(), 1u);
}

TEST(column, never_leaves_less_than_two_lines_under_a_heading) {
  for (int above = 1; above < 12; ++above) {
    Section section;
    add_paragraph(section, above);
    add_heading(section);
    for (int item = 0; item < 12; ++item) add_paragraph(section, 1);  // a list: a page may end behind any line
    for (const std::size_t end : ends(cut(section))) {
      if (end == section.galley.size()) continue;
      const auto heading = static_cast<std::size_t>(above);
      EXPECT_TRUE(end <= heading || end >= heading + 3) << above << ' ' << end;
    }
  }
}

TEST(column, sends_a_figure_that_does_not_fit_to_the_head_of_the_next_page) {
  Section section;
  add_paragraph(section, 7);
  Strip figure;
  figure.height = 50;
  figure.space_before = 10;
  section.galley.push_back(figure);
  section.figures = {{{7, 8}, 10}};
  add_paragraph(section, 12);
  section.galley[8].space_before = 10;  // under the figure
  const auto cuts = cut(section);
  const auto& first = cuts[0].columns[0].strips;
  EXPECT_EQ(first.size(), 10u);
  EXPECT_EQ(first[7].strip, 8u);           // the text goes on in the figure's place
  EXPECT_FLOAT_EQ(first[7].y, 70);         // and close, as if it had never been there
  const auto& second = cuts[1].columns[0].strips;
  EXPECT_EQ(second[0].strip, 7u);
  EXPECT_TRUE(second[0].is_late);
  EXPECT_FLOAT_EQ(second[0].y, 0);
  EXPECT_FLOAT_EQ(second[1].y, 60);
  EXPECT_FALSE(second[1].is_late);
}

// The empty line before the text that goes on has vanished, and the figure leaves no room for more.
TEST(column, may_hold_nothing_but_a_figure_after_an_empty_line_at_the_foot) {
  Section section;
  add_paragraph(section, 7);
  Strip figure;
  figure.height = 100;
  section.galley.push_back(figure);
  section.figures = {{{7, 8}, 10}};
  for (int index = 0; index < 12; ++index) section.galley.push_back(line());
  section.galley[11].vanishes = true;
  const auto cuts = cut(section);
  EXPECT_EQ(ends(cuts), (std::vector<std::size_t>{12, 12, 20}));
  EXPECT_FLOAT_EQ(bottom(section, cuts[0]), 100);
}

TEST(column, keeps_figures_in_order) {
  Section section;
  add_paragraph(section, 7);
  for (const float height : {50.0f, 20.0f}) {  // the second would fit, but not before the first
    Strip figure;
    figure.height = height;
    section.figures.push_back({{section.galley.size(), section.galley.size() + 1}, 10});
    section.galley.push_back(figure);
  }
  add_paragraph(section, 10);
  const auto cuts = cut(section);
  std::vector<std::uint32_t> figures;
  for (const PageCut& page : cuts)
    for (const PlacedStrip& placed : page.columns[0].strips)
      if (placed.strip == 7 || placed.strip == 8) figures.push_back(placed.strip);
  EXPECT_EQ(figures, (std::vector<std::uint32_t>{7, 8}));
  EXPECT_EQ(cuts[1].columns[0].strips[1].strip, 8u);
}

TEST(column, prints_a_figure_that_waits_at_the_end_of_the_text) {
  Section section;
  add_paragraph(section, 7);
  Strip figure;
  figure.height = 50;
  section.galley.push_back(figure);
  section.figures = {{{7, 8}, 10}};
  const auto cuts = cut(section);
  ASSERT_EQ(cuts.size(), 2u);
  EXPECT_EQ(cuts[1].columns[0].strips.front().strip, 7u);
}

TEST(column, begins_no_page_with_an_empty_line_of_code) {
  Section section;
  add_paragraph(section, 10);
  add_paragraph(section, 12);
  section.galley[10].vanishes = true;
  const auto cuts = cut(section);
  EXPECT_EQ(cuts[1].columns[0].strips.front().strip, 11u);
  EXPECT_FLOAT_EQ(cuts[1].columns[0].strips.front().y, 0);
}

TEST(column, ends_where_nothing_is_left_but_empty_lines) {
  Section section;
  add_paragraph(section, 1);
  for (int index = 0; index < 40; ++index) {
    section.galley.push_back(line());
    section.galley.back().vanishes = true;
  }
  EXPECT_LE(cut(section).size(), 5u);
}

// By less than shorter paragraphs could make room for, if there were any.
TEST(column, prints_a_strip_that_is_a_little_taller_than_the_page) {
  Section section;
  add_paragraph(section, 3);
  section.galley[1].height = 115;
  const auto cuts = cut(section);
  ASSERT_EQ(cuts.size(), 3u);
  EXPECT_TRUE(cuts[1].overfull);
}

// Every figure leads to further states; they must not multiply.
TEST(column, comes_to_an_end_with_many_figures_that_wait) {
  Section section;
  for (int index = 0; index < 300; ++index) {
    Strip figure;
    figure.height = 90;
    section.figures.push_back({{section.galley.size(), section.galley.size() + 1}, 10});
    section.galley.push_back(figure);
    add_paragraph(section, 2);
  }
  EXPECT_LT(cut(section).size(), 400u);
}

TEST(column, comes_to_an_end_with_a_note_over_a_hundred_pages) {
  Section section;
  for (int index = 0; index < 200; ++index) add_paragraph(section, 6);
  section.notes = {note_of(1000, 8)};
  section.galley[1].notes = {0};
  EXPECT_LT(cut(section).size(), 400u);
}

// A picture in a note that is as tall as the page.
TEST(column, gives_notes_a_page_of_their_own_where_they_leave_no_room_for_text) {
  Section section;
  for (int index = 0; index < 8; ++index) add_paragraph(section, 10);
  section.notes = {note_of(2, 8), note_of(1, 8)};
  section.notes[0][1].height = 85;
  section.galley[2].notes = {0};
  section.galley[3].notes = {1};
  const auto cuts = cut(section);
  EXPECT_LE(cuts.size(), 12u);
  std::size_t last = 0;
  for (std::size_t page = 0; page < cuts.size(); ++page)
    if (!cuts[page].notes.empty()) last = page;
  EXPECT_LE(last, 4u);
}

// Every strip of a section stands on one page, once, in order but for late figures: whatever the section holds.
TEST(column, places_everything_once) {
  std::mt19937 random(20260);
  const auto upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 300; ++round) {
    Section section;
    const int blocks = 1 + upto(14);
    for (int block = 0; block < blocks; ++block) switch (upto(5)) {
        case 0: add_heading(section); break;
        case 1: {
          Strip figure;
          figure.height = static_cast<float>(10 + upto(95));
          section.figures.push_back({{section.galley.size(), section.galley.size() + 1}, 10});
          section.galley.push_back(figure);
          break;
        }
        case 2: {
          const auto note = static_cast<std::uint32_t>(section.notes.size());
          section.notes.emplace_back(static_cast<std::size_t>(1 + upto(14)));
          for (Strip& strip : section.notes.back()) strip.height = 8;
          add_paragraph(section, 1 + upto(6));
          section.galley.back().notes = {note};
          break;
        }
        default: add_paragraph(section, 1 + upto(14));
      }
    const auto cuts = cut(section);
    std::vector<int> seen(section.galley.size());
    std::vector<std::size_t> of_notes(section.notes.size());
    std::uint32_t last = 0;
    for (const PageCut& page : cuts) {
      float y = -1;
      for (const PlacedStrip& placed : page.columns[0].strips) {
        ++seen[placed.strip];
        EXPECT_GT(placed.y, y);
        y = placed.y + section.galley[placed.strip].height - 0.01f;
        if (placed.is_late) continue;
        EXPECT_GE(placed.strip, last);
        last = placed.strip;
      }
      for (const NoteSlice& slice : page.notes) {
        EXPECT_EQ(slice.begin, of_notes[slice.note]);
        of_notes[slice.note] = slice.end;
      }
    }
    EXPECT_EQ(std::count(seen.begin(), seen.end(), 1), static_cast<std::ptrdiff_t>(seen.size())) << "round " << round;
    for (std::size_t note = 0; note < of_notes.size(); ++note) EXPECT_EQ(of_notes[note], section.notes[note].size());
  }
}

// Where nobody has to be asked on the way, a walk comes to the foot of its column at once.
TEST(column, is_filled_alike_whether_strips_are_passed_over_or_not) {
  std::mt19937 random(13);
  const auto upto = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
  for (int round = 0; round < 200; ++round) {
    Section section;
    while (section.galley.size() < 150) switch (upto(4)) {
        case 0:
          add_heading(section);
          section.galley.back().snaps = true;
          break;
        case 1: {  // code, off the grid
          const std::size_t first = section.galley.size();
          add_paragraph(section, 1 + upto(20));
          for (std::size_t strip = first; strip < section.galley.size(); ++strip) {
            section.galley[strip].height = 8.75f;
            section.galley[strip].vanishes = strip > first && upto(6) == 0;
          }
          add_paragraph(section, 2);
          Strip& under = section.galley[section.galley.size() - 2];
          under.snaps = under.may_spread = true;
          under.space_before = under.space_alone = 5;
          break;
        }
        default: {
          const std::size_t first = section.galley.size();
          add_paragraph(section, 1 + upto(14));
          section.elastic.push_back({{first, section.galley.size()}, static_cast<float>(upto(100)) / 100});
        }
      }
    Section by_hand = section;
    for (Strip& strip : by_hand.galley) strip.notes = {7};  // that there are none of is found out at each strip
    const auto at_once = cut(section), one_by_one = cut(by_hand);
    EXPECT_EQ(ends(at_once), ends(one_by_one)) << "round " << round;
    for (std::size_t page = 0; page < std::min(at_once.size(), one_by_one.size()); ++page)
      EXPECT_FLOAT_EQ(bottom(section, at_once[page]), bottom(by_hand, one_by_one[page])) << "round " << round << " page " << page;
  }
}

// An empty line of code takes no room at the head of a page, nor do the lines after it count from it.
TEST(column, is_not_filled_beyond_its_foot_where_it_begins_with_an_empty_line) {
  Section section;
  add_paragraph(section, 30);
  section.galley[0].vanishes = true;
  section.galley[1].height = section.galley[2].height = 5;
  section.galley[1].space_before = section.galley[1].space_alone = 5;
  const auto cuts = cut(section);
  EXPECT_EQ(cuts[0].columns[0].strips.front().strip, 1u);
  EXPECT_FLOAT_EQ(cuts[0].columns[0].strips.front().y, 0);
  EXPECT_FLOAT_EQ(bottom(section, cuts[0]), 100);
}

// Brute force: no other way to cut a few paragraphs costs less.
TEST(column, costs_no_more_than_any_other_way) {
  std::mt19937 random(1981);
  for (int round = 0; round < 60; ++round) {
    Section section;
    while (section.galley.size() < 26) add_paragraph(section, 1 + static_cast<int>(random() % 7));
    const auto page_cost = [&](std::size_t from, std::size_t to) {
      const std::size_t lines = to - from;
      double cost = 0;
      if (to < section.galley.size()) {
        cost = section.galley[to].break_before;
        if (lines < 10) cost += cost::short_page + cost::further_short_line * static_cast<double>(10 - lines - 1);
      } else if (from > 0) {
        cost = cost::runt_line * std::max(0, cost::least_on_last_page - static_cast<int>(lines));
      }
      return cost;
    };
    std::vector<double> best(section.galley.size() + 1, 1e18);
    best.back() = 0;
    for (std::size_t from = section.galley.size(); from-- > 0;)
      for (std::size_t to = from + 1; to <= std::min(from + 10, section.galley.size()); ++to)
        best[from] = std::min(best[from], page_cost(from, to) + best[to]);
    double cost = 0;
    std::size_t from = 0;
    for (const std::size_t end : ends(cut(section))) {
      cost += page_cost(from, end);
      from = end;
    }
    EXPECT_DOUBLE_EQ(cost, best[0]) << "round " << round;
  }
}

}  // namespace
}  // namespace octavo::pages
