// Pictures that stand alone: scaled down to the measure and the page, never up, with their captions under them.
#include <algorithm>
#include <utility>

#include "pages/composer.h"

namespace octavo::pages {
namespace {

bool is_in_list(const style::Element& element) {
  for (const style::Element* parent = element.parent; parent; parent = parent->parent)
    if (parent->name == "li" || parent->name == "dd") return true;
  return false;
}

}  // namespace

base::Size asked_size(const book::Image& image, const book::Asset& asset, float room) {
  const float width = image.share ? *image.share * room : image.width.value_or(asset.width) * base::points_per_pixel;
  const float height = image.height ? *image.height * base::points_per_pixel : width * asset.height / std::max(asset.width, 1.0f);
  return {width, height};
}

void Composer::set(const book::Figure& figure, const book::Block& block, const style::Element& element, const Place& place) {
  const std::size_t first_strip = section_.galley.size();
  Frame frame = enter(element, place, Role::division);
  const Place inside = frame.place();
  const style::Element caption{"figcaption", {}, {}, &element, nullptr, false};
  set_made(Made::before, element, inside);
  if (section_.galley.size() > first_strip) add_break(cost::never);
  if (!figure.image.asset) {
    // A picture that cannot be had is its alternative text.
    const style::Element missing{"p", {"missing-picture"}, {}, &element, nullptr, false};
    set_paragraph({book::Inline{book::Text{figure.image.alt}, {}}}, missing, inside);
  } else {
    const book::Asset& asset = book().assets[figure.image.asset.index()];
    const float room = section_.measure - inside.left - inside.right;
    const auto [width, height] = asked_size(figure.image, asset, room);
    const float tallest = std::max(workshop_.page_height - (figure.caption.empty() ? 1 : 5) * workshop_.grid, workshop_.grid);
    // The sheet may ask for a width, as a share of the measure or in points, or set a bound to it.
    const style::Computed& style = frame.style;
    const auto of_room = [&](float points, float share) { return points + share * room; };
    const float asked = of_room(style.width, style.width_share), most = of_room(style.max_width, style.max_width_share);
    const float wanted = asked > 0 ? asked / std::max(width, 1.0f) : 1;
    const float bound = most > 0 ? std::min(most, room) : room;
    const float scale = std::min({wanted, bound / std::max(width, 1.0f), tallest / std::max(height, 1.0f)});
    const float left = frame.style.align == style::Align::center ? inside.left + (room - width * scale) / 2 : inside.left;

    const StructureId node = this->figure(figure.image, inside.structure);
    if (node) section_.structure[node.index()].stands_alone = true;
    section_.pictures.push_back({asset.path, asset.kind, width * scale});
    Strip& strip = add_strip(height * scale);
    strip.baseline = height * scale;
    strip.begins = book::TextPlace{block.id, 0};
    strip.items.push_back(
        Picture{{left, 0, width * scale, height * scale}, PictureId(section_.pictures.size() - 1), node});
    if (!figure.caption.empty()) add_break(cost::never);
  }
  if (!figure.caption.empty()) {
    ParagraphFacts facts{.block = block.id, .role = Role::caption};
    const StripRange strips = set_paragraph(figure.caption, caption, inside, facts);
    for (std::size_t index = strips.begin; index < strips.end; ++index)
      section_.galley[index].break_before = cost::never;
  }
  const std::size_t end = section_.galley.size();
  set_made(Made::after, element, inside);
  if (section_.galley.size() > end) section_.galley[end].break_before = cost::never;
  pending_.snap = true;
  leave(frame);
  // One without a caption has only its place to say what it shows: in a list it stays with its item, and where pages need not be filled
  // with what it follows.
  const bool is_bound = figure.caption.empty() && (section_.page.is_ragged || is_in_list(element));
  if (!figure.image.asset || !stands_free() || is_bound) return;
  pending_.under_figure = std::max(pending_.under_figure, std::exchange(pending_.space, 0.0f));
  section_.figures.push_back({{first_strip, section_.galley.size()}, pending_.under_figure});
}

}  // namespace octavo::pages
