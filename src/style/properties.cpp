#include "style/properties.h"

#include <algorithm>

namespace octavo::style {

Properties::Properties() {
  for (auto group : {font_properties, text_properties, box_properties, border_properties, generated_properties})
    std::ranges::move(group(), std::back_inserter(all_));
  std::ranges::sort(all_, {}, &Property::name);
}

const Property* Properties::find(std::string_view name) const {
  const auto found = std::ranges::lower_bound(all_, name, {}, &Property::name);
  return found != all_.end() && found->name == name ? &*found : nullptr;
}

std::vector<std::string> Properties::names() const {
  std::vector<std::string> result;
  for (const auto& property : all_) result.emplace_back(property.name);
  return result;
}

namespace {

// Each part of the property as it is in the style that `from` picks.
template <class From>
Settings copied(const Property& property, From from) {
  Settings result;
  for (const auto& [phase, copy] : property.parts)
    result.push_back({phase, [copy, from](Draft& draft) { copy(draft, from(draft)); }});
  return result;
}

}  // namespace

Settings unset(const Property& property) {
  return copied(property, [](const Draft& draft) -> const Computed& { return draft.start; });
}

std::optional<Settings> settings(const Property& property, std::span<const Token> value) {
  if (value.size() == 1 && value[0].kind == Kind::identifier) {
    const auto& word = value[0].text;
    if (same_word(word, "unset")) return unset(property);
    if (same_word(word, "inherit"))
      return copied(property, [](const Draft& draft) -> const Computed& { return draft.parent; });
    if (same_word(word, "initial"))
      return copied(property, [initial = Computed{}](const Draft&) -> const Computed& { return initial; });
  }
  Settings result;
  Values values(value);
  if (values.done() || !property.parse(values, result) || !values.done()) return std::nullopt;
  return result;
}

Measures measures(const Draft& draft, float whole) {
  return {draft.now.font_size, draft.now.carried.root_font_size, draft.now.line_height, whole};
}

Property length(std::string_view name, float Computed::*member, Sign sign, std::string_view zero) {
  return {name, {part(member)}, [member, sign, zero](Values& values, Settings& result) {
            const auto value = values.word(zero) ? Length{} : values.length(sign);
            if (!value) return false;
            result.push_back({Phase::rest, [=](Draft& draft) {
                                const float points = value->in(measures(draft));
                                draft.now.*member =
                                    sign == Sign::not_negative ? std::max(points, 0.0f) : points;
                              }});
            return true;
          }};
}

Property count(std::string_view name, int Computed::*member) {
  return {name, {part(member)}, [member](Values& values, Settings& result) {
            const auto value = values.integer(1);
            if (value) result.push_back(set(member, *value));
            return value.has_value();
          }};
}

}  // namespace octavo::style
