// Found on the finished pages, by what stands on them: whoever set them is not asked.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/coarseness.h"
#include "sheets/lines_of_text.h"
#include "sheets/sheets.h"

namespace octavo::sheets {
namespace {

using pages::Role;
using pages::StructureId;

constexpr float loosest = 1.5f;         // of the font's space
constexpr float hanging = 0.6f;         // of the size of type: what may stand outside the measure

base::Rect area_of(const pages::GlyphRun& run) {
  return {run.origin.x, run.origin.y - 0.75f * run.size, width_of(run), run.size};
}

// How wide its widest space is, as a multiple of the font's own; 0 if it has none.
float looseness_of(const pages::GlyphRun& run, const glyphs::Fonts& fonts) {
  float widest = 0;
  for (const glyphs::Glyph& glyph : run.glyphs) {
    const std::string_view rest = run.text.substr(std::min<std::size_t>(glyph.cluster, run.text.size()));
    if (!rest.starts_with(' ') && !rest.starts_with("\u00A0")) continue;
    const float natural = fonts.advance(run.face, glyph.id);
    if (natural > 0) widest = std::max(widest, (glyph.advance * run.scaling - run.tracking / run.size) / natural);
  }
  return widest;
}

class Search {
 public:
  Search(const pages::Pages& pages, const glyphs::Fonts& fonts) : pages_(pages), fonts_(fonts) {
    // Parents come before their children.
    paragraphs_.resize(pages.structure.size());
    for (std::size_t i = 0; i < pages.structure.size(); ++i) {
      const pages::Structure& element = pages.structure[i];
      if (element.role == Role::paragraph) paragraphs_[i] = StructureId(i);
      else if (element.role != Role::cell && element.role != Role::head_cell && element.parent) paragraphs_[i] = paragraphs_[element.parent.index()];
      if (element.parent && is_in_cell(element.parent)) paragraphs_[i] = {};
      cells_.push_back(element.role == Role::cell || element.role == Role::head_cell || (element.parent && is_in_cell(element.parent)));
    }
  }

  std::vector<Blemish> find(const book::Book& book) {
    for (page_ = 0; page_ < pages_.pages.size(); ++page_) look_at_lines(pages_.pages[page_]);
    find_lone_lines();
    find_coarse_pictures(book);
    std::ranges::stable_sort(found_, {}, &Blemish::page);
    return std::move(found_);
  }

 private:
  struct Stretch { std::uint32_t page = 0; std::size_t lines = 0; base::Rect first, last; };  // of a paragraph on a page

  bool is_in_cell(StructureId id) const { return cells_[id.index()]; }
  void add(Fault fault, const base::Rect& area) { found_.push_back({fault, page_, area}); }

  void look_at_lines(const pages::Page& page) {
    for (const TextLine& line : lines_of_text(page)) {
      std::map<StructureId, base::Rect> areas;
      for (const pages::GlyphRun* run : line.runs) {
        const base::Rect area = area_of(*run);
        const StructureId paragraph = run->structure ? paragraphs_[run->structure.index()] : StructureId();
        if (const auto [known, is_new] = areas.try_emplace(paragraph, area); !is_new) known->second = base::around(known->second, area);
        if (std::ranges::any_of(run->glyphs, [](const glyphs::Glyph& glyph) { return glyph.id == 0; })) add(Fault::missing_glyph, area);
        loosest_[paragraph] = std::max(loosest_[paragraph], looseness_of(*run, fonts_));
      }
      for (const auto& [paragraph, area] : areas) {
        if (loosest_[paragraph] > loosest) add(Fault::loose_line, area);
        if (is_outside(area, line.size, page)) add(Fault::outside, area);
        if (paragraph) count_line(paragraph, area);
      }
      loosest_.clear();
    }
  }

  static bool is_outside(const base::Rect& area, float size, const pages::Page& page) {
    const float room = hanging * size;
    return page.body.width > 0 && (area.x < page.body.x - room || area.right() > page.body.right() + room || area.bottom() > page.body.bottom() + room);
  }

  void count_line(StructureId paragraph, const base::Rect& area) {
    auto& stretches = stretches_[paragraph];
    if (stretches.empty() || stretches.back().page != page_) stretches.push_back({page_, 0, area, area});
    ++stretches.back().lines;
    stretches.back().last = area;
  }

  void find_lone_lines() {
    for (const auto& [paragraph, stretches] : stretches_) {
      if (stretches.size() < 2) continue;
      for (const Stretch* one : {&stretches.front(), &stretches.back()}) {
        page_ = one->page;
        if (one->lines == 1) add(Fault::lone_line, one->first);
      }
    }
  }

  void find_coarse_pictures(const book::Book& book) {
    std::unordered_map<std::string_view, float> widths;  // pixels
    for (const book::Asset& asset : book.assets) widths.emplace(asset.path, asset.width);
    for (page_ = 0; page_ < pages_.pages.size(); ++page_)
      for (const pages::Item& item : pages_.pages[page_].items) {
        const auto* picture = std::get_if<pages::Picture>(&item);
        if (!picture) continue;
        const pages::PictureSource& source = pages_.pictures[picture->picture.index()];
        const auto pixels = widths.find(source.path);
        if (source.kind == book::AssetKind::svg || pixels == widths.end()) continue;
        if (base::is_coarse(pixels->second, picture->area.width)) add(Fault::coarse_picture, picture->area);
      }
  }

  const pages::Pages& pages_;
  const glyphs::Fonts& fonts_;
  std::vector<StructureId> paragraphs_;  // by element: the paragraph it is in, or is; none in tables, whose rows are cut by other rules
  std::vector<bool> cells_;              // by element: it is one, or in one
  std::map<StructureId, std::vector<Stretch>> stretches_;
  std::map<StructureId, float> loosest_;  // of the line looked at
  std::uint32_t page_ = 0;
  std::vector<Blemish> found_;
};

}  // namespace

std::vector<Blemish> blemishes(const pages::Pages& pages, const book::Book& book, const glyphs::Fonts& fonts) {
  return Search(pages, fonts).find(book);
}

}  // namespace octavo::sheets
