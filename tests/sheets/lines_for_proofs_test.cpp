#include <gtest/gtest.h>

#include "numbered.h"
#include "set_type.h"

namespace octavo::sheets {
namespace {

TEST(LinesForProofs, EveryLineHasItsNumberAndTheGridLiesBehind) {
  glyphs::Fonts fonts;
  pages::Pages pages = numbered(1);
  pages::Page& page = pages.pages[0];
  page.body = {30, 20, 250, 50};
  page.grid = 14;
  set_type(fonts, page, "Head", {30, 10});
  page.furniture.push_back({pages::FurnitureKind::head, 0, 1});
  for (const float y : {30.f, 44.f, 61.f}) set_type(fonts, page, "line", {30, y});
  add_lines_for_proofs(pages, fonts);

  std::vector<std::pair<std::string, float>> numbers;
  std::vector<float> grid;
  bool is_text_begun = false;
  for (const pages::Item& item : page.items) {
    if (const auto* fill = std::get_if<pages::Fill>(&item)) {
      EXPECT_FALSE(is_text_begun) << "the grid comes first";
      grid.push_back(fill->area.y);
    }
    const auto* run = std::get_if<pages::GlyphRun>(&item);
    is_text_begun |= run != nullptr;
    if (run && run->origin.x < 30) numbers.emplace_back(run->text, run->origin.y);
  }
  EXPECT_EQ(numbers, (std::vector<std::pair<std::string, float>>{{"1", 30}, {"2", 44}, {"3", 61}}));
  EXPECT_EQ(grid, (std::vector<float>{30, 44, 58})) << "where most baselines are";
  const pages::Furniture head = page.furniture[0];
  EXPECT_EQ(std::get<pages::GlyphRun>(page.items[head.begin]).text, "Head");
}

}  // namespace
}  // namespace octavo::sheets
