// The frame round blocks: margins that collapse, padding that stays, rules and tints that run along.
#include <algorithm>
#include <utility>

#include "pages/composer.h"

namespace octavo::pages {
namespace {

enum Edge { top, right, bottom, left };

constexpr float least_room = 8;  // ems: however deep quotes stand in lists in quotes, some words must fit beside each other
constexpr float forgiven = 0.01f;  // of it, for rounding

// The sheets are written for text from left to right; in the other direction its sides change places.
void mirror(style::Computed& style) {
  std::swap(style.margin.left, style.margin.right);
  std::swap(style.padding.left, style.padding.right);
  std::swap(style.border.left, style.border.right);
  std::swap(style.border_color[left], style.border_color[right]);
  std::swap(style.border_style[left], style.border_style[right]);
  std::swap(style.auto_left, style.auto_right);
}

// A block that has a width of its own, out of so much room, with its padding and border; else all of it. That of a figure is its picture's.
float width_of(const style::Element& element, const style::Computed& style, float room, float available) {
  if (element.name == "figure") return available;
  const float around = style.padding.left + style.padding.right + style.border.left + style.border.right;
  const float asked = style.width + style.width_share * room, most = style.max_width + style.max_width_share * room;
  float width = asked > 0 ? asked + around : available;
  if (most > 0) width = std::min(width, most + around);
  return std::min(std::max(width, least_room * style.font_size + around), available);
}

// One line runs round it.
bool is_framed(const style::Computed& style) {
  const style::Sides& border = style.border;
  const auto is_like_top = [&](Edge edge) { return style.border_style[edge] == style.border_style[top] && style.border_color[edge] == style.border_color[top]; };
  return style.radius > 0 && border.top > 0 && border == style::Sides{border.top, border.top, border.top, border.top} && is_like_top(right) &&
         is_like_top(bottom) && is_like_top(left);
}

// What interrupts the text may stand a little further from it, where a page has to be filled; what belongs to one list or paragraph may not,
// unless it stands apart by a whole line already.
Composer::Spread spread_of(const style::Element& element, float space, float grid) {
  constexpr std::string_view inner[] = {"p", "li", "dt", "dd", "tr", "caption", "figcaption"};
  if (space >= grid) return Composer::Spread::may;
  return std::ranges::find(inner, element.name) == std::end(inner) ? Composer::Spread::may : Composer::Spread::no;
}

int cost_of(style::Break value) {
  switch (value) {
    case style::Break::page:
    case style::Break::recto:
    case style::Break::column: return cost::always;
    case style::Break::avoid: return cost::never;
    case style::Break::automatic: break;
  }
  return cost::free;
}

}  // namespace

Rule rule_of(style::LineStyle style) {
  switch (style) {
    case style::LineStyle::dashed: return Rule::dashed;
    case style::LineStyle::dotted: return Rule::dotted;
    case style::LineStyle::twofold: return Rule::twofold;
    case style::LineStyle::none:
    case style::LineStyle::solid: break;
  }
  return Rule::solid;
}

// The innermost bands end with the strip.
void Composer::end_bands(std::size_t count, Strip& strip) const {
  for (auto band = bands_.end() - static_cast<std::ptrdiff_t>(count); band != bands_.end(); ++band)
    for (Item& item : strip.items)
      if (auto* fill = std::get_if<Fill>(&item); fill && fill->area.x == band->fill.area.x && fill->area.width == band->fill.area.width &&
                                                 fill->color == band->fill.color && fill->frame == band->fill.frame)
        fill->ends = true;
}

Composer::Frame Composer::enter(const style::Element& element, const Place& place, Role role) {
  return enter(element, place, structure(role, place.structure));
}

Composer::Frame Composer::enter(const style::Element& element, const Place& place, StructureId node) {
  Frame frame;
  frame.style = style_of(element, *place.style);
  if (book::is_right_to_left(place.language)) mirror(frame.style);
  const style::Computed& style = frame.style;
  counters_.enter(style);
  if (style.strings) keep_strings(style, element, place.language, nullptr);
  space(style.margin.top, spread_of(element, style.margin.top, workshop_.grid));
  if (element.name == "h1") pending_.spread = false;  // titles of chapters sink by the same
  add_break(cost_of(style.break_before));
  frame.first_strip = section_.galley.size();

  frame.inside = place;
  frame.inside.element = &element;
  frame.inside.structure = node;
  float from = place.left + style.margin.left;
  float to = section_.measure - place.right - style.margin.right;
  if (const float width = width_of(element, style, section_.measure - place.left - place.right, to - from); width < to - from) {
    const float left_over = to - from - width;
    const bool begins_right = book::is_right_to_left(place.language) && !style.auto_left && !style.auto_right;
    from += style.auto_left && style.auto_right ? left_over / 2 : style.auto_left || begins_right ? left_over : 0;
    to = from + width;
  }
  frame.inside.left = from + style.border.left + style.padding.left;
  frame.inside.right = section_.measure - to + style.border.right + style.padding.right;
  if (section_.measure - frame.inside.left - frame.inside.right < least_room * style.font_size - forgiven) {
    frame.inside.left = place.left;
    frame.inside.right = place.right;
  }
  const std::size_t bands = bands_.size();
  const bool has_frame = is_framed(style);
  if (style.background) bands_.push_back({{{from, 0, to - from, 0}, *style.background, Rule::solid, style.radius}, false});
  if (has_frame) {
    bands_.push_back({{{from, 0, to - from, 0}, style.border_color[top], rule_of(style.border_style[top]), style.radius, style.border.top}, false});
  } else {
    if (style.border.left > 0) bands_.push_back({{{from, 0, style.border.left, 0}, style.border_color[left], rule_of(style.border_style[left])}, false});
    if (style.border.right > 0)
      bands_.push_back({{{to - style.border.right, 0, style.border.right, 0}, style.border_color[right], rule_of(style.border_style[right])}, false});
  }
  frame.bands = bands_.size() - bands;

  const float head = std::min(style.border.top + style.padding.top, 0.5f * workshop_.page_height);
  if (head > 0) {
    Strip& strip = add_strip(head);
    if (style.border.top > 0 && !has_frame)
      strip.items.push_back(Fill{{from, 0, to - from, style.border.top}, style.border_color[top], rule_of(style.border_style[top])});
    add_break(cost::never);
  }
  return frame;
}

void Composer::leave(Frame& frame) {
  const style::Computed& style = frame.style;
  counters_.leave();
  const float foot = style.border.bottom + style.padding.bottom;
  if (foot > 0) {
    pending_.space = 0;  // margins inside do not leak through padding
    const bool snap = std::exchange(pending_.snap, false);  // what comes after the block returns to the grid, not its foot
    add_break(cost::never);
    Strip& strip = add_strip(foot);
    if (style.border.bottom > 0 && !is_framed(style)) {
      const float from = frame.inside.left - style.padding.left - style.border.left;
      const float to = section_.measure - frame.inside.right + style.padding.right + style.border.right;
      strip.items.push_back(
          Fill{{from, foot - style.border.bottom, to - from, style.border.bottom}, style.border_color[bottom], rule_of(style.border_style[bottom])});
    }
    pending_.snap = snap;
  }
  if (style.radius > 0 && section_.galley.size() > frame.first_strip) end_bands(frame.bands, section_.galley.back());
  bands_.resize(bands_.size() - frame.bands);
  space(style.margin.bottom, frame.inside.element ? spread_of(*frame.inside.element, style.margin.bottom, workshop_.grid) : Spread::no);
  add_break(cost_of(style.break_after));
  if (style.break_inside == style::Break::avoid)
    for (std::size_t index = frame.first_strip + 1; index < section_.galley.size(); ++index)
      section_.galley[index].break_before = std::max(section_.galley[index].break_before, cost::together);
}

}  // namespace octavo::pages
