#include "pdf/links.h"

#include <algorithm>

#include "base/paths.h"

namespace octavo::pdf {

std::optional<Tokens> Destinations::find(book::AnchorId anchor) const {
  if (!anchor || anchor.index() >= pages_.destinations.size() || !pages_.destinations[anchor.index()])
    return {};
  const auto& [page, at] = *pages_.destinations[anchor.index()];
  constexpr float air = 12;  // above the place, so that it does not touch the edge of the window
  const float height = pages_.pages[page].size.height;
  return Tokens("[")
      .reference(page_objects_[page])
      .put("/XYZ")
      .numbers({0, std::clamp(height - at.y + air, 0.f, height)})
      .put("null]");
}

std::string Destinations::name_of(const std::variant<book::AnchorId, std::string>& target) const {
  if (const auto* address = std::get_if<std::string>(&target)) return *address;
  return pages_.pages[pages_.destinations[std::get<book::AnchorId>(target).index()]->page].label;
}

std::vector<Reference> add_links(Document& document, const pages::Page& page, std::uint32_t number,
                                 const Destinations& destinations, StructureTree& structure) {
  std::vector<Reference> annotations;
  const auto [width, height] = page.size;
  for (const auto& link : page.links) {
    // What is too wide for the page may stand out beyond the paper; where there is no paper, nobody can click.
    const float left = std::max(0.f, link.area.x), right = std::min(width, link.area.right());
    const float top = std::max(0.f, link.area.y), bottom = std::min(height, link.area.bottom());
    if (left > right || top > bottom) continue;
    Tokens entries("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    entries.numbers({left, height - bottom, right, height - top}).put("]");
    if (const auto* address = std::get_if<std::string>(&link.target)) {
      entries.put("/A<</S/URI/URI").literal(base::ascii_uri(*address)).put(">>");
    } else if (const auto place = destinations.find(std::get<book::AnchorId>(link.target))) {
      entries.put("/Dest").put(place->bytes());
    } else {
      continue;
    }
    entries.put("/Contents").text(!link.description.empty() ? link.description : destinations.name_of(link.target));
    const Reference annotation = document.reserve();
    if (structure.is_tagged() && link.structure) {
      entries.put("/StructParent").integer(structure.attach(number, annotation, link.structure));
    }
    document.fill(annotation, entries);
    annotations.push_back(annotation);
  }
  return annotations;
}

}  // namespace octavo::pdf
