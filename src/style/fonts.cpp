// CSS Fonts 4, and what is measured in letters: line-height, letter-spacing.
#include <algorithm>

#include "style/properties.h"

namespace octavo::style {
namespace {

// No text is smaller or larger on paper; no line lower than can be counted.
constexpr float smallest = 1, largest = 1000;

Part size_part() { return part(&Computed::font_size, Phase::size); }

void set_size(const Length& size, Settings& result) {
  result.push_back({Phase::size, [size](Draft& draft) {
                      const Measures of_parent = {draft.parent.font_size, draft.parent.carried.root_font_size,
                                                  draft.parent.line_height, draft.parent.font_size};
                      draft.now.font_size = std::clamp(size.in(of_parent), smallest, largest);
                    }});
}

bool size(Values& values, Settings& result) {
  static constexpr Word<double> of_initial[] = {{"xx-small", 0.6}, {"x-small", 0.75}, {"small", 8.0 / 9},
                                                {"medium", 1},     {"large", 1.2},    {"x-large", 1.5},
                                                {"xx-large", 2},   {"xxx-large", 3}};
  static constexpr Word<double> of_parent[] = {{"smaller", 1 / 1.2}, {"larger", 1.2}};
  if (const auto factor = one_of<double>(values, of_initial)) {
    set_size({.points = *factor * static_cast<double>(Computed{}.font_size)}, result);
  } else if (const auto relative = one_of<double>(values, of_parent)) {
    set_size({.em = *relative}, result);
  } else {
    const auto length = values.length(Sign::not_negative, Percent::yes);
    if (!length) return false;
    set_size(*length, result);
  }
  return true;
}

Part line_part() {
  return {Phase::basis, [](Draft& draft, const Computed& from) {
            draft.now.line_height = from.line_height;
            draft.now.carried.line_height_factor = from.carried.line_height_factor;
          }};
}

void set_line_factor(double factor, Settings& result) {
  const auto lines = std::clamp(static_cast<float>(factor), 0.1f, largest);
  result.push_back({Phase::basis, [lines](Draft& draft) { draft.now.carried.line_height_factor = lines; }});
}

bool line_height(Values& values, Settings& result) {
  if (values.word("normal")) {
    set_line_factor(static_cast<double>(Carried{}.line_height_factor), result);
    return true;
  }
  if (const auto factor = values.number()) {
    if (*factor < 0) return false;
    set_line_factor(*factor, result);
    return true;
  }
  const auto length = values.length(Sign::not_negative, Percent::yes);
  if (!length) return false;
  result.push_back({Phase::basis, [length](Draft& draft) {
                      auto relative_to = measures(draft, draft.now.font_size);
                      relative_to.line = draft.parent.line_height;
                      draft.now.line_height = std::clamp(length->in(relative_to), smallest, largest);
                      draft.now.carried.line_height_factor = 0;
                    }});
  return true;
}

bool families(Values& values, Settings& result) {
  std::vector<std::string> names;
  do {
    auto name = values.string();
    if (!name) {
      name = values.identifier();
      if (!name) return false;
      while (const auto more = values.identifier()) *name += " " + *more;
    }
    names.push_back(std::move(*name));
  } while (values.comma());
  result.push_back(set(&Computed::families, base::Names(std::move(names))));
  return true;
}

bool weight(Values& values, Settings& result) {
  static constexpr Word<int> names[] = {{"normal", 400}, {"bold", 700}};
  if (const auto named = one_of<int>(values, names)) {
    result.push_back(set(&Computed::weight, *named));
  } else if (const auto number = values.integer(1)) {
    if (*number > 1000) return false;
    result.push_back(set(&Computed::weight, *number));
  } else if (values.word("bolder")) {
    result.push_back({Phase::rest, [](Draft& draft) {
                        const int from = draft.parent.weight;
                        draft.now.weight = from < 350 ? 400 : from < 550 ? 700 : std::max(from, 900);
                      }});
  } else if (values.word("lighter")) {
    result.push_back({Phase::rest, [](Draft& draft) {
                        const int from = draft.parent.weight;
                        draft.now.weight = from < 550 ? std::min(from, 100) : from < 750 ? 400 : 700;
                      }});
  } else {
    return false;
  }
  return true;
}

// ---- variants
// -----------------------------------------------------------------------------------------------------------

void set_caps(bool small, bool all, Settings& result) {
  result.push_back(set(&Computed::small_caps, small));
  result.push_back(set(&Computed::all_small_caps, all));
}

void reset_numeric(Settings& result) {
  for (const auto member : {&Computed::oldstyle, &Computed::lining, &Computed::tabular})
    result.push_back(set(member, false));
}

bool one_caps(Values& values, Settings& result) {
  const bool all = values.word("all-small-caps");
  if (!all && !values.word("small-caps")) return false;
  set_caps(true, all, result);
  return true;
}

bool one_numeric(Values& values, Settings& result) {
  struct Choice {
    bool Computed::*on;
    bool Computed::*off;
  };
  static constexpr Word<Choice> names[] = {{"oldstyle-nums", {&Computed::oldstyle, &Computed::lining}},
                                           {"lining-nums", {&Computed::lining, &Computed::oldstyle}}};
  if (const auto choice = one_of<Choice>(values, names)) {
    result.push_back(set(choice->on, true));
    result.push_back(set(choice->off, false));
    return true;
  }
  const bool tabular = values.word("tabular-nums");
  if (!tabular && !values.word("proportional-nums")) return false;
  result.push_back(set(&Computed::tabular, tabular));
  return true;
}

bool one_ligatures(Values& values, Settings& result) {
  static constexpr Word<bool> names[] = {{"common-ligatures", true}, {"no-common-ligatures", false}};
  const auto on = one_of<bool>(values, names);
  if (on) result.push_back(set(&Computed::ligatures, *on));
  return on.has_value();
}

bool caps(Values& values, Settings& result) {
  if (!values.word("normal")) return one_caps(values, result);
  set_caps(false, false, result);
  return true;
}

bool numeric(Values& values, Settings& result) {
  reset_numeric(result);
  if (values.word("normal")) return true;
  if (!one_numeric(values, result)) return false;
  while (one_numeric(values, result)) {
  }
  return true;
}

bool variants(Values& values, Settings& result) {
  set_caps(false, false, result);
  reset_numeric(result);
  if (values.word("none")) {
    result.push_back(set(&Computed::ligatures, false));
    return true;
  }
  result.push_back(set(&Computed::ligatures, true));
  if (values.word("normal")) return true;
  bool any = false;
  while (one_caps(values, result) || one_numeric(values, result) || one_ligatures(values, result)) any = true;
  return any;
}

// `font: italic small-caps 600 10pt/13.5pt Vollkorn, serif`
bool font(Values& values, Settings& result) {
  result.push_back(set(&Computed::italic, false));
  result.push_back(set(&Computed::weight, 400));
  set_caps(false, false, result);
  reset_numeric(result);
  result.push_back(set(&Computed::ligatures, true));
  set_line_factor(static_cast<double>(Carried{}.line_height_factor), result);
  for (int words = 0; words < 4; ++words) {
    if (values.word("normal") || one_caps(values, result)) continue;
    if (values.word("italic") || values.word("oblique"))
      result.push_back(set(&Computed::italic, true));
    else if (!weight(values, result))
      break;
  }
  return size(values, result) && (!values.slash() || line_height(values, result)) && families(values, result);
}

bool color(Values& values, Settings& result) {
  const auto paint = values.paint();
  if (!paint) return false;
  result.push_back({Phase::basis, [paint](Draft& draft) {
                      draft.now.color = paint->is_current ? draft.parent.color : paint->color;
                    }});
  return true;
}

}  // namespace

std::vector<Property> font_properties() {
  const std::vector<Part> caps_parts = {part(&Computed::small_caps), part(&Computed::all_small_caps)};
  const std::vector<Part> numeric_parts = {part(&Computed::oldstyle), part(&Computed::lining),
                                           part(&Computed::tabular)};
  std::vector<Part> variant_parts = caps_parts;
  variant_parts.insert(variant_parts.end(), numeric_parts.begin(), numeric_parts.end());
  variant_parts.push_back(part(&Computed::ligatures));
  std::vector<Part> font_parts = variant_parts;
  for (const auto& more : {size_part(), line_part(), part(&Computed::families), part(&Computed::weight),
                           part(&Computed::italic)})
    font_parts.push_back(more);
  return {
      {"font", font_parts, font},
      {"font-family", {part(&Computed::families)}, families},
      {"font-size", {size_part()}, size},
      words<bool>("font-style", &Computed::italic, {{"normal", false}, {"italic", true}, {"oblique", true}}),
      {"font-weight", {part(&Computed::weight)}, weight},
      {"font-variant", variant_parts, variants},
      {"font-variant-caps", caps_parts, caps},
      {"font-variant-numeric", numeric_parts, numeric},
      words<bool>(
          "font-variant-ligatures", &Computed::ligatures,
          {{"normal", true}, {"none", false}, {"common-ligatures", true}, {"no-common-ligatures", false}}),
      {"line-height", {line_part()}, line_height},
      length("letter-spacing", &Computed::letter_spacing, Sign::any, "normal"),
      {"color", {part(&Computed::color, Phase::basis)}, color},
  };
}

}  // namespace octavo::style
