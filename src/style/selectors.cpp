#include "style/selectors.h"

#include <algorithm>
#include <array>

namespace octavo::style {
namespace {

constexpr std::size_t most_compounds = 64;  // bounds the recursion of walk()

struct Counts {
  std::uint32_t ids = 0, classes = 0, types = 0;
  std::uint32_t packed() const {
    const auto ten_bits = [](std::uint32_t n) { return std::min(n, 1023u); };
    return ten_bits(ids) << 20 | ten_bits(classes) << 10 | ten_bits(types);
  }
};

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

class Parser {
 public:
  explicit Parser(std::span<const Token> tokens) : tokens_(tokens) {}

  std::optional<std::vector<Selector>> list() {
    std::vector<Selector> result;
    do {
      auto selector = complex();
      if (!selector) return std::nullopt;
      result.push_back(std::move(*selector));
    } while (take(Kind::comma));
    if (at_ < tokens_.size()) return std::nullopt;
    return result;
  }

 private:
  bool is(Kind kind, std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == kind;
  }
  bool is_delimiter(std::string_view text) const { return is(Kind::delimiter) && tokens_[at_].text == text; }
  bool take(Kind kind) {
    if (!is(kind)) return false;
    ++at_;
    return true;
  }
  bool skip_space() { return take(Kind::white_space); }

  std::optional<Combinator> combinator() {
    bool space = false;
    while (skip_space()) space = true;
    if (at_ == tokens_.size() || is(Kind::comma)) return std::nullopt;
    const auto sign = is_delimiter(">")   ? std::optional(Combinator::child)
                      : is_delimiter("+") ? std::optional(Combinator::next)
                      : is_delimiter("~") ? std::optional(Combinator::later)
                                          : std::nullopt;
    if (!sign) return space ? std::optional(Combinator::descendant) : std::nullopt;
    ++at_;
    while (skip_space()) {
    }
    return sign;
  }

  std::optional<Selector> complex() {
    while (skip_space()) {
    }
    Selector result;
    Counts counts;
    for (;;) {
      auto one = compound(counts);
      if (!one || result.compounds.size() == most_compounds) return std::nullopt;
      result.compounds.push_back(std::move(*one));
      const auto between = combinator();
      if (!between) break;
      result.combinators.push_back(*between);
    }
    std::ranges::reverse(result.compounds);
    std::ranges::reverse(result.combinators);
    result.specificity = counts.packed();
    result.wanted = wanted_by(result);
    return result;
  }

  std::optional<Compound> compound(Counts& counts, bool inside_not = false) {
    Compound result;
    const auto begin = at_;
    if (is(Kind::identifier)) {
      result.type = lower_case(tokens_[at_++].text);
      ++counts.types;
    } else if (is_delimiter("*")) {
      ++at_;
    }
    for (;;) {
      if (is(Kind::hash)) {
        result.ids.push_back(tokens_[at_++].text);
        ++counts.ids;
      } else if (is_delimiter(".") && is(Kind::identifier, 1)) {
        result.classes.push_back(tokens_[at_ + 1].text);
        at_ += 2;
        ++counts.classes;
      } else if (is(Kind::colon)) {
        ++at_;
        if (!pseudo_class(result, counts, inside_not)) return std::nullopt;
      } else {
        break;
      }
    }
    if (at_ == begin) return std::nullopt;
    return result;
  }

  bool pseudo_class(Compound& result, Counts& counts, bool inside_not) {
    if (is(Kind::identifier)) {
      const auto& name = tokens_[at_++].text;
      ++counts.classes;
      if (same_word(name, "root")) return result.root = true;
      if (same_word(name, "first-child")) return result.first_child = true;
      if (same_word(name, "last-child")) return result.last_child = true;
      return false;
    }
    if (inside_not || !is(Kind::function) || tokens_[at_].text != "not") return false;
    ++at_;
    Counts most;
    do {
      while (skip_space()) {
      }
      Counts here;
      auto one = compound(here, true);
      if (!one) return false;
      result.excluded.push_back(std::move(*one));
      if (here.packed() > most.packed()) most = here;
      while (skip_space()) {
      }
    } while (take(Kind::comma));
    counts.ids += most.ids;
    counts.classes += most.classes;
    counts.types += most.types;
    return take(Kind::close_parenthesis);
  }

  std::span<const Token> tokens_;
  std::size_t at_ = 0;
};

bool fits(const Compound& compound, const Element& element) {
  return (compound.type.empty() || compound.type == element.name) &&
         std::ranges::all_of(compound.ids, [&](const auto& id) { return id == element.id; }) &&
         std::ranges::all_of(compound.classes,
                             [&](const auto& name) {
                               return std::ranges::find(element.classes, name) != element.classes.end();
                             }) &&
         (!compound.root || !element.parent) && (!compound.first_child || !element.previous) &&
         (!compound.last_child || element.last_child) &&
         std::ranges::none_of(compound.excluded, [&](const auto& other) { return fits(other, element); });
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

std::optional<std::vector<Selector>> selectors(std::span<const Token> tokens) {
  return Parser(tokens).list();
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
