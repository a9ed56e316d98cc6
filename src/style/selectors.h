#pragma once
// Selectors: parsed from tokens, matched against an element and those around it.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "style/style.h"
#include "style/tokens.h"

namespace octavo::style {

// Among siblings, or those of them with its name: the element whose place, counted from 1, is `step` times something from 0, and `offset`.
struct Nth {
  int step = 0, offset = 1;
  bool of_type = false;
  bool holds(int place) const;
};

// `[lang|=en]`: the comparison as it is written, "" for `[lang]`.
struct Attribute {
  std::string name, comparison, value;
};

// What one element must be like.
struct Compound {
  std::string type;  // lower case; "" for any that is not made by a rule
  std::vector<std::string> ids, classes;
  bool root = false, last_child = false;
  std::vector<Nth> places;
  std::vector<Attribute> attributes;
  std::vector<std::string> languages;           // :lang(), one of them
  std::vector<Compound> excluded;               // :not()
  std::vector<std::vector<Compound>> one_of;    // :is(), :where()
};

// Names that were seen, or are asked for: each is one of 64 bits, which others may share.
using Traits = std::uint64_t;

// What stands round an element, or what a selector wants to stand there: what is wanted and not there rules
// most selectors out at once.
struct Surroundings {
  Traits above = 0;   // its ancestors
  Traits before = 0;  // the sibling before it
};
Surroundings surroundings(const Element& element);

enum class Combinator : std::uint8_t { descendant, child, next, later };

struct Selector {
  std::vector<Compound> compounds;      // the subject first, then leftward
  std::vector<Combinator> combinators;  // [i] stands between compounds [i + 1] and [i]
  std::uint32_t specificity = 0;        // ids, classes, types: ten bits each
  Surroundings wanted;
};
Surroundings wanted_by(const Selector& selector);

// What a selector names that no printed book has: into the tokens, with what is said of it.
struct Unknown {
  std::size_t begin = 0, end = 0;
  std::string message;
  bool is_of_epub = false;  // an e-book may have it
};
struct SelectorList {
  std::optional<std::vector<Selector>> selectors;
  std::vector<Unknown> unknown;
};
// A list separated by commas. Nothing if any of it cannot be read, as the rule then is to be dropped (Selectors
// 4, section 3.9). A name that no element has costs nothing else: the selector matches nothing.
SelectorList selectors(std::span<const Token> tokens);

// Never false where matches() is true.
inline bool may_match(const Selector& selector, const Surroundings& found) {
  return (selector.wanted.above & ~found.above) == 0 && (selector.wanted.before & ~found.before) == 0;
}
// At most one walk to the root for all descendant combinators together.
bool matches(const Selector& selector, const Element& element);

}  // namespace octavo::style
