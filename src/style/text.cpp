// CSS Text 3 and 4, Text Decoration 3, Lists 3, and the text a rule puts in.
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

// A line drawn for an element runs on under everything in it, so `none` takes away only the element's own.
bool decoration(Values& values, Settings& result) {
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
  result.push_back({Phase::rest, [=](Draft& draft) {
                      draft.now.underline = under || draft.parent.underline;
                      draft.now.line_through = through || draft.parent.line_through;
                    }});
  return true;
}

std::vector<Word<ListStyle>> list_styles() {
  return {{"disc", ListStyle::disc},
          {"circle", ListStyle::circle},
          {"square", ListStyle::square},
          {"dash", ListStyle::dash},
          {"decimal", ListStyle::decimal},
          {"lower-alpha", ListStyle::lower_alpha},
          {"lower-latin", ListStyle::lower_alpha},
          {"lower-roman", ListStyle::lower_roman},
          {"none", ListStyle::none}};
}

// A dash may also be given as the string it is: `list-style-type: "– "`.
bool list_style(Values& values, Settings& result) {
  const auto table = list_styles();
  auto style = one_of<ListStyle>(values, table);
  if (!style) {
    const auto mark = values.string();
    if (!mark) return false;
    for (const std::string_view dash : {"–", "—", "-"})
      if (mark->starts_with(dash) && mark->find_first_not_of(' ', dash.size()) == std::string::npos)
        style = ListStyle::dash;
    if (!style) return false;
  }
  result.push_back(set(&Computed::list_style, *style));
  return true;
}

bool content(Values& values, Settings& result) {
  std::string text;
  if (!values.word("none") && !values.word("normal")) {
    auto piece = values.string();
    if (!piece) return false;
    for (; piece; piece = values.string()) text += *piece;
  }
  result.push_back(set(&Computed::content, std::move(text)));
  return true;
}

}  // namespace

std::vector<Property> text_properties() {
  const std::vector<Part> decoration_parts = {part(&Computed::underline), part(&Computed::line_through)};
  return {
      words<Align>("text-align", &Computed::align, alignments()),
      {"text-align-last", {align_last_part()}, align_last},
      length("text-indent", &Computed::text_indent, Sign::any, "none"),
      words<bool>("hyphens", &Computed::hyphens, {{"auto", true}, {"manual", false}, {"none", false}}),
      words<WhiteSpace>("white-space", &Computed::white_space,
                        {{"normal", WhiteSpace::normal},
                         {"pre", WhiteSpace::pre_wrap},
                         {"pre-wrap", WhiteSpace::pre_wrap}}),
      words<Transform>("text-transform", &Computed::transform,
                       {{"none", Transform::none},
                        {"uppercase", Transform::uppercase},
                        {"lowercase", Transform::lowercase}}),
      {"list-style", {part(&Computed::list_style)}, list_style},
      {"list-style-type", {part(&Computed::list_style)}, list_style},
      count("orphans", &Computed::orphans),
      count("widows", &Computed::widows),
      {"text-decoration", decoration_parts, decoration},
      {"text-decoration-line", decoration_parts, decoration},
      {"hanging-punctuation", {part(&Computed::hanging_punctuation)}, hanging_punctuation},
      {"content", {part(&Computed::content)}, content},
  };
}

}  // namespace octavo::style
