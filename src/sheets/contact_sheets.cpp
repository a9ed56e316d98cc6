#include <algorithm>
#include <array>

#include "sheets/fitting.h"
#include "sheets/sheets.h"
#include "sheets/words.h"

namespace octavo::sheets {
namespace {

constexpr float margin = 24, gap = 14, room_for_label = 13, foot = 30;
constexpr int rows = 3, most_columns = 4;
constexpr base::Color ink{0.2f, 0.2f, 0.2f}, edge{0.6f, 0.6f, 0.6f};

// Told apart by colour and, for who does not see it, by a letter.
struct Mark {
  Fault fault;
  base::Color color;
  const char *letter, *one, *many;
};
constexpr std::array<Mark, 5> marks = {{
    {Fault::lone_line, {0.85f, 0.1f, 0.1f}, "w", "widow or orphan", "widows and orphans"},
    {Fault::loose_line, {0.95f, 0.55f, 0}, "l", "loose line", "loose lines"},
    {Fault::coarse_picture, {0.1f, 0.4f, 0.9f}, "p", "coarse picture", "coarse pictures"},
    {Fault::missing_glyph, {0.75f, 0, 0.75f}, "g", "line with a missing glyph", "lines with missing glyphs"},
    {Fault::outside, {0, 0.55f, 0.3f}, "o", "line outside its page's body", "lines outside their page's body"},
}};
const Mark& mark_of(Fault fault) { return *std::ranges::find(marks, fault, &Mark::fault); }

class Contact {
 public:
  Contact(pages::Pages& pages, const std::vector<Blemish>& blemishes, const std::string& title, base::Size sheet, glyphs::Fonts& fonts)
      : pages_(pages), blemishes_(blemishes), title_(title), words_(fonts), page_(largest_page(pages)) {
    size_ = sheet.width > sheet.height ? sheet : turned(sheet);
    const float row = (size_.height - 2 * margin - foot) / rows;
    scale_ = scale_to_fit(page_, 2, 1, {size_.width - 2 * margin, row - room_for_label});
    spread_ = 2 * scale_ * page_.width;
    columns_ = std::clamp(static_cast<int>((size_.width - 2 * margin + gap) / (spread_ + gap)), 1, most_columns);
    height_ = row;
  }

  Sheets make() {
    place();
    overlays_.resize(result_.sheets.size());
    counts_.resize(result_.sheets.size());
    for (pages::Page& overlay : overlays_) overlay.size = size_;
    for (std::uint32_t page = 0; page < result_.places.size(); ++page) draw_page(page);
    for (std::uint32_t page = 0; page < result_.places.size(); page += page == 0 ? 1 : 2) label_spread(page);
    for (const Blemish& blemish : blemishes_) draw(blemish);
    draw_feet();
    for (std::uint32_t i = 0; i < overlays_.size(); ++i) {
      pages_.pages.push_back(std::move(overlays_[i]));
      result_.places.push_back({i, {}, 1});
    }
    return std::move(result_);
  }

 private:
  // The first page of a book is on the right.
  void place() {
    const std::size_t on_a_sheet = static_cast<std::size_t>(columns_) * rows;
    const float step = (size_.width - 2 * margin - static_cast<float>(columns_) * spread_) / static_cast<float>(columns_) + spread_;
    for (std::size_t page = 0; page < pages_.pages.size(); ++page) {
      const std::size_t spread = (page + 1) / 2, cell = spread % on_a_sheet;
      if (spread / on_a_sheet == result_.sheets.size()) result_.sheets.push_back({size_, "", {}});
      const bool is_right = page % 2 == 0;
      const auto column = static_cast<float>(cell % static_cast<std::size_t>(columns_)), row = static_cast<float>(cell / static_cast<std::size_t>(columns_));
      const float left = margin + column * step + 0.5f * (step - spread_), fold = left + 0.5f * spread_;
      result_.places.push_back({static_cast<std::uint32_t>(spread / on_a_sheet),
                                {is_right ? fold : fold - scale_ * pages_.pages[page].size.width, margin + row * height_}, scale_});
    }
    for (std::size_t i = 0; i < result_.sheets.size(); ++i) result_.sheets[i].label = std::to_string(i + 1);
  }

