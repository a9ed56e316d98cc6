// CSS Backgrounds and Borders 3.
#include <algorithm>
#include <utility>

#include "style/properties.h"
#include "style/sides.h"

namespace octavo::style {
namespace {

constexpr float medium_border = 3 * base::points_per_pixel;

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

}  // namespace

std::vector<Property> border_properties() {
  const std::vector<Part> background_part = {part(&Computed::background)};
  std::vector<Property> result = {
      border("border", {0, 1, 2, 3}),
      border("border-top", {0}),
      border("border-right", {1}),
      border("border-bottom", {2}),
      border("border-left", {3}),
      length("border-radius", &Computed::radius, Sign::not_negative, "none"),
      {"background", background_part, background},
      {"background-color", background_part, background},
  };
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
