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

// What a word turns on and off.
struct Switch {
  bool Computed::*on = nullptr;
  bool Computed::*off = nullptr;
  Variants sets = 0, clears = 0;
};

void turn(const Switch& one, Settings& result) {
  result.push_back({Phase::rest, [one](Draft& draft) {
                      if (one.on) draft.now.*one.on = true;
                      if (one.off) draft.now.*one.off = false;
                      draft.now.variants = (draft.now.variants & ~one.clears) | one.sets;
                    }});
}

template <std::size_t count>
bool one_switch(Values& values, Settings& result, const Word<Switch> (&table)[count]) {
  const auto found = one_of<Switch>(values, std::span<const Word<Switch>>(table));
  if (found) turn(*found, result);
  return found.has_value();
}

constexpr Variants of_caps = petite_caps | titling_caps | unicase;
constexpr Variants of_numeric = fractions | stacked_fractions | ordinals | slashed_zero | proportional;
constexpr Variants of_ligatures = discretionary_ligatures | historical_ligatures | no_contextual;
constexpr Variants of_position = superiors | inferiors;

void reset_caps(Settings& result) {
  turn({.off = &Computed::small_caps, .clears = of_caps}, result);
  turn({.off = &Computed::all_small_caps}, result);
}

void reset_numeric(Settings& result) {
  for (const auto member : {&Computed::oldstyle, &Computed::lining, &Computed::tabular})
    turn({.off = member, .clears = of_numeric}, result);
}

void reset_ligatures(Settings& result) { turn({.on = &Computed::ligatures, .clears = of_ligatures}, result); }
void reset_position(Settings& result) { turn({.clears = of_position}, result); }

bool one_caps(Values& values, Settings& result) {
  static constexpr Word<Switch> table[] = {{"small-caps", {.on = &Computed::small_caps, .off = &Computed::all_small_caps}},
                                           {"petite-caps", {.sets = petite_caps}},
                                           {"titling-caps", {.sets = titling_caps}},
                                           {"unicase", {.sets = unicase}}};
  if (!values.word("all-small-caps")) return one_switch(values, result, table);
  turn({.on = &Computed::small_caps}, result);
  turn({.on = &Computed::all_small_caps}, result);
  return true;
}

bool one_numeric(Values& values, Settings& result) {
  static constexpr Word<Switch> table[] = {{"oldstyle-nums", {.on = &Computed::oldstyle, .off = &Computed::lining}},
                                           {"lining-nums", {.on = &Computed::lining, .off = &Computed::oldstyle}},
                                           {"tabular-nums", {.on = &Computed::tabular, .clears = proportional}},
                                           {"proportional-nums", {.off = &Computed::tabular, .sets = proportional}},
                                           {"diagonal-fractions", {.sets = fractions, .clears = stacked_fractions}},
                                           {"stacked-fractions", {.sets = stacked_fractions, .clears = fractions}},
                                           {"ordinal", {.sets = ordinals}},
                                           {"slashed-zero", {.sets = slashed_zero}}};
  return one_switch(values, result, table);
}

bool one_ligatures(Values& values, Settings& result) {
  static constexpr Word<Switch> table[] = {{"common-ligatures", {.on = &Computed::ligatures}},
                                           {"no-common-ligatures", {.off = &Computed::ligatures}},
                                           {"discretionary-ligatures", {.sets = discretionary_ligatures}},
                                           {"no-discretionary-ligatures", {.clears = discretionary_ligatures}},
                                           {"historical-ligatures", {.sets = historical_ligatures}},
                                           {"no-historical-ligatures", {.clears = historical_ligatures}},
                                           {"contextual", {.clears = no_contextual}},
                                           {"no-contextual", {.sets = no_contextual}}};
  return one_switch(values, result, table);
}

bool one_position(Values& values, Settings& result) {
  static constexpr Word<Switch> table[] = {{"super", {.sets = superiors, .clears = inferiors}},
                                           {"sub", {.sets = inferiors, .clears = superiors}}};
  return one_switch(values, result, table);
}

using OneOf = bool (*)(Values&, Settings&);
using Reset = void (*)(Settings&);

// `normal`, or some of the property's words.
std::function<bool(Values&, Settings&)> some(Reset reset, OneOf one) {
  return [=](Values& values, Settings& result) {
    reset(result);
    if (values.word("normal")) return true;
    if (!one(values, result)) return false;
    while (one(values, result)) {
    }
    return true;
  };
}

bool ligatures(Values& values, Settings& result) {
  reset_ligatures(result);
  if (!values.word("none")) return some(reset_ligatures, one_ligatures)(values, result);
  turn({.off = &Computed::ligatures}, result);
  return true;
}

void reset_variants(Settings& result) {
  for (const auto reset : {reset_caps, reset_numeric, reset_ligatures, reset_position}) reset(result);
}

bool variants(Values& values, Settings& result) {
  reset_variants(result);
  if (values.word("normal")) return true;
  if (values.word("none")) {
    turn({.off = &Computed::ligatures}, result);
    return true;
  }
  bool any = false;
  while (one_caps(values, result) || one_numeric(values, result) || one_ligatures(values, result) || one_position(values, result)) any = true;
  return any;
}

// `"ss01", "zero" off, "cv05" 2`
bool feature_settings(Values& values, Settings& result) {
  std::vector<std::string> features;
  if (!values.word("normal")) {
    do {
      auto tag = values.string();
      const auto is_of_tag = [](char c) { return c >= ' ' && c <= '~'; };
      if (!tag || tag->size() != 4 || !std::ranges::all_of(*tag, is_of_tag)) return false;
      const int value = values.word("on") ? 1 : values.word("off") ? 0 : values.integer(0).value_or(1);
      features.push_back(*tag + "=" + std::to_string(value));
    } while (values.comma());
  }
  result.push_back(set(&Computed::font_features, base::Names(std::move(features))));
  return true;
}

// `font: italic small-caps 600 10pt/13.5pt Vollkorn, serif`
bool font(Values& values, Settings& result) {
  result.push_back(set(&Computed::italic, false));
  result.push_back(set(&Computed::weight, 400));
  reset_variants(result);
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
  const Part others = part(&Computed::variants);
  const std::vector<Part> caps_parts = {part(&Computed::small_caps), part(&Computed::all_small_caps), others};
  const std::vector<Part> numeric_parts = {part(&Computed::oldstyle), part(&Computed::lining),
                                           part(&Computed::tabular), others};
  const std::vector<Part> ligature_parts = {part(&Computed::ligatures), others};
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
      {"font-variant-caps", caps_parts, some(reset_caps, one_caps)},
      {"font-variant-numeric", numeric_parts, some(reset_numeric, one_numeric)},
      {"font-variant-ligatures", ligature_parts, ligatures},
      {"font-variant-position", {others}, some(reset_position, one_position)},
      {"font-feature-settings", {part(&Computed::font_features)}, feature_settings},
      words<bool>("font-kerning", &Computed::kerning, {{"auto", true}, {"normal", true}, {"none", false}}),
      {"line-height", {line_part()}, line_height},
      length("letter-spacing", &Computed::letter_spacing, Sign::any, "normal"),
      length("word-spacing", &Computed::word_spacing, Sign::any, "normal"),
      {"color", {part(&Computed::color, Phase::basis)}, color},
  };
}

}  // namespace octavo::style
