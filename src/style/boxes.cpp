// CSS Box 3, Backgrounds and Borders 3, Fragmentation 3, Multi-column 1, and where a box stands.
#include <algorithm>
#include <utility>

#include "style/properties.h"

namespace octavo::style {
namespace {

constexpr std::array<float Sides::*, 4> sides = {&Sides::top, &Sides::right, &Sides::bottom, &Sides::left};
constexpr float medium_border = 3 * base::points_per_pixel;

// One to four values clockwise from the top; those missing are as opposite them.
template <class T, class Read>
std::optional<std::array<T, 4>> four(Values& values, Read read) {
  std::array<std::optional<T>, 4> given;
  for (auto& value : given)
    if (value = read(values); !value) break;
  if (!given[0]) return std::nullopt;
  if (!given[1]) given[1] = given[0];
  if (!given[2]) given[2] = given[0];
  if (!given[3]) given[3] = given[1];
  return std::array<T, 4>{*given[0], *given[1], *given[2], *given[3]};
}

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

// ---- borders
// ------------------------------------------------------------------------------------------------------------

std::optional<Length> border_width(Values& values) {
  static constexpr Word<double> names[] = {
      {"thin", base::points_per_pixel}, {"medium", medium_border}, {"thick", 5 * base::points_per_pixel}};
  if (const auto named = one_of<double>(values, names)) return Length{.points = *named};
  return values.length(Sign::not_negative);
}

// Those that would look carved in stone are solid on paper.
std::optional<LineStyle> border_style(Values& values) {
  static constexpr Word<LineStyle> names[] = {
      {"none", LineStyle::none},    {"hidden", LineStyle::none},    {"solid", LineStyle::solid}, {"dashed", LineStyle::dashed},
      {"dotted", LineStyle::dotted}, {"double", LineStyle::twofold}, {"groove", LineStyle::solid}, {"ridge", LineStyle::solid},
      {"inset", LineStyle::solid},  {"outset", LineStyle::solid}};
  return one_of<LineStyle>(values, names);
}

std::optional<Paint> border_paint(Values& values) { return values.paint(); }

Setting set_border(std::size_t side, const Length& width) {
  return {Phase::rest,
          [=](Draft& draft) { draft.now.border.*sides[side] = std::max(width.in(measures(draft)), 0.0f); }};
}
Setting set_border(std::size_t side, LineStyle style) {
  return {Phase::rest, [=](Draft& draft) { draft.now.border_style[side] = style; }};
}
Setting set_border(std::size_t side, const Paint& paint) {
  return {Phase::rest, [=](Draft& draft) {
            draft.border_color[side] = paint.is_current ? std::nullopt : std::optional(paint.color);
          }};
}

Part width_part(std::size_t side) {
  return {Phase::rest, [side](Draft& draft, const Computed& from) {
            draft.now.border.*sides[side] = from.border.*sides[side];
          }};
}
Part style_part(std::size_t side) {
  return {Phase::rest, [side](Draft& draft, const Computed& from) { draft.now.border_style[side] = from.border_style[side]; }};
}
Part color_part(std::size_t side) {
  return {Phase::rest, [side](Draft& draft, const Computed& from) {
            const bool is_drawn = from.border.*sides[side] > 0;
            draft.border_color[side] = is_drawn ? std::optional(from.border_color[side]) : std::nullopt;
          }};
}

// border-width, border-style and border-color, and border-left-width and its like.
template <class T>
void border_longhands(std::vector<Property>& result, const std::array<std::string_view, 5>& names,
                      std::optional<T> (*read)(Values&), Part (*one_part)(std::size_t)) {
  result.push_back({names[4],
                    {one_part(0), one_part(1), one_part(2), one_part(3)},
                    [=](Values& values, Settings& settings) {
                      const auto given = four<T>(values, read);
                      if (!given) return false;
                      for (std::size_t side = 0; side < 4; ++side)
                        settings.push_back(set_border(side, (*given)[side]));
                      return true;
                    }});
  for (std::size_t side = 0; side < 4; ++side)
    result.push_back({names[side], {one_part(side)}, [=](Values& values, Settings& settings) {
                        const auto given = read(values);
                        if (given) settings.push_back(set_border(side, *given));
                        return given.has_value();
                      }});
}

// `border` and `border-left`: width, style and colour in any order; what is not given is initial.
Property border(std::string_view name, std::vector<std::size_t> which) {
  std::vector<Part> parts;
  for (const auto side : which)
    for (const auto& one : {width_part(side), style_part(side), color_part(side)}) parts.push_back(one);
  return {name, std::move(parts), [which = std::move(which)](Values& values, Settings& result) {
            std::optional<Length> width;
            std::optional<LineStyle> style;
            std::optional<Paint> paint;
            while (!values.done()) {
              if (!width && (width = border_width(values))) continue;
              if (!style && (style = border_style(values))) continue;
              if (!paint && (paint = border_paint(values))) continue;
              return false;
            }
            for (const auto side : which) {
              result.push_back(set_border(side, width.value_or(Length{.points = medium_border})));
              result.push_back(set_border(side, style.value_or(LineStyle::none)));
              result.push_back(set_border(side, paint.value_or(Paint{.is_current = true})));
            }
            return true;
          }};
}

// ---- the rest
// -----------------------------------------------------------------------------------------------------------

bool background(Values& values, Settings& result) {
  const auto paint = values.word("none") ? std::optional(Paint{.is_transparent = true}) : values.paint();
  if (!paint) return false;
  result.push_back({Phase::rest, [paint](Draft& draft) {
                      draft.now.background = paint->is_transparent ? std::nullopt
                                             : paint->is_current   ? std::optional(draft.now.color)
                                                                   : std::optional(paint->color);
                    }});
  return true;
}

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
  const std::vector<Part> background_part = {part(&Computed::background)};
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
      border("border", {0, 1, 2, 3}),
      border("border-top", {0}),
      border("border-right", {1}),
      border("border-bottom", {2}),
      border("border-left", {3}),
      {"background", background_part, background},
      {"background-color", background_part, background},
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
      length("border-radius", &Computed::radius, Sign::not_negative, "none"),
      length("height", &Computed::height, Sign::not_negative, "auto"),
      {"page", {part(&Computed::page)}, page},
      {"initial-letter", {part(&Computed::initial_lines), part(&Computed::initial_sink)}, initial_letter, true},
  };
  result.push_back(words<bool>("float", &Computed::floats, {{"none", false}, {"left", true}, {"inline-start", true}}));
  result.back().is_of_first_letters = true;
  border_longhands<Length>(
      result,
      {"border-top-width", "border-right-width", "border-bottom-width", "border-left-width", "border-width"},
      border_width, width_part);
  border_longhands<LineStyle>(
      result,
      {"border-top-style", "border-right-style", "border-bottom-style", "border-left-style", "border-style"},
      border_style, style_part);
  border_longhands<Paint>(
      result,
      {"border-top-color", "border-right-color", "border-bottom-color", "border-left-color", "border-color"},
      border_paint, color_part);
  return result;
}

}  // namespace octavo::style
