#include "pdf/structure_types.h"

#include <algorithm>
#include <array>

#include "book/book.h"
#include "pdf/links.h"

namespace octavo::pdf {
namespace {

using pages::Role;
using pages::StructureId;

constexpr std::array<std::string_view, 6> headings{"H1", "H2", "H3", "H4", "H5", "H6"};

int level_of(const pages::Structure& heading) { return std::clamp(heading.level, 1, 6); }

std::string_view name_of(const pages::Structure& element) {
  switch (element.role) {
    case Role::document:
      return "Document";
    case Role::part:
      return "Part";
    case Role::section:
      return "Sect";
    case Role::division:
      return "Div";
    case Role::title:
      return "Title";
    case Role::heading:
      return headings[level_of(element) - 1];
    case Role::paragraph:
      return "P";
    case Role::quote:
      return "BlockQuote";
    case Role::list:
      return "L";
    case Role::item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::head_rows:
      return "THead";
    case Role::body_rows:
      return "TBody";
    case Role::row:
      return "TR";
    case Role::head_cell:
      return "TH";
    case Role::cell:
      return "TD";
    case Role::figure:
      return "Figure";
    case Role::caption:
      return "Caption";
    case Role::code:
      return "Code";
    case Role::note:
      return "Note";
    case Role::link:
      return "Link";
    case Role::span:
      return "Span";
    case Role::contents:
      return "TOC";
    case Role::contents_item:
      return "TOCI";
    case Role::index:
      return "Index";
    case Role::reference:
      return "Reference";
  }
  return "NonStruct";
}

// Levels without jumps (ISO 14289-1, 7.4.2): a heading is one below the nearest heading before it that the author
// ranked higher.
class HeadingLevels {
 public:
  int next(int level) {
    while (!open_.empty() && open_.back() >= level) open_.pop_back();
    open_.push_back(level);
    return static_cast<int>(open_.size());
  }

 private:
  std::vector<int> open_;
};

// By element.
struct Found {
  std::vector<bool> is_shown;     // something is drawn or clicked, in it or below
  std::vector<bool> is_followed;  // it has an annotation
};

Found what_is_found(const pages::Pages& pages, const std::vector<Image>& images) {
  Found found{std::vector<bool>(pages.structure.size()), std::vector<bool>(pages.structure.size())};
  const auto show = [&](StructureId id) {
    for (; id && !found.is_shown[id.index()]; id = pages.structure[id.index()].parent) found.is_shown[id.index()] = true;
  };
  const auto see = book::Overloaded{
      [&](const pages::GlyphRun& run) { show(run.text.empty() ? StructureId() : run.structure); },
      [&](const pages::Fill&) {},
      [&](const pages::Frame& frame) { show(frame.structure); },
      [&](const pages::Stroke& stroke) { show(stroke.points.empty() ? StructureId() : stroke.structure); },
      [&](const pages::Picture& picture) { show(images[picture.picture.index()].object ? picture.structure : StructureId()); },
  };
  for (const pages::Page& page : pages.pages) {
    for (const auto& item : page.items) std::visit(see, item);
    for (const auto& link : page.links) {
      if (!link.structure || !area_to_click(pages, page, link)) continue;
      show(link.structure);
      found.is_followed[link.structure.index()] = true;
    }
  }
  return found;
}

}  // namespace

std::vector<std::string_view> structure_types(const pages::Pages& pages, const std::vector<Image>& images) {
  const Found found = what_is_found(pages, images);
  std::vector<std::string_view> types;
  types.reserve(pages.structure.size());
  HeadingLevels levels;
  for (std::size_t i = 0; i < pages.structure.size(); ++i) {
    const pages::Structure& element = pages.structure[i];
    if (element.role == Role::heading && found.is_shown[i])
      types.push_back(headings[levels.next(level_of(element)) - 1]);
    else if (element.role == Role::link && !found.is_followed[i])
      types.push_back("Span");
    else
      types.push_back(name_of(element));
  }
  return types;
}

}  // namespace octavo::pdf
