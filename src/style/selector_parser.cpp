// Selectors read from tokens, and what in them no printed book has.
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iterator>

#include "style/elements.h"
#include "style/selectors.h"

namespace octavo::style {
namespace {

constexpr std::size_t most_compounds = 64;  // bounds the recursion of walk()
constexpr int deepest_nesting = 4;          // of :not() in :is()

struct Counts {
  std::uint32_t ids = 0, classes = 0, types = 0;
  std::uint32_t packed() const {
    const auto ten_bits = [](std::uint32_t n) { return std::min(n, 1023u); };
    return ten_bits(ids) << 20 | ten_bits(classes) << 10 | ten_bits(types);
  }
};

class Parser {
 public:
  explicit Parser(std::span<const Token> tokens) : tokens_(tokens) {}

  SelectorList list() {
    std::vector<Selector> result;
    do {
      auto selector = complex();
      if (!selector) break;
      result.push_back(std::move(*selector));
    } while (take(Kind::comma));
    if (at_ == tokens_.size() && !broken_by_) return {std::move(result), std::move(unknown_)};
    if (!broken_by_) broken_by_ = {0, tokens_.size(), "print does not know this selector"};
    broken_by_->message += ", so its rule is skipped" + nearest_;
    return {std::nullopt, {std::move(*broken_by_)}};
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
  void skip_spaces() {
    while (skip_space()) {
    }
  }

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
    skip_spaces();
    return sign;
  }

  std::optional<Selector> complex() {
    skip_spaces();
    Selector result;
    Counts counts;
    std::string made;
    for (;;) {
      auto one = compound(counts, &made);
      if (!one || result.compounds.size() >= most_compounds) return too_far();
      result.compounds.push_back(std::move(*one));
      const auto between = combinator();
      if (!between) break;
      if (!made.empty()) return too_far();  // nothing stands in what a rule makes
      result.combinators.push_back(*between);
    }
    if (!made.empty()) {
      result.compounds.push_back({.type = std::move(made)});
      result.combinators.push_back(Combinator::child);
      ++counts.types;
    }
    std::ranges::reverse(result.compounds);
    std::ranges::reverse(result.combinators);
    result.specificity = counts.packed();
    result.wanted = wanted_by(result);
    return result;
  }

  std::nullopt_t too_far() {
    if (!broken_by_) broken_by_ = {0, tokens_.size(), "print does not know this selector"};
    return std::nullopt;
  }

  // `made`: where `::before` may stand; it comes to hold the name.
  std::optional<Compound> compound(Counts& counts, std::string* made = nullptr, int depth = 0) {
    Compound result;
    const auto begin = at_;
    if (is(Kind::identifier)) {
      element_name(result, counts);
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
      } else if (is(Kind::open_bracket)) {
        if (!attribute(result)) return std::nullopt;
        ++counts.classes;
      } else if (made && is_made()) {
        *made = made_name();
        break;
      } else if (is(Kind::colon)) {
        ++at_;
        if (!pseudo_class(result, counts, depth)) return std::nullopt;
      } else {
        break;
      }
    }
    if (at_ == begin) return std::nullopt;
    return result;
  }

  void element_name(Compound& result, Counts& counts) {
    result.type = lower_case(tokens_[at_].text);
    const auto names = element_names();
    if (std::ranges::find(names, result.type) == names.end())
      unknown_.push_back({at_, at_ + 1, nearest_element(result.type), is_html(result.type)});
    ++at_;
    ++counts.types;
  }

  // `::before`, and `:before` as it was written once.
  bool is_made() const {
    if (!is(Kind::colon)) return false;
    const std::size_t colons = is(Kind::colon, 1) ? 2 : 1;
    if (!is(Kind::identifier, colons)) return false;
    const auto& name = tokens_[at_ + colons].text;
    const auto is_it = [&](std::string_view word) { return same_word(name, word); };
    return is_it("before") || is_it("after") || is_it("first-letter") || is_it("first-line") || (colons == 2 && is_it("marker"));
  }
  std::string made_name() {
    at_ += is(Kind::colon, 1) ? 2 : 1;
    const auto name = lower_case(tokens_[at_++].text);
    return name == "marker" ? name : "::" + name;
  }

  bool pseudo_class(Compound& result, Counts& counts, int depth) {
    if (is(Kind::identifier)) {
      const auto name = lower_case(tokens_[at_++].text);
      ++counts.classes;
      if (name == "root") return result.root = true;
      if (name == "last-child") return result.last_child = true;
      const bool is_only = name == "only-child";
      if (is_only) result.last_child = true;
      if (name == "first-child" || name == "first-of-type" || is_only) {
        result.places.push_back({.step = 0, .offset = 1, .of_type = name == "first-of-type"});
        return true;
      }
    } else if (is(Kind::function) && depth < deepest_nesting) {
      const auto& name = tokens_[at_++].text;
      if (name == "nth-child" || name == "nth-of-type") {
        ++counts.classes;
        return nth(result, name == "nth-of-type");
      }
      if (name == "lang") {
        ++counts.classes;
        return languages(result);
      }
      if (name == "not" || name == "is" || name == "where") {
        std::vector<Compound> list;
        Counts most;
        if (!compounds(list, most, depth)) return false;
        if (name == "not") std::ranges::move(list, std::back_inserter(result.excluded));
        else result.one_of.push_back(std::move(list));
        if (name == "where") return true;
        counts.ids += most.ids;
        counts.classes += most.classes;
        counts.types += most.types;
        return true;
      }
    }
    return unknown_pseudo();
  }

