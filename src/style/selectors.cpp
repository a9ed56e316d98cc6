#include "style/selectors.h"

#include <algorithm>
#include <array>

namespace octavo::style {
namespace {

Traits trait(std::string_view name) {
  if (name.empty()) return 0;
  const auto letter = [](char c) { return static_cast<unsigned char>(c); };
  return Traits{1} << ((letter(name.front()) + 5u * letter(name.back()) + name.size()) & 63);
}

// Of a compound or an element, whose type, ids and classes are names alike.
Traits traits(std::string_view type, const auto& ids, const auto& classes) {
  Traits result = trait(type);
  for (const auto& id : ids) result |= trait(id);
  for (const auto& name : classes) result |= trait(name);
  return result;
}
Traits traits(const Compound& compound) { return traits(compound.type, compound.ids, compound.classes); }
Traits traits(const Element& element) { return traits(element.name, std::array{element.id}, element.classes); }

std::string_view language_of(const Element& element) {
  for (const auto* one = &element; one; one = one->parent)
    if (!one->language.empty()) return one->language;
  return {};
}

// "en" is the language of "en-GB" too.
bool is_language(std::string_view tag, std::string_view range) {
  return tag.size() >= range.size() && same_word(tag.substr(0, range.size()), range) && (tag.size() == range.size() || tag[range.size()] == '-');
}

bool compares(const Attribute& attribute, std::string_view value) {
  const auto& wanted = attribute.value;
  if (attribute.comparison.empty()) return !value.empty();
  if (attribute.comparison == "=") return value == wanted;
  if (attribute.comparison == "|=") return is_language(value, lower_case(wanted));
  if (wanted.empty()) return false;
  if (attribute.comparison == "^=") return value.starts_with(wanted);
  if (attribute.comparison == "$=") return value.ends_with(wanted);
  if (attribute.comparison == "*=") return value.find(wanted) != std::string_view::npos;
  return value == wanted;  // `~=`, of one word
}

bool has(const Element& element, const Attribute& attribute) {
  if (attribute.name == "class") {
    std::string all;
    for (const auto name : element.classes) all += (all.empty() ? "" : " ") + std::string(name);
    if (attribute.comparison != "~=") return compares(attribute, all);
    return std::ranges::find(element.classes, attribute.value) != element.classes.end();
  }
  return compares(attribute, attribute.name == "id"     ? element.id
                             : attribute.name == "lang" ? element.language
                             : attribute.name == "href" ? element.address
                                                        : std::string_view{});
}

int place_of(const Element& element, bool of_type) {
  int place = 1;
  for (const auto* before = element.previous; before; before = before->previous)
    if (!of_type || before->name == element.name) ++place;
  return place;
}

bool fits(const Compound& compound, const Element& element) {
  const auto fits_it = [&](const Compound& other) { return fits(other, element); };
  const bool is_named = compound.type.empty() ? !element.name.starts_with(':') : compound.type == element.name;
  return is_named && std::ranges::all_of(compound.ids, [&](const auto& id) { return id == element.id; }) &&
         std::ranges::all_of(compound.classes,
                             [&](const auto& name) {
                               return std::ranges::find(element.classes, name) != element.classes.end();
                             }) &&
         (!compound.root || !element.parent) && (!compound.last_child || element.last_child) &&
         std::ranges::all_of(compound.places,
                             [&](const Nth& nth) {
                               const bool is_first = nth.step == 0 && nth.offset == 1 && !nth.of_type;
                               return is_first ? !element.previous : nth.holds(place_of(element, nth.of_type));
                             }) &&
         std::ranges::all_of(compound.attributes, [&](const auto& attribute) { return has(element, attribute); }) &&
         (compound.languages.empty() ||
          std::ranges::any_of(compound.languages, [&](const auto& range) { return is_language(language_of(element), range); })) &&
         std::ranges::none_of(compound.excluded, fits_it) &&
         std::ranges::all_of(compound.one_of, [&](const auto& list) { return std::ranges::any_of(list, fits_it); });
}

// How far a failure reaches: an element further left, or higher up, may still do; or nothing can any more.
// Knowing that keeps backtracking from going over the same ancestors again and again.
enum class Outcome { match, try_siblings, try_ancestors, hopeless };

Outcome walk(const Selector& selector, std::size_t at, const Element& element) {
  if (!fits(selector.compounds[at], element)) return Outcome::try_siblings;
  if (at == selector.combinators.size()) return Outcome::match;
  switch (selector.combinators[at]) {
    case Combinator::child: {
      if (!element.parent) return Outcome::hopeless;
      const auto outcome = walk(selector, at + 1, *element.parent);
      // All siblings have the same parent.
      return outcome == Outcome::try_siblings ? Outcome::try_ancestors : outcome;
    }
    case Combinator::next:
      return element.previous ? walk(selector, at + 1, *element.previous) : Outcome::try_ancestors;
    case Combinator::descendant:
      for (const auto* above = element.parent; above; above = above->parent)
        if (const auto outcome = walk(selector, at + 1, *above);
            outcome == Outcome::match || outcome == Outcome::hopeless)
          return outcome;
      return Outcome::hopeless;
    case Combinator::later:
      for (const auto* before = element.previous; before; before = before->previous)
        if (const auto outcome = walk(selector, at + 1, *before); outcome != Outcome::try_siblings)
          return outcome;
      return Outcome::try_ancestors;
  }
  return Outcome::hopeless;
}

}  // namespace

bool Nth::holds(int place) const {
  if (step == 0) return place == offset;
  return (place - offset) % step == 0 && (place - offset) / step >= 0;
}

// Whatever stands left of a space or a `>` is, of the subject too, an ancestor: siblings have the same ones.
Surroundings wanted_by(const Selector& selector) {
  Surroundings result;
  for (std::size_t i = 0; i < selector.combinators.size(); ++i) {
    const auto combinator = selector.combinators[i];
    if (combinator == Combinator::child || combinator == Combinator::descendant)
      result.above |= traits(selector.compounds[i + 1]);
    else if (combinator == Combinator::next && i == 0)
      result.before = traits(selector.compounds[1]);
  }
  return result;
}

Surroundings surroundings(const Element& element) {
  Surroundings result;
  for (const auto* above = element.parent; above; above = above->parent) result.above |= traits(*above);
  if (element.previous) result.before = traits(*element.previous);
  return result;
}

bool matches(const Selector& selector, const Element& element) {
  return walk(selector, 0, element) == Outcome::match;
}

}  // namespace octavo::style
