#pragma once
// What declarations mean: from a property's name and value to the changes it makes to an element's style.
#include <array>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/style.h"
#include "style/tokens.h"
#include "style/values.h"

namespace octavo::style {

// A style in the making.
struct Draft {
  Computed now;
  const Computed& parent;
  const Computed& start;  // before any declaration: what is inherited from the parent, the rest initial
  std::array<std::optional<base::Color>, 4> border_color{};  // none: currentcolor
};

// Values depend on each other: em needs the font size, currentcolor the colour. So declarations are applied
// in three rounds.
enum class Phase {
  size,   // font-size
  basis,  // line-height, color
  rest
};

struct Setting {
  Phase phase = Phase::rest;
  std::function<void(Draft&)> change;
};
using Settings = std::vector<Setting>;

// A longhand's own share of a style, as `inherit` and `initial` copy it.
struct Part {
  Phase phase = Phase::rest;
  std::function<void(Draft&, const Computed& from)> copy;
};

struct Property {
  std::string_view name;
  std::vector<Part> parts;                        // a shorthand has those of its longhands
  std::function<bool(Values&, Settings&)> parse;  // false if the value is none of the property's
  bool is_of_first_letters = false;               // and of nothing else
};

// The groups of the table, one file each.
std::vector<Property> font_properties();  // and lines of text: size, height, variants, colour
std::vector<Property> text_properties();  // alignment, hyphens, lists, decoration
std::vector<Property> box_properties();   // margins, breaks, columns
std::vector<Property> border_properties();  // and backgrounds
std::vector<Property> generated_properties();  // content, counters, named strings

class Properties {
 public:
  Properties();
  const Property* find(std::string_view name) const;  // nullptr if print does not know it
  std::vector<std::string> names() const;

 private:
  std::vector<Property> all_;  // sorted by name
};

// Of CSS, but not of print: why, and what may do instead ("" if nothing).
struct Unsupported {
  std::string_view name, why, instead;
};
std::span<const Unsupported> unsupported();
const Unsupported* find_unsupported(std::string_view name);  // nullptr: no such property is known

// The changes a value makes, `inherit`, `initial` and `unset` included; nothing if the property does not take
// it.
std::optional<Settings> settings(const Property& property, std::span<const Token> value);
// As if nothing had been declared: what is left where a variable is missing.
Settings unset(const Property& property);

// ---- for the groups
// -----------------------------------------------------------------------------------------------------

Measures measures(const Draft& draft, float whole = 0);

template <class T>
struct Word {
  std::string_view word;
  T value;
};

// The value of the word that comes next, if the table has it.
template <class T>
std::optional<T> one_of(Values& values, std::span<const Word<T>> words) {
  for (const auto& [word, value] : words)
    if (values.word(word)) return value;
  return std::nullopt;
}

template <class T>
Part part(T Computed::*member, Phase phase = Phase::rest) {
  return {phase, [member](Draft& draft, const Computed& from) { draft.now.*member = from.*member; }};
}

template <class T>
Setting set(T Computed::*member, T value) {
  return {Phase::rest, [member, value = std::move(value)](Draft& draft) { draft.now.*member = value; }};
}

// A property that takes one word out of a table.
template <class T>
Property words(std::string_view name, T Computed::*member, std::vector<Word<T>> table) {
  return {name, {part(member)}, [member, table = std::move(table)](Values& values, Settings& result) {
            const auto value = one_of<T>(values, table);
            if (value) result.push_back(set(member, *value));
            return value.has_value();
          }};
}

// One that takes a length, or a word that stands for zero.
Property length(std::string_view name, float Computed::*member, Sign sign, std::string_view zero);
std::optional<ListStyle> list_style(Values& values);  // by name
// One that takes a whole number from 1.
Property count(std::string_view name, int Computed::*member);

}  // namespace octavo::style
