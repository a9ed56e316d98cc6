#include "style/compute.h"

#include <tuple>
#include <utility>

#include "style/variables.h"

namespace octavo::style {
namespace {

// Names that begin with a hyphen are other programs' own.
bool is_vendors(const Declaration& declaration) { return declaration.name.starts_with('-'); }

void settle_line_height(Computed& style) {
  if (style.carried.line_height_factor > 0)
    style.line_height = style.carried.line_height_factor * style.font_size;
}

void finish(Draft& draft) {
  auto& style = draft.now;
  if (style.carried.align_last_follows)
    style.align_last = style.align == Align::justify ? Align::left : style.align;
  constexpr float Sides::*sides[] = {&Sides::top, &Sides::right, &Sides::bottom, &Sides::left};
  for (std::size_t side = 0; side < 4; ++side) {
    if (style.border_style[side] == LineStyle::none) style.border.*sides[side] = 0;
    style.border_color[side] = draft.border_color[side].value_or(style.color);
  }
}

}  // namespace

bool operator==(const Carried& left, const Carried& right) {
  const auto plain = [](const Carried& carried) {
    return std::tuple(carried.line_height_factor, carried.root_font_size, carried.align_last_follows);
  };
  const bool same = left.variables == right.variables ||
                    (left.variables && right.variables && *left.variables == *right.variables);
  return same && plain(left) == plain(right);
}

void note_unknown(const Declaration& declaration, const std::vector<std::string>& names, const Notes& notes) {
  if (is_vendors(declaration)) return;
  if (const auto* other = find_unsupported(declaration.name)) {
    if (!notes.is_for_print_alone()) return;
    const std::string says = "print has no \"" + declaration.name + "\": " + std::string(other->why);
    return notes.add(declaration.begin, declaration.end, says, std::string(other->instead));
  }
  notes.add(
      declaration.begin, declaration.end,
      with_nearest("print does not know the property \"" + declaration.name + "\"", declaration.name, names));
}

void note_value(const Declaration& declaration, const Notes& notes) {
  notes.add(declaration.begin, declaration.end,
            "print cannot use this value of \"" + declaration.name + "\", so it is skipped");
}

Computed inherited_from(const Computed& parent) {
  static const Computed initial;
  Computed result = parent;
  result.display = initial.display;
  result.margin = initial.margin;
  result.padding = initial.padding;
  result.border = initial.border;
  result.border_color = initial.border_color;
  result.border_style = initial.border_style;
  result.radius = initial.radius;
  result.auto_left = initial.auto_left;
  result.auto_right = initial.auto_right;
  result.background = initial.background;
  result.break_before = initial.break_before;
  result.break_after = initial.break_after;
  result.break_inside = initial.break_inside;
  result.is_ragged = initial.is_ragged;
  result.column_count = initial.column_count;
  result.column_gap = initial.column_gap;
  result.rise = initial.rise;
  result.width = initial.width;
  result.height = initial.height;
  result.max_width = initial.max_width;
  result.width_share = initial.width_share;
  result.max_width_share = initial.max_width_share;
  result.box_align = initial.box_align;
  result.initial_lines = initial.initial_lines;
  result.initial_sink = initial.initial_sink;
  result.floats = initial.floats;
  result.page.clear();
  result.content = nullptr;
  result.strings = nullptr;
  result.counter_reset = result.counter_set = result.counter_increment = nullptr;
  return result;
}

std::vector<Ready> ready(Declarations declarations, const Properties& properties, const Notes& notes, Subject subject) {
  std::vector<Ready> result;
  for (auto& declaration : declarations) {
    Ready one{std::move(declaration), nullptr, {}};
    if (!one.source.is_custom()) {
      one.property = properties.find(one.source.name);
      if (!one.property) {
        note_unknown(one.source, properties.names(), notes);
        continue;
      }
      if (one.property->is_of_first_letters && subject != Subject::first_letter) {
        if (notes.is_for_print_alone())
          notes.add(one.source.begin, one.source.end,
                    "print has \"" + one.source.name + "\" of ::first-letter alone: what is read stands in one flow");
        continue;
      }
      if (!one.source.uses_variables) {
        auto changes = settings(*one.property, one.source.value);
        if (!changes) {
          note_value(one.source, notes);
          continue;
        }
        one.settings = std::move(*changes);
      }
    }
    result.push_back(std::move(one));
  }
  return result;
}

Computed computed(const std::vector<const Ready*>& declarations, const Computed& start, const Computed& parent, Standing standing) {
  Draft draft{start, parent, start};
  for (auto* side :
       {&draft.now.border.top, &draft.now.border.right, &draft.now.border.bottom, &draft.now.border.left})
    *side = 3 * base::points_per_pixel;  // `medium`, once a style is given

  Declared custom;
  for (const auto* one : declarations)
    if (one->source.is_custom()) custom.insert_or_assign(one->source.name, one->source.value);
  draft.now.carried.variables = style::computed(custom, parent.carried.variables);

  std::vector<Setting> made;                                  // from values with var() in them
  std::vector<std::pair<const Setting*, std::size_t>> order;  // or, without a pointer, an index into `made`
  order.reserve(32);
  for (const auto* one : declarations) {
    if (!one->property) continue;
    if (!one->source.uses_variables) {
      for (const auto& setting : one->settings) order.emplace_back(&setting, 0);
      continue;
    }
    const auto value = substituted(one->source.value, draft.now.carried.variables.get());
    auto changes = value ? settings(*one->property, *value) : std::nullopt;
    if (!changes) changes = unset(*one->property);
    for (auto& setting : *changes) {
      order.emplace_back(nullptr, made.size());
      made.push_back(std::move(setting));
    }
  }
  const auto apply = [&](Phase phase) {
    for (const auto& [ready, index] : order) {
      const auto& setting = ready ? *ready : made[index];
      if (setting.phase == phase) setting.change(draft);
    }
  };
  apply(Phase::size);
  if (standing == Standing::root) draft.now.carried.root_font_size = draft.now.font_size;
  apply(Phase::basis);
  settle_line_height(draft.now);
  apply(Phase::rest);
  finish(draft);
  return std::move(draft.now);
}

}  // namespace octavo::style
