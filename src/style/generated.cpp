// CSS Generated Content 3, Lists 3 (counters), and the named strings of GCPM 3.
#include <array>

#include "style/properties.h"

namespace octavo::style {
namespace {

using Parts = std::vector<ContentPart>;

bool counter(Values& values, ContentPart& part, bool is_nested) {
  const auto name = values.identifier();
  if (!name) return false;
  part.text = *name;
  part.kind = is_nested ? ContentKind::counters : ContentKind::counter;
  if (is_nested) {
    if (!values.comma()) return false;
    auto separator = values.string();
    if (!separator) return false;
    part.separator = std::move(*separator);
  }
  if (!values.comma()) return true;
  part.form = list_style(values);
  return part.form.has_value();
}

bool string(Values& values, ContentPart& part) {
  static constexpr Word<Pick> picks[] = {{"first", Pick::first},
                                         {"start", Pick::start},
                                         {"last", Pick::last},
                                         {"first-except", Pick::first_except}};
  const auto name = values.identifier();
  if (!name) return false;
  part.text = *name;
  part.kind = ContentKind::string;
  if (!values.comma()) return true;
  const auto pick = one_of<Pick>(values, picks);
  if (pick) part.pick = *pick;
  return pick.has_value();
}

std::optional<ContentPart> one_part(Values& values) {
  static constexpr Word<ContentKind> quotes[] = {{"open-quote", ContentKind::open_quote},
                                                 {"close-quote", ContentKind::close_quote},
                                                 {"no-open-quote", ContentKind::no_open_quote},
                                                 {"no-close-quote", ContentKind::no_close_quote}};
  ContentPart result;
  if (auto text = values.string()) {
    result.text = std::move(*text);
    return result;
  }
  if (const auto quote = one_of<ContentKind>(values, quotes)) {
    result.kind = *quote;
    return result;
  }
  bool is_whole = false;
  if (values.function("counter")) {
    is_whole = counter(values, result, false);
  } else if (values.function("counters")) {
    is_whole = counter(values, result, true);
  } else if (values.function("string")) {
    is_whole = string(values, result);
  } else if (values.function("attr")) {
    const auto name = values.identifier();
    if (name) result.text = lower_case(*name);
    result.kind = ContentKind::attribute;
    is_whole = name.has_value();
  } else if (values.function("content")) {
    values.word("text");
    result.kind = ContentKind::content;
    is_whole = true;
  }
  if (!is_whole || !values.close()) return std::nullopt;
  return result;
}

bool parts(Values& values, Parts& result) {
  while (auto one = one_part(values)) result.push_back(std::move(*one));
  return !result.empty();
}

bool content(Values& values, Settings& result) {
  auto made = std::make_shared<Content>();
  if (values.word("normal")) {
    made = nullptr;
  } else if (!values.word("none")) {
    if (!parts(values, made->parts)) return false;
    if (values.slash()) {
      const auto aloud = values.string();
      if (!aloud) return false;
      made->is_decoration = aloud->empty();
    }
  }
  result.push_back(set(&Computed::content, std::shared_ptr<const Content>(std::move(made))));
  return true;
}

bool string_set(Values& values, Settings& result) {
  std::shared_ptr<std::vector<NamedContent>> made;
  if (!values.word("none")) {
    made = std::make_shared<std::vector<NamedContent>>();
    do {
      const auto name = values.identifier();
      if (!name) return false;
      made->push_back({*name, {}});
      if (!parts(values, made->back().parts)) return false;
    } while (values.comma());
  }
  result.push_back(set(&Computed::strings, std::shared_ptr<const std::vector<NamedContent>>(std::move(made))));
  return true;
}

using Changes = std::shared_ptr<const std::vector<CounterChange>>;

Property counters(std::string_view name, Changes Computed::*member, int usual) {
  return {name, {part(member)}, [=](Values& values, Settings& result) {
            auto made = std::make_shared<std::vector<CounterChange>>();
            if (values.word("none")) {
              made = nullptr;
            } else {
              while (const auto counter = values.identifier()) made->push_back({*counter, values.whole_number().value_or(usual)});
              if (made->empty()) return false;
            }
            result.push_back(set(member, Changes(std::move(made))));
            return true;
          }};
}

bool quotes(Values& values, Settings& result) {
  std::vector<std::string> marks;
  if (values.word("none")) {
    marks = {"", ""};
  } else if (!values.word("auto")) {
    while (auto mark = values.string()) marks.push_back(std::move(*mark));
    if (marks.empty() || marks.size() % 2 != 0) return false;
  }
  result.push_back(set(&Computed::quotes, base::Names(std::move(marks))));
  return true;
}

}  // namespace

std::vector<Property> generated_properties() {
  return {
      {"content", {part(&Computed::content)}, content},
      {"string-set", {part(&Computed::strings)}, string_set},
      counters("counter-reset", &Computed::counter_reset, 0),
      counters("counter-set", &Computed::counter_set, 0),
      counters("counter-increment", &Computed::counter_increment, 1),
      {"quotes", {part(&Computed::quotes)}, quotes},
  };
}

}  // namespace octavo::style
