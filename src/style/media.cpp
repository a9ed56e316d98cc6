#include "style/media.h"

#include <algorithm>

namespace octavo::style {
namespace {

enum class Truth { no, unknown, yes };

Truth negated(Truth truth) {
  return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : truth;
}

constexpr int deepest = 32;

class Query {
 public:
  Query(std::span<const Token> tokens, const Features& features) : tokens_(tokens), features_(features) {
    skip_space();
  }

  Truth list() {
    if (done()) return Truth::yes;
    Truth any = Truth::no;
    for (;;) {
      const auto begin = at_;
      is_malformed_ = false;
      auto one = query();
      if (is_malformed_ || (!done() && !is(Kind::comma))) {
        one = Truth::no;
        at_ = begin;
        skip_to_comma();
      }
      any = std::max(any, one);
      if (done()) return any;
      next();
    }
  }

 private:
  bool done() const { return at_ == tokens_.size(); }
  bool is(Kind kind) const { return !done() && tokens_[at_].kind == kind; }
  void skip_space() {
    while (is(Kind::white_space)) ++at_;
  }
  void next() {
    ++at_;
    skip_space();
  }
  bool word(std::string_view text) {
    if (!is(Kind::identifier) || !same_word(tokens_[at_].text, text)) return false;
    next();
    return true;
  }
  void skip_to_comma() {
    int depth = 0;
    for (; !done(); ++at_) {
      if (is(Kind::open_parenthesis) || is(Kind::function)) ++depth;
      if (is(Kind::close_parenthesis)) --depth;
      if (is(Kind::comma) && depth <= 0) return;
    }
  }

  Truth query() {
    const auto begin = at_;
    const bool negative = word("not");
    if (!negative) word("only");
    if (!is(Kind::identifier)) {
      at_ = begin;
      return condition(0);
    }
    const auto type = lower_case(tokens_[at_].text);
    next();
    Truth result = type == "print" || type == "all" ? Truth::yes : Truth::no;
    while (word("and")) result = std::min(result, word("not") ? negated(group(0)) : group(0));
    return negative ? negated(result) : result;
  }

  Truth condition(int depth) {
    if (word("not")) return negated(group(depth));
    Truth result = group(depth);
    while (word("and")) result = std::min(result, group(depth));
    while (word("or")) result = std::max(result, group(depth));
    return result;
  }

  Truth group(int depth) {
    if (!is(Kind::open_parenthesis) || depth == deepest) return malformed();
    next();
    const bool is_feature = is(Kind::identifier) && !same_word(tokens_[at_].text, "not");
    const Truth result = is_feature ? feature() : condition(depth + 1);
    if (!is(Kind::close_parenthesis)) return malformed();
    next();
    return result;
  }

  Truth feature() {
    const auto name = lower_case(tokens_[at_].text);
    next();
    const auto known = features_.find(name);
    if (!is(Kind::colon)) return known == features_.end() ? Truth::unknown : Truth::yes;
    next();
    if (done()) return malformed();
    const bool equal =
        known != features_.end() && is(Kind::identifier) && same_word(tokens_[at_].text, known->second);
    next();
    return known == features_.end() ? Truth::unknown : equal ? Truth::yes : Truth::no;
  }

  Truth malformed() {
    is_malformed_ = true;
    return Truth::unknown;
  }

  std::span<const Token> tokens_;
  const Features& features_;
  bool is_malformed_ = false;
  std::size_t at_ = 0;
};

}  // namespace

bool media_match(std::span<const Token> query_list, const Features& features) {
  return Query(query_list, features).list() == Truth::yes;
}

bool media_excludes_print(std::span<const Token> query_list) { return Query(query_list, {}).list() == Truth::no; }

}  // namespace octavo::style
