// CSS Box 3, Fragmentation 3, Multi-column 1, and where a box stands.
#include <algorithm>
#include <utility>

#include "style/properties.h"
#include "style/sides.h"

namespace octavo::style {
namespace {

// ---- margin and padding
// -------------------------------------------------------------------------------------------------

struct Space {
  Length length;
  bool is_auto = false;
};

struct Box {
  Sides Computed::*box;
  Sign sign;

  std::optional<Space> read(Values& values) const {
    if (sign == Sign::any && values.word("auto")) return Space{.is_auto = true};
    const auto length = values.length(sign);
    return length ? std::optional(Space{*length}) : std::nullopt;
  }
  // Whether it is `auto`, of those where that says something.
  bool Computed::*automatic(std::size_t side) const {
    return sign != Sign::any ? nullptr : side == 1 ? &Computed::auto_right : side == 3 ? &Computed::auto_left : nullptr;
  }
  Part part(std::size_t side) const {
    return {Phase::rest, [*this, side](Draft& draft, const Computed& from) {
              draft.now.*box.*sides[side] = from.*box.*sides[side];
              if (const auto member = automatic(side)) draft.now.*member = from.*member;
            }};
  }
  Setting set(std::size_t side, const Space& space) const {
    return {Phase::rest, [*this, side, space](Draft& draft) {
              const float points = space.length.in(measures(draft));
              draft.now.*box.*sides[side] = sign == Sign::any ? points : std::max(points, 0.0f);
              if (const auto member = automatic(side)) draft.now.*member = space.is_auto;
            }};
  }
};

Property one_side(std::string_view name, Box box, std::size_t side) {
  return {name, {box.part(side)}, [=](Values& values, Settings& result) {
            const auto space = box.read(values);
            if (space) result.push_back(box.set(side, *space));
            return space.has_value();
          }};
}

Property four_sides(std::string_view name, Box box) {
  return {name, {box.part(0), box.part(1), box.part(2), box.part(3)}, [=](Values& values, Settings& result) {
            const auto spaces = four<Space>(values, [&](Values& from) { return box.read(from); });
            if (!spaces) return false;
            for (std::size_t side = 0; side < 4; ++side) result.push_back(box.set(side, (*spaces)[side]));
            return true;
          }};
}

// ---- the rest
// -----------------------------------------------------------------------------------------------------------

std::vector<Word<Break>> breaks() {
  return {{"auto", Break::automatic}, {"avoid", Break::avoid},  {"avoid-page", Break::avoid},
          {"page", Break::page},      {"always", Break::page},  {"recto", Break::recto},
          {"right", Break::recto},    {"column", Break::column}};
}

std::vector<Word<Break>> inner_breaks() {
  return {{"auto", Break::automatic},
          {"avoid", Break::avoid},
          {"avoid-page", Break::avoid},
          {"avoid-column", Break::avoid}};
}

bool columns(Values& values, Settings& result) {
  const auto number = values.word("auto") ? std::optional(1) : values.integer(1);
  if (number) result.push_back(set(&Computed::column_count, std::min(*number, 12)));
  return number.has_value();
}

bool column_gap(Values& values, Settings& result) {
  const auto gap = values.word("normal") ? Length{.em = 1} : values.length(Sign::not_negative);
  if (!gap) return false;
  result.push_back({Phase::rest, [gap](Draft& draft) {
                      draft.now.column_gap = std::max(gap->in(measures(draft)), 0.0f);
                    }});
  return true;
}

// Lifts as printers do where a font has no better figures of its own.
bool vertical_align(Values& values, Settings& result) {
  static constexpr Word<VerticalAlign> in_boxes[] = {
      {"top", VerticalAlign::top}, {"middle", VerticalAlign::middle}, {"bottom", VerticalAlign::bottom}};
  if (const auto place = one_of<VerticalAlign>(values, in_boxes)) {
    result.push_back(set(&Computed::box_align, *place));
    result.push_back(set(&Computed::rise, 0.0f));
    return true;
  }
  constexpr double superscript = 0.35, subscript = -0.18;  // of the parent's font size
  std::optional<double> of_parent;
  std::optional<Length> length;
  if (values.word("super"))
    of_parent = superscript;
  else if (values.word("sub"))
    of_parent = subscript;
  else if (values.word("baseline"))
    of_parent = 0;
  else
    length = values.length(Sign::any, Percent::yes);
  if (!of_parent && !length) return false;
  result.push_back({Phase::rest, [=](Draft& draft) {
                      draft.now.rise = of_parent ? static_cast<float>(*of_parent) * draft.parent.font_size
                                                 : length->in(measures(draft, draft.now.line_height));
                    }});
  return true;
}

// CSS Inline 3, section 4: `initial-letter: 3`, `3 2`, `2 raise`.
bool initial_letter(Values& values, Settings& result) {
  constexpr double most = 100;  // lines, more than a page has
  double size = 0;
  int sink = 0;
  if (!values.word("normal")) {
    const bool raises = values.word("raise");
    const bool drops = !raises && values.word("drop");
    const auto number = values.number();
    if (!number || *number < 1) return false;
    size = std::min(*number, most);
    if (raises || (!drops && values.word("raise"))) {
      sink = 1;
    } else if (!drops && !values.word("drop") && !values.done()) {
      const auto given = values.integer(1);
      if (!given) return false;
      sink = std::min(*given, static_cast<int>(most));
    }
  }
  result.push_back(set(&Computed::initial_lines, static_cast<float>(size)));
  result.push_back(set(&Computed::initial_sink, sink));
  return true;
}

// A length, and a share of the room there is.
Property extent(std::string_view name, float Computed::*points, float Computed::*share, std::string_view zero) {
  return {name, {part(points), part(share)}, [=](Values& values, Settings& result) {
            const auto value = values.word(zero) ? Length{} : values.length(Sign::not_negative, Percent::yes);
            if (!value) return false;
            result.push_back({Phase::rest, [=](Draft& draft) {
                                auto whole = measures(draft);
                                draft.now.*points = std::max(value->in(whole), 0.0f);
                                draft.now.*share = static_cast<float>(std::clamp(value->percent / 100, 0.0, 1.0));
                              }});
            return true;
          }};
}

bool page(Values& values, Settings& result) {
  auto name = values.identifier();
  if (!name) return false;
  if (same_word(*name, "auto")) name->clear();
  result.push_back(set(&Computed::page, std::move(*name)));
  return true;
}

}  // namespace

std::vector<Property> box_properties() {
  const Box margin = {&Computed::margin, Sign::any};
  const Box padding = {&Computed::padding, Sign::not_negative};
  const std::vector<Part> columns_part = {part(&Computed::column_count)};
  std::vector<Property> result = {
      four_sides("margin", margin),
      one_side("margin-top", margin, 0),
      one_side("margin-right", margin, 1),
      one_side("margin-bottom", margin, 2),
      one_side("margin-left", margin, 3),
      four_sides("padding", padding),
      one_side("padding-top", padding, 0),
      one_side("padding-right", padding, 1),
      one_side("padding-bottom", padding, 2),
      one_side("padding-left", padding, 3),
      words<Display>("display", &Computed::display,
                     {{"block", Display::block},
                      {"inline", Display::block},
                      {"none", Display::none},
                      {"run-in", Display::run_in}}),
      words<Break>("break-before", &Computed::break_before, breaks()),
      words<Break>("break-after", &Computed::break_after, breaks()),
      words<Break>("break-inside", &Computed::break_inside, inner_breaks()),
      words<Break>("page-break-before", &Computed::break_before, breaks()),
      words<Break>("page-break-after", &Computed::break_after, breaks()),
      words<Break>("page-break-inside", &Computed::break_inside, inner_breaks()),
      words<bool>("align-content", &Computed::is_ragged, {{"normal", false}, {"stretch", false}, {"space-between", false}, {"start", true}}),
      {"columns", columns_part, columns},
      {"column-count", columns_part, columns},
      {"column-gap", {part(&Computed::column_gap)}, column_gap},
      {"vertical-align", {part(&Computed::rise), part(&Computed::box_align)}, vertical_align},
      extent("width", &Computed::width, &Computed::width_share, "auto"),
      extent("max-width", &Computed::max_width, &Computed::max_width_share, "none"),
      length("height", &Computed::height, Sign::not_negative, "auto"),
      {"page", {part(&Computed::page)}, page},
      {"initial-letter", {part(&Computed::initial_lines), part(&Computed::initial_sink)}, initial_letter, true},
  };
  result.push_back(words<bool>("float", &Computed::floats, {{"none", false}, {"left", true}, {"inline-start", true}}));
  result.back().is_of_first_letters = true;
  return result;
}

}  // namespace octavo::style