  bool unknown_pseudo() {
    const auto end = std::min(at_, tokens_.size());
    auto begin = end;
    while (begin > 0 && tokens_[begin - 1].kind != Kind::colon) --begin;
    while (begin > 0 && tokens_[begin - 1].kind == Kind::colon) --begin;
    std::string name;
    for (auto i = begin; i < end; ++i)
      if (tokens_[i].kind != Kind::colon) name = tokens_[i].text;
    if (is(Kind::identifier) || is(Kind::function)) name = tokens_[at_].text;  // after "::"
    static const std::vector<std::string> known = {"after",      "before", "first-child", "first-letter", "first-line", "first-of-type", "is",          "lang", "last-child", "marker",
                                                   "not",        "nth-child", "nth-of-type", "only-child", "root", "where"};
    broken_by_ = {begin, std::max(end, std::min(at_ + 1, tokens_.size())), "print does not know \":" + name + '"'};
    nearest_ = with_nearest("", name, known);
    return false;
  }

  bool compounds(std::vector<Compound>& list, Counts& most, int depth) {
    do {
      skip_spaces();
      Counts here;
      auto one = compound(here, nullptr, depth + 1);
      if (!one) return false;
      list.push_back(std::move(*one));
      if (here.packed() > most.packed()) most = here;
      skip_spaces();
    } while (take(Kind::comma));
    return take(Kind::close_parenthesis);
  }

  // `odd`, `3`, `2n+1`, `-n + 3`: the tokens put together again, without their spaces.
  bool nth(Compound& result, bool of_type) {
    std::string text;
    for (; at_ < tokens_.size() && !is(Kind::close_parenthesis); ++at_) {
      const auto& token = tokens_[at_];
      if (token.kind == Kind::white_space) continue;
      if (token.kind == Kind::number || token.kind == Kind::dimension) {
        if (std::abs(token.number) > 1e6) return unknown_pseudo();
        if (token.is_integer && token.number >= 0 && !text.empty() && text.back() == 'n') text += '+';
        text += std::to_string(static_cast<int>(token.number));
      }
      text += token.kind == Kind::number ? "" : lower_case(token.text);
    }
    Nth place{.step = 0, .offset = 0, .of_type = of_type};
    if (text == "odd") text = "2n+1";
    if (text == "even") text = "2n";
    const auto n = text.find('n');
    const auto number = [](std::string_view digits, int usual) -> std::optional<int> {
      if (digits.starts_with('+')) digits.remove_prefix(1);
      if (digits.empty()) return usual;
      if (digits == "-") return -usual;
      int value = 0;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
      return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
    };
    const auto step = n == std::string::npos ? std::optional(0) : number(std::string_view(text).substr(0, n), 1);
    const auto offset = n == std::string::npos ? (text.empty() ? std::nullopt : number(text, 0)) : number(std::string_view(text).substr(n + 1), 0);
    if (!step || !offset) return unknown_pseudo();
    place.step = *step;
    place.offset = *offset;
    result.places.push_back(place);
    return take(Kind::close_parenthesis);
  }

  bool languages(Compound& result) {
    do {
      skip_spaces();
      if (!is(Kind::identifier) && !is(Kind::string)) return unknown_pseudo();
      result.languages.push_back(lower_case(tokens_[at_++].text));
      skip_spaces();
    } while (take(Kind::comma));
    return take(Kind::close_parenthesis);
  }

  bool attribute(Compound& result) {
    const auto begin = at_++;
    Attribute made;
    skip_spaces();
    if (!is(Kind::identifier)) return false;
    made.name = lower_case(tokens_[at_++].text);
    if (const auto names = attribute_names(); std::ranges::find(names, made.name) == names.end())
      unknown_.push_back({begin, at_, with_nearest("nothing in a printed book has an attribute \"" + made.name + '"', made.name, names), true});
    skip_spaces();
    while (is(Kind::delimiter)) made.comparison += tokens_[at_++].text;
    skip_spaces();
    if (!made.comparison.empty()) {
      if (!is(Kind::identifier) && !is(Kind::string)) return false;
      made.value = tokens_[at_++].text;
      skip_spaces();
      if (is(Kind::identifier)) ++at_;  // how letters compare: octavo's attributes are compared as they are
      skip_spaces();
    }
    static constexpr std::string_view comparisons[] = {"", "=", "~=", "|=", "^=", "$=", "*="};
    if (std::ranges::find(comparisons, made.comparison) == std::end(comparisons)) return false;
    result.attributes.push_back(std::move(made));
    return take(Kind::close_bracket);
  }

  static std::vector<std::string> attribute_names() { return {"class", "href", "id", "lang"}; }

  std::span<const Token> tokens_;
  std::size_t at_ = 0;
  std::vector<Unknown> unknown_;
  std::optional<Unknown> broken_by_;
  std::string nearest_;  // to its name
};

}  // namespace

SelectorList selectors(std::span<const Token> tokens) { return Parser(tokens).list(); }

}  // namespace octavo::style
