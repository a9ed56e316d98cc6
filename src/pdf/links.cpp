#include "pdf/links.h"

#include <algorithm>

#include "base/paths.h"

namespace octavo::pdf {

namespace {

bool is_printed(const pages::Pages& pages, book::AnchorId anchor) {
  return anchor && anchor.index() < pages.destinations.size() && pages.destinations[anchor.index()];
}

}  // namespace

std::optional<Tokens> Destinations::find(book::AnchorId anchor) const {
  if (!is_printed(pages_, anchor)) return {};
  const auto& [page, at] = *pages_.destinations[anchor.index()];
  constexpr float air = 12;  // above the place, so that it does not touch the edge of the window
  const auto& place = sheets_.places[page];
  const float height = pages_.pages[page].size.height;
  const auto [left, foot] = place.of(base::Point{0, height});
  const float up = std::clamp(height - at.y + air, 0.f, height);
  return Tokens("[")
      .reference(sheet_objects_[place.sheet])
      .put("/XYZ")
      .numbers({left, sheets_.sheets[place.sheet].size.height - foot + place.scale * up})
      .put("null]");
}

std::string Destinations::name_of(const std::variant<book::AnchorId, std::string>& target) const {
  if (const auto* address = std::get_if<std::string>(&target)) return *address;
  return pages_.pages[pages_.destinations[std::get<book::AnchorId>(target).index()]->page].label;
}

std::optional<base::Rect> area_to_click(const pages::Pages& pages, const pages::Page& page, const pages::LinkArea& link) {
  const auto* anchor = std::get_if<book::AnchorId>(&link.target);
  if (anchor && !is_printed(pages, *anchor)) return {};
  // What is too wide for the page may stand out beyond the paper.
  const float left = std::max(0.f, link.area.x), right = std::min(page.size.width, link.area.right());
  const float top = std::max(0.f, link.area.y), bottom = std::min(page.size.height, link.area.bottom());
  if (left > right || top > bottom) return {};
  return base::Rect{left, top, right - left, bottom - top};
}

std::vector<Reference> add_links(Document& document, const pages::Page& page, const sheets::Place& place,
                                 const Destinations& destinations, StructureTree& structure) {
  std::vector<Reference> annotations;
  const float height = destinations.sheets().sheets[place.sheet].size.height;
  for (const auto& link : page.links) {
    const auto area = area_to_click(destinations.pages(), page, link);
    if (!area) continue;
    Tokens entries("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    const base::Rect there = place.of(*area);
    entries.numbers({there.x, height - there.bottom(), there.right(), height - there.y}).put("]");
    if (const auto* address = std::get_if<std::string>(&link.target)) {
      entries.put("/A<</S/URI/URI").literal(base::ascii_uri(*address)).put(">>");
    } else {
      entries.put("/Dest").put(destinations.find(std::get<book::AnchorId>(link.target))->bytes());
    }
    entries.put("/Contents").text(!link.description.empty() ? link.description : destinations.name_of(link.target));
    const Reference annotation = document.reserve();
    if (structure.is_tagged() && link.structure) {
      entries.put("/StructParent").integer(structure.attach(place.sheet, annotation, link.structure));
    }
    document.fill(annotation, entries);
    annotations.push_back(annotation);
  }
  return annotations;
}

}  // namespace octavo::pdf
