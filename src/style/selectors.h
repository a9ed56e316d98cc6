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

// What one element must be like.
struct Compound {
  std::string type;  // lower case; "" for any
  std::vector<std::string> ids, classes;
  bool root = false, first_child = false, last_child = false;
  std::vector<Compound> excluded;  // :not()
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

// A list separated by commas. Nothing if any of it is unknown, as the rule then is to be dropped (Selectors
// 4, section 3.9).
std::optional<std::vector<Selector>> selectors(std::span<const Token> tokens);

// Never false where matches() is true.
inline bool may_match(const Selector& selector, const Surroundings& found) {
  return (selector.wanted.above & ~found.above) == 0 && (selector.wanted.before & ~found.before) == 0;
}
// At most one walk to the root for all descendant combinators together.
bool matches(const Selector& selector, const Element& element);

}  // namespace octavo::style
