#include "pages/column_widths.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace octavo::pages {
namespace {

float sum(const std::vector<float>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0f); }

TEST(column_widths, are_what_is_wished_where_there_is_room) {
  EXPECT_EQ(column_widths({{20, 20, 50}, {20, 20, 100}}, {{0, 0, 0, 50}, {0, 1, 0, 100}}, 200), (std::vector<float>{50, 100}));
}

TEST(column_widths, share_what_is_missing_where_not_even_the_least_fits) {
  const auto widths = column_widths({{100, 100, 150}, {50, 50, 80}}, {{0, 0, 0, 150}, {0, 1, 0, 80}}, 75);
  EXPECT_FLOAT_EQ(widths[0], 37.5f);
  EXPECT_FLOAT_EQ(widths[1], 37.5f);
  // The narrow one is not torn for the sake of a word that no column could hold.
  EXPECT_EQ(column_widths({{400, 400, 500}, {20, 20, 30}, {60, 60, 80}}, {{0, 0, 0, 500}, {0, 1, 0, 30}, {0, 2, 0, 80}}, 150), (std::vector<float>{70, 20, 60}));
}

// A share in proportion would break both.
TEST(column_widths, keep_short_cells_in_one_line) {
  const auto widths = column_widths({{30, 30, 60}, {30, 30, 250}}, {{0, 0, 0, 60}, {0, 1, 0, 120}, {1, 0, 0, 58}, {1, 1, 0, 250}}, 200);
  EXPECT_FLOAT_EQ(widths[0], 60);
  EXPECT_LE(sum(widths), 200.01f);
}

// Four names that fit in one column are worth more than one line in the other.
TEST(column_widths, do_not_tear_names_apart) {
  const std::vector<CellNeed> cells = {{0, 0, 88, 88}, {0, 1, 30, 230}, {1, 0, 88, 88}, {1, 1, 30, 205}, {2, 0, 40, 40}, {2, 1, 30, 205}};
  const auto widths = column_widths({{30, 88, 88}, {30, 30, 230}}, cells, 290);
  EXPECT_GE(widths[0], 88);
}

// The same by brute force: no other split of the room, point by point, needs fewer lines.
TEST(column_widths, need_as_few_lines_as_any_split_of_the_room) {
  const std::vector<std::vector<CellNeed>> tables = {
      {{0, 0, 0, 90}, {0, 1, 0, 300}, {1, 0, 0, 40}, {1, 1, 0, 90}, {2, 0, 0, 130}, {2, 1, 0, 210}},
      {{0, 0, 0, 400}, {0, 1, 0, 380}, {1, 0, 0, 20}, {1, 1, 0, 160}},
      {{0, 0, 0, 75}, {0, 1, 0, 500}, {1, 0, 0, 75}, {1, 1, 0, 150}, {2, 0, 0, 75}, {2, 1, 0, 140}},
  };
  for (const auto& cells : tables) {
    std::vector<lines::Extent> extents(2, {30, 30, 0});
    std::size_t rows = 0;
    for (const CellNeed& cell : cells) {
      extents[cell.column].preferred = std::max(extents[cell.column].preferred, cell.preferred);
      rows = std::max(rows, cell.row + 1);
    }
    const auto lines = [&](float first) {
      std::vector<float> of_row(rows);
      for (const CellNeed& cell : cells) {
        const float width = cell.column == 0 ? first : 220 - first;
        const float needed = cell.preferred <= width + 0.01f ? 1 : std::max(std::ceil(cell.preferred * 1.06f / width), 2.0f);
        of_row[cell.row] = std::max(of_row[cell.row], needed);
      }
      return sum(of_row);
    };
    float fewest = 1000;
    for (float first = 30; first <= 190; first += 1) fewest = std::min(fewest, lines(first));
    EXPECT_EQ(lines(column_widths(extents, cells, 220)[0]), fewest);
  }
}

}  // namespace
}  // namespace octavo::pages
