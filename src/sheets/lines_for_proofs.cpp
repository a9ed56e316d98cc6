// "Line 17 on page 42" is where a correction belongs, and what stands off the grid is seen when the grid is.
#include <cmath>
#include <map>

#include "sheets/lines_of_text.h"
#include "sheets/sheets.h"
#include "sheets/words.h"

namespace octavo::sheets {
namespace {

constexpr base::Color blue{0.65f, 0.8f, 0.95f}, grey{0.45f, 0.45f, 0.45f};
constexpr float hairline = 0.25f, size_of_numbers = 5.5f, distance = 8;

// Where baselines of the text stand below the lines of the grid: where most of them do.
float offset_of_baselines(const std::vector<std::vector<TextLine>>& pages_lines, const pages::Pages& pages) {
  std::map<long, std::size_t> counts;  // by hundredths of a point
  for (std::size_t i = 0; i < pages_lines.size(); ++i)
    for (const TextLine& line : pages_lines[i])
      if (const pages::Page& page = pages.pages[i]; page.grid > 0 && line.baseline > page.body.y)
        ++counts[std::lround(std::fmod(line.baseline - page.body.y, page.grid) * 100)];
  std::pair<long, std::size_t> most;
  for (const auto& one : counts)
    if (one.second > most.second) most = one;
  return static_cast<float>(most.first) / 100;
}

std::vector<pages::Item> grid_of(const pages::Page& page, float offset) {
  std::vector<pages::Item> items;
  const base::Rect& body = page.body;
  for (float y = body.y + offset; page.grid > 0 && y < body.bottom(); y += page.grid)
    items.push_back(pages::Fill{{body.x, y, body.width, hairline}, blue});
  items.push_back(pages::Frame{body, hairline, blue, {}});
  return items;
}

}  // namespace

void add_lines_for_proofs(pages::Pages& pages, glyphs::Fonts& fonts) {
  Words words(fonts);
  std::vector<std::vector<TextLine>> lines;
  for (const pages::Page& page : pages.pages) lines.push_back(lines_of_text(page));
  const float offset = offset_of_baselines(lines, pages);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    pages::Page& page = pages.pages[i];
    std::vector<pages::Item> numbers;
    std::size_t number = 0;
    for (const TextLine& line : lines[i])
      words.set(std::to_string(++number), {page.body.x - distance, line.baseline}, Side::right, size_of_numbers, grey, numbers);
    const std::vector<pages::Item> grid = grid_of(page, offset);
    // The grid lies behind the text.
    page.items.insert(page.items.begin(), grid.begin(), grid.end());
    for (pages::Furniture& furniture : page.furniture) {
      furniture.begin += static_cast<std::uint32_t>(grid.size());
      furniture.end += static_cast<std::uint32_t>(grid.size());
    }
    page.items.insert(page.items.end(), numbers.begin(), numbers.end());
  }
}

}  // namespace octavo::sheets
