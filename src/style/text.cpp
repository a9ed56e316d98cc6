// CSS Text 3 and 4, Text Decoration 3, Lists 3, and the text a rule puts in.
#include <algorithm>
#include <array>

#include "style/properties.h"

namespace octavo::style {
namespace {

Part align_last_part() {
  return {Phase::rest, [](Draft& draft, const Computed& from) {
            draft.now.align_last = from.align_last;
            draft.now.carried.align_last_follows = from.carried.align_last_follows;
          }};
}

std::vector<Word<Align>> alignments() {
  return {{"left", Align::left}, {"start", Align::left},    {"right", Align::right},
          {"end", Align::right}, {"center", Align::center}, {"justify", Align::justify}};
}

bool align_last(Values& values, Settings& result) {
  const bool follows = values.word("auto");
  const auto table = alignments();
  const auto align = follows ? std::optional(Align::left) : one_of<Align>(values, table);
  if (!align) return false;
  result.push_back({Phase::rest, [=](Draft& draft) {
                      draft.now.carried.align_last_follows = follows;
                      draft.now.align_last = *align;
                    }});
  return true;
}

bool hanging_punctuation(Values& values, Settings& result) {
  static constexpr std::array<std::string_view, 4> words = {"first", "last", "allow-end", "force-end"};
  bool any = false;
  if (!values.word("none")) {
    const auto one = [&] {
      for (const auto word : words)
        if (values.word(word)) return true;
      return false;
    };
    while (one()) any = true;
    if (!any) return false;
  }
  result.push_back(set(&Computed::hanging_punctuation, any));
  return true;
}

// A line drawn for an element runs on under everything in it, as it is, so `none` takes away only the element's own.
void set_lines(bool under, bool through, Settings& result) {
  result.push_back({Phase::rest, [=](Draft& draft) {
                      if (!under && !through) draft.now.decoration = draft.parent.decoration;
                      draft.now.underline = under || draft.parent.underline;
                      draft.now.line_through = through || draft.parent.line_through;
                    }});
}

bool decoration_line(Values& values, Settings& result) {
  bool under = false, through = false;
  if (!values.word("none")) {
    for (;;) {
      if (values.word("underline"))
        under = true;
      else if (values.word("line-through"))
        through = true;
      else
        break;
    }
    if (!under && !through) return false;
  }
  set_lines(under, through, result);
  return true;
}

bool decoration_style(Values& values, Settings& result) {
  static constexpr Word<LineStyle> names[] = {
      {"solid", LineStyle::solid}, {"dashed", LineStyle::dashed}, {"dotted", LineStyle::dotted}, {"double", LineStyle::twofold}};
  const auto style = one_of<LineStyle>(values, names);
  if (style) result.push_back({Phase::rest, [=](Draft& draft) { draft.now.decoration.style = *style; }});
  return style.has_value();
}

bool decoration_color(Values& values, Settings& result) {
  const auto paint = values.paint();
  if (paint)
    result.push_back({Phase::rest, [=](Draft& draft) {
                        draft.now.decoration.color = paint->is_current ? draft.now.color : paint->color;
                      }});
  return paint.has_value();
}

bool decoration_thickness(Values& values, Settings& result) {
  const auto length = values.word("auto") || values.word("from-font") ? Length{} : values.length(Sign::not_negative);
  if (length)
    result.push_back({Phase::rest, [=](Draft& draft) { draft.now.decoration.thickness = std::max(length->in(measures(draft)), 0.0f); }});
  return length.has_value();
}

bool underline_offset(Values& values, Settings& result) {
  const bool is_own = values.word("auto");
  const auto length = is_own ? Length{} : values.length(Sign::any);
  if (!length) return false;
  result.push_back({Phase::rest, [=](Draft& draft) {
                      draft.now.decoration.offset = is_own ? std::nullopt : std::optional(length->in(measures(draft)));
                    }});
  return true;
}

// `underline dotted #777 0.5pt`, in any order; what is not given is initial.
bool decoration(Values& values, Settings& result) {
  result.push_back({Phase::rest, [](Draft& draft) {
                      draft.now.decoration.style = LineStyle::solid;
                      draft.now.decoration.color.reset();
                      draft.now.decoration.thickness = 0;
                    }});
  bool has_line = false;
  while (!values.done()) {
    if (!has_line && (has_line = decoration_line(values, result))) continue;
    if (!decoration_style(values, result) && !decoration_thickness(values, result) && !decoration_color(values, result)) return false;
  }
  if (!has_line) set_lines(false, false, result);
  return true;
}

// A mark of one's own is said as it is: `list-style-type: "– "`. Where it stands is octavo's business: beside the item.
bool list_mark(Values& values, Settings& result) {
  auto mark = values.string();
  const auto style = mark ? ListStyle::string : list_style(values);
  if (!style) return false;
  result.push_back(set(&Computed::list_style, *style));
  result.push_back(set(&Computed::list_mark, mark ? base::Names{*mark} : base::Names()));
  return true;
}

// The place of a mark, which octavo sets beside its item whatever is asked for, is taken and does nothing.
bool list(Values& values, Settings& result) {
  const auto place = [&] { return values.word("outside"); };
  const bool has_place = place();
  if (!values.done() && !list_mark(values, result)) return false;
  return has_place || place() || !result.empty();
}

// `hyphenate-limit-chars: 6 3 2`: letters of a word, before the hyphen, after it. `auto` is the language's.
bool hyphen_limits(Values& values, Settings& result) {
  const auto one = [&]() -> std::optional<std::uint8_t> {
    if (values.word("auto")) return std::uint8_t{0};
    const auto letters = values.integer(0);
    if (!letters) return std::nullopt;
    return static_cast<std::uint8_t>(std::min(*letters, 255));
  };
  HyphenLimits limits;
  const auto word = one();
  if (!word) return false;
  limits.word = *word;
  if (const auto before = one()) {
    limits.before = limits.after = *before;
    if (const auto after = one()) limits.after = *after;
  }
  result.push_back(set(&Computed::hyphen_limits, limits));
  return true;
}

bool tab_size(Values& values, Settings& result) {
  const auto columns = values.integer(1);
  if (columns) result.push_back(set(&Computed::tab_size, std::min(*columns, 32)));
  return columns.has_value();
}

}  // namespace

std::optional<ListStyle> list_style(Values& values) {
  static constexpr Word<ListStyle> names[] = {{"disc", ListStyle::disc},
                                              {"circle", ListStyle::circle},
                                              {"square", ListStyle::square},
                                              {"dash", ListStyle::dash},
                                              {"decimal", ListStyle::decimal},
                                              {"decimal-leading-zero", ListStyle::decimal_leading_zero},
                                              {"lower-alpha", ListStyle::lower_alpha},
                                              {"lower-latin", ListStyle::lower_alpha},
                                              {"upper-alpha", ListStyle::upper_alpha},
                                              {"upper-latin", ListStyle::upper_alpha},
                                              {"lower-roman", ListStyle::lower_roman},
                                              {"upper-roman", ListStyle::upper_roman},
                                              {"lower-greek", ListStyle::lower_greek},
                                              {"none", ListStyle::none}};
  return one_of<ListStyle>(values, names);
}

std::vector<Property> text_properties() {
  const std::vector<Part> list_parts = {part(&Computed::list_style), part(&Computed::list_mark)};
  const std::vector<Part> line_parts = {part(&Computed::underline), part(&Computed::line_through)};
  const std::vector<Part> decoration_parts = {line_parts[0], line_parts[1], part(&Computed::decoration)};
  const auto decoration_part = [](auto Decoration::*member) {
    return Part{Phase::rest, [=](Draft& draft, const Computed& from) { draft.now.decoration.*member = from.decoration.*member; }};
  };
  return {
      words<Align>("text-align", &Computed::align, alignments()),
      {"text-align-last", {align_last_part()}, align_last},
      length("text-indent", &Computed::text_indent, Sign::any, "none"),
      words<bool>("hyphens", &Computed::hyphens, {{"auto", true}, {"manual", false}, {"none", false}}),
      {"hyphenate-limit-chars", {part(&Computed::hyphen_limits)}, hyphen_limits},
      {"tab-size", {part(&Computed::tab_size)}, tab_size},
      words<WhiteSpace>("white-space", &Computed::white_space,
                        {{"normal", WhiteSpace::normal},
                         {"pre", WhiteSpace::pre_wrap},
                         {"pre-wrap", WhiteSpace::pre_wrap}}),
      words<Transform>("text-transform", &Computed::transform,
                       {{"none", Transform::none},
                        {"capitalize", Transform::capitalize},
                        {"uppercase", Transform::uppercase},
                        {"lowercase", Transform::lowercase}}),
      {"list-style", list_parts, list},
      {"list-style-type", list_parts, list_mark},
      count("orphans", &Computed::orphans),
      count("widows", &Computed::widows),
      {"text-decoration", decoration_parts, decoration},
      {"text-decoration-line", line_parts, decoration_line},
      {"text-decoration-style", {decoration_part(&Decoration::style)}, decoration_style},
      {"text-decoration-color", {decoration_part(&Decoration::color)}, decoration_color},
      {"text-decoration-thickness", {decoration_part(&Decoration::thickness)}, decoration_thickness},
      {"text-underline-offset", {decoration_part(&Decoration::offset)}, underline_offset},
      {"hanging-punctuation", {part(&Computed::hanging_punctuation)}, hanging_punctuation},
  };
}

}  // namespace octavo::style
