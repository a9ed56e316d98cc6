// Saddle stitch: sheets are laid on one another, folded in the middle, and sewn through the fold. Seen from outside, a sheet has the last
// page of its signature on the left and the first on the right; turned over its short edge, the second and the last but one.
#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

#include "base/paper.h"
#include "sheets/fitting.h"
#include "sheets/sheets.h"

namespace octavo::sheets {
namespace {

constexpr std::size_t pages_of_a_sheet = 4;
constexpr std::size_t most_for_a_stapler = 20, sheets_of_a_sewn_book = 8;

class Folding {
 public:
  Folding(const pages::Pages& pages, const Booklet& booklet) : pages_(pages), creep_(booklet.creep), sheet_(booklet.sheet) {
    const base::Size page = largest_page(pages);
    const float upright = scale_to_fit(page, 2, 1, sheet_), other = scale_to_fit(page, 2, 1, turned(sheet_));
    if (other > upright || (other == upright && sheet_.height > sheet_.width)) sheet_ = turned(sheet_);
    scale_ = std::max(upright, other);
    // Never so far that the text of one page comes near that of the other.
    for (const pages::Page& one : pages.pages)
      if (one.body.width > 0) most_creep_ = std::min(most_creep_, 0.5f * scale_ * std::min(one.body.x, one.size.width - one.body.right()));
    result_.is_folded = true;
    result_.places.resize(pages.pages.size());
  }

  // Pages from `first` on; what is beyond the last is blank.
  void add_signature(std::size_t first, std::size_t sheets) {
    const std::size_t end = first + sheets * pages_of_a_sheet;
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
      // The paper of the sheets around it pushes this one out of the fold, and it is cut shorter at the fore-edge.
      const float shift = std::min(creep_ * static_cast<float>(sheet), most_creep_);
      const std::size_t outer = 2 * sheet;
      add_side(end - 1 - outer, first + outer, shift);
      add_side(first + 1 + outer, end - 2 - outer, shift);
    }
  }

  Sheets take() { return std::move(result_); }

 private:
  void add_side(std::size_t left, std::size_t right, float shift) {
    Sheet& side = result_.sheets.emplace_back();
    side.size = sheet_;
    for (const auto& [number, is_left] : {std::pair(left, true), std::pair(right, false)}) {
      if (number >= pages_.pages.size()) continue;
      const pages::Page& page = pages_.pages[number];
      const float width = scale_ * page.size.width, height = scale_ * page.size.height;
      const float fold = 0.5f * sheet_.width;
      result_.places[number] = {static_cast<std::uint32_t>(result_.sheets.size() - 1),
                                {is_left ? fold - width + shift : fold - shift, 0.5f * (sheet_.height - height)},
                                scale_};
      add_label(side.label, page.label);
    }
  }

  const pages::Pages& pages_;
  float creep_, scale_ = 1, most_creep_ = std::numeric_limits<float>::max();
  base::Size sheet_;
  Sheets result_;
};

}  // namespace

Sheets folded(const pages::Pages& pages, const Booklet& booklet) {
  Folding folding(pages, booklet);
  const std::size_t sheets = (pages.pages.size() + pages_of_a_sheet - 1) / pages_of_a_sheet;
  const std::size_t usual = sheets <= most_for_a_stapler ? sheets : sheets_of_a_sewn_book;
  const std::size_t most = booklet.signature > 0 ? static_cast<std::size_t>(booklet.signature) : usual;
  for (std::size_t done = 0; done < sheets; done += most) folding.add_signature(done * pages_of_a_sheet, std::min(most, sheets - done));
  return folding.take();
}

base::Size sheet_for_folding(const pages::Pages& pages, Region region) {
  constexpr float least_scale = 0.9f;
  constexpr std::array<std::string_view, 3> metric = {"a5", "a4", "a3"};
  constexpr std::array<std::string_view, 2> american = {"letter", "tabloid"};
  const base::Size page = largest_page(pages);
  base::Size sheet;
  for (const std::string_view name : region == Region::metric ? std::span<const std::string_view>(metric) : american) {
    sheet = base::paper(name).size;
    if (scale_to_fit(page, 2, 1, turned(sheet)) >= least_scale) break;
  }
  return sheet;
}

base::Size sheet_of_an_office(Region region) { return base::paper(region == Region::metric ? "a4" : "letter").size; }

}  // namespace octavo::sheets
