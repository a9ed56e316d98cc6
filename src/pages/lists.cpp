// Lists: markers hang to the left of their items, numbers end on a common point, task boxes are drawn.
#include "pages/composer.h"

namespace octavo::pages {
namespace {

// Numbers have a point after them; other marks stand for themselves.
std::string marker_text(const style::Computed& style, std::size_t number) {
  const std::string mark = counter_text(style.list_style, static_cast<int>(number));
  switch (style.list_style) {
    case style::ListStyle::disc:
    case style::ListStyle::circle:
    case style::ListStyle::square:
    case style::ListStyle::dash:
    case style::ListStyle::none: return mark;
    case style::ListStyle::string: return style.list_mark.empty() ? std::string() : style.list_mark[0];
    default: return mark + ".";
  }
}

Numbering numbering_of(style::ListStyle kind) {
  switch (kind) {
    case style::ListStyle::disc:
    case style::ListStyle::string:
    case style::ListStyle::dash: return Numbering::disc;
    case style::ListStyle::circle: return Numbering::circle;
    case style::ListStyle::square: return Numbering::square;
    case style::ListStyle::decimal:
    case style::ListStyle::decimal_leading_zero:
    case style::ListStyle::lower_greek: return Numbering::decimal;
    case style::ListStyle::lower_alpha: return Numbering::letters;
    case style::ListStyle::upper_alpha: return Numbering::capitals;
    case style::ListStyle::lower_roman: return Numbering::roman;
    case style::ListStyle::upper_roman: return Numbering::roman_capitals;
    case style::ListStyle::none: break;
  }
  return Numbering::none;
}

constexpr float box_side = 0.62f;  // ems

// A box of the height of a small letter, ticked if the task is done.
void draw_box(bool done, float left, float baseline, const style::Computed& style, StructureId label, Strip& strip) {
  const float side = box_side * style.font_size, top = baseline - side;
  std::vector<Item> box{Frame{{left, top, side, side}, 0.6f, style.color, label}};
  if (done)
    box.push_back(Stroke{{{left + 0.2f * side, top + 0.55f * side},
                                  {left + 0.42f * side, top + 0.78f * side},
                                  {left + 0.85f * side, top + 0.15f * side}},
                                 0.9f,
                                 style.color,
                                 label});
  strip.beside.insert(strip.beside.begin(), box.begin(), box.end());
}

}  // namespace

float Composer::marker_start(const Place& place, float width, float gap) const {
  return book::is_right_to_left(place.language) ? section_.measure - place.right + gap : place.left - gap - width;
}

void Composer::add_marker(const book::List& list, const Marker& which, const style::Element& element, const Place& place) {
  const book::ListItem& item = list.items[which.number];
  Strip& first = section_.galley[which.strip];
  // A figure that bears the marker stays in its place.
  std::erase_if(section_.figures, [&](const Floating& figure) { return figure.begin == which.strip; });
  const float gap = (list.ordered ? 0.4f : 0.5f) * place.style->font_size;
  if (item.done) {
    const float left = marker_start(place, box_side * place.style->font_size, gap);
    section_.structure[which.label.index()].alternative = *item.done ? "\u2611" : "\u2610";
    return draw_box(*item.done, left, first.baseline, *place.style, which.label, first);
  }

  const style::Element marker{"marker", {}, {}, &element, nullptr, false};
  Collected collected = begin_paragraph(marker, place);
  collected.paragraph.first_indent = 0;
  collected.paragraph.hanging_punctuation = false;
  collected.paragraph.align = style::Align::left;
  const style::Content* given = collected.style.content.get();
  add_words(collected, given ? made_words(given->parts, element, collected.style, place.language) : marker_text(*place.style, list.start + which.number),
            collected.style, place.language, tag(which.label));
  for (const lines::Line& line : break_lines(collected.paragraph, section_.measure))
    draw_beside(line, marker_start(place, line.width, gap), collected, first);
}

void Composer::set(const book::List& list, const book::Block&, const style::Element& element, const Place& place) {
  Frame frame = enter(element, place, Role::list);
  section_.structure[frame.inside.structure.index()].numbering = numbering_of(frame.style.list_style);
  const ItemEnd around = ends_item_;
  std::vector<style::Element> items;
  items.reserve(list.items.size());
  for (std::size_t number = 0; number < list.items.size(); ++number) {
    items.push_back({"li", {}, {}, &element, number ? &items[number - 1] : nullptr, number + 1 == list.items.size()});
    Frame item = enter(items.back(), frame.place(), Role::item);
    counters_.set("list-item", static_cast<int>(list.start + number));
    const Place inside = item.place();
    const StructureId label = structure(Role::label, inside.structure);
    Place body = inside;
    body.structure = structure(Role::body, inside.structure);
    const std::size_t strip = section_.galley.size();
    const book::Blocks& blocks = list.items[number].blocks;
    const bool ends_with_words = !blocks.empty() && get_if<book::Paragraph>(&blocks.back().value) && blocks.back().id;
    if (workshop_.sheet.may_generate()) {
      waiting_ = {&items.back(), &item.style};
      if (ends_with_words) ends_item_ = {blocks.back().id, waiting_};
    }
    set_blocks(blocks, body);
    waiting_ = {};
    if (!ends_with_words) set_made(Made::after, items.back(), inside);
    if (section_.galley.size() == strip) add_strip(item.style.line_height).baseline = 0.75f * item.style.line_height;
    add_marker(list, {number, strip, label}, items.back(), inside);
    leave(item);
  }
  ends_item_ = around;
  leave(frame);
}

}  // namespace octavo::pages