  std::vector<pages::Item>& items_over(std::uint32_t page) { return overlays_[result_.places[page].sheet].items; }
  base::Rect area_of(std::uint32_t page) const {
    const base::Size size = pages_.pages[page].size;
    return result_.places[page].of(base::Rect{0, 0, size.width, size.height});
  }

  void draw_page(std::uint32_t page) { items_over(page).push_back(pages::Frame{area_of(page), 0.3f, edge, {}}); }

  void label_spread(std::uint32_t left) {
    std::string label = pages_.pages[left].label;
    base::Rect area = area_of(left);
    if (left > 0 && left + 1 < result_.places.size()) {
      area = base::around(area, area_of(left + 1));
      label += "\u2013" + pages_.pages[left + 1].label;
    }
    words_.set(label, {area.x + 0.5f * area.width, area.bottom() + 9}, Side::center, 6.5f, ink, items_over(left));
  }

  // A frame round it, and its letter in the outer margin.
  void draw(const Blemish& blemish) {
    constexpr float air = 0.6f, letter = 4.5f;
    const Mark& mark = mark_of(blemish.fault);
    const base::Rect area = result_.places[blemish.page].of(blemish.area), page = area_of(blemish.page);
    auto& items = items_over(blemish.page);
    items.push_back(pages::Frame{{area.x - air, area.y - air, area.width + 2 * air, area.height + 2 * air}, 0.5f, mark.color, {}});
    const bool is_left = blemish.page % 2 == 1;
    const float y = area.y + 0.5f * area.height + 0.35f * letter;
    words_.set(mark.letter, {is_left ? page.x + 2 : page.right() - 2, y}, is_left ? Side::left : Side::right, letter, mark.color, items);
    const auto kind = static_cast<std::size_t>(&mark - marks.data());
    ++in_all_[kind];
    ++counts_[result_.places[blemish.page].sheet][kind];
  }

  // "2 of 12 loose lines": on this sheet, and in all.
  static std::string said(const Mark& mark, std::size_t here, std::size_t in_all) {
    if (in_all == 0) return std::string("no ") + mark.many;
    const std::string some = here == in_all ? "" : (here == 0 ? "none" : std::to_string(here)) + " of ";
    return some + std::to_string(in_all) + " " + (in_all == 1 ? mark.one : mark.many);
  }

  void draw_feet() {
    constexpr float size = 8, step = 12;
    for (std::size_t i = 0; i < overlays_.size(); ++i) {
      auto& items = overlays_[i].items;
      const float y = size_.height - margin;
      float x = margin;
      for (std::size_t kind = 0; kind < marks.size(); ++kind) {
        const Mark& mark = marks[kind];
        items.push_back(pages::Frame{{x, y - 6.5f, 8, 8}, 1, mark.color, {}});
        words_.set(mark.letter, {x + 4, y - 0.5f}, Side::center, 6, mark.color, items);
        x = words_.set(said(mark, counts_[i][kind], in_all_[kind]), {x + step, y}, Side::left, size, ink, items) + step;
      }
      words_.set(title_ + ", " + std::to_string(i + 1) + " of " + std::to_string(overlays_.size()), {size_.width - margin, y - 14}, Side::right, size, ink, items);
    }
  }

  pages::Pages& pages_;
  const std::vector<Blemish>& blemishes_;
  const std::string& title_;
  Words words_;
  base::Size page_, size_;
  float scale_ = 1, spread_ = 0, height_ = 0;
  int columns_ = 1;
  Sheets result_;
  std::vector<pages::Page> overlays_;
  using Counts = std::array<std::size_t, marks.size()>;  // by kind
  Counts in_all_{};
  std::vector<Counts> counts_;  // by sheet
};

}  // namespace

Sheets contact_sheets(pages::Pages& pages, const std::vector<Blemish>& blemishes, const std::string& title, base::Size sheet, glyphs::Fonts& fonts) {
  return Contact(pages, blemishes, title, sheet, fonts).make();
}

}  // namespace octavo::sheets
