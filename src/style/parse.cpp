#include "style/parse.h"

#include <algorithm>
#include <numeric>

#include "style/font_faces.h"
#include "style/media.h"

namespace octavo::style {
namespace {

constexpr int deepest_media = 32;

bool opens(Kind kind) {
  return kind == Kind::open_brace || kind == Kind::open_parenthesis || kind == Kind::open_bracket ||
         kind == Kind::function;
}
Kind closer(Kind kind) {
  return kind == Kind::open_brace     ? Kind::close_brace
         : kind == Kind::open_bracket ? Kind::close_bracket
                                      : Kind::close_parenthesis;
}

// For every bracket that opens, the token that closes it (or the end). One that closes what is not open is a
// token like any other, as the standard has it. With this table blocks are skipped in one step and nothing
// recurses into them.
std::vector<std::size_t> partners(const std::vector<Token>& tokens) {
  std::vector<std::size_t> result(tokens.size());
  std::iota(result.begin(), result.end(), std::size_t{0});
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (opens(tokens[i].kind)) {
      open.push_back(i);
    } else if (!open.empty() && tokens[i].kind == closer(tokens[open.back()].kind)) {
      result[open.back()] = i;
      open.pop_back();
    }
  }
  for (const auto i : open) result[i] = tokens.size();
  return result;
}

class Parser {
 public:
  Parser(std::string_view css, const Notes& notes)
      : css_(css), tokens_(tokens(css)), partner_(partners(tokens_)), notes_(notes) {}

  Sheet sheet() {
    rules(0, tokens_.size(), 0, 0);
    return std::move(sheet_);
  }

 private:
  Kind kind(std::size_t at) const { return tokens_[at].kind; }
  std::size_t after(std::size_t at, std::size_t end) const { return std::min(partner_[at], end - 1) + 1; }
  std::span<const Token> span(std::size_t begin, std::size_t end) const {
    return {tokens_.data() + begin, tokens_.data() + end};
  }
  void note(std::size_t begin, std::size_t end, std::string message) const {
    if (elsewhere_ > 0) return;
    notes_.add(tokens_[begin].begin, tokens_[std::max(begin + 1, end) - 1].end, std::move(message));
  }
  std::size_t find(Kind wanted, Kind or_wanted, std::size_t at, std::size_t end) const {
    while (at < end && kind(at) != wanted && kind(at) != or_wanted) at = after(at, end);
    return at;
  }
  // [begin, end) without white space at either side.
  void trim(std::size_t& begin, std::size_t& end) const {
    while (begin < end && kind(begin) == Kind::white_space) ++begin;
    while (begin < end && kind(end - 1) == Kind::white_space) --end;
  }

  void rules(std::size_t at, std::size_t end, std::size_t condition, int depth) {
    while (at < end) {
      if (kind(at) == Kind::white_space) {
        ++at;
        continue;
      }
      const bool is_at_rule = kind(at) == Kind::at_keyword;
      const auto open = find(Kind::open_brace, is_at_rule ? Kind::semicolon : Kind::open_brace, at, end);
      const bool has_block = open < end && kind(open) == Kind::open_brace;
      if (is_at_rule)
        at_rule(at, open, has_block ? std::min(partner_[open], end) : open, condition, depth);
      else if (has_block)
        style_rule(at, open, std::min(partner_[open], end), condition);
      else
        note(at, end, "this selector has no block after it, so it is skipped");
      at = open < end ? after(open, end) : end;
    }
  }

  void style_rule(std::size_t begin, std::size_t open, std::size_t close, std::size_t condition) {
    std::size_t end = open;
    trim(begin, end);
    auto [list, unknown] = selectors(span(begin, end));
    for (auto& one : unknown)
      if (notes_.is_for_print_alone() || !one.is_of_epub) note(begin + one.begin, begin + one.end, std::move(one.message));
    if (list) sheet_.rules.push_back({std::move(*list), declarations(open + 1, close), condition});
  }

  // The prelude is ]at, open[, the block ]open, close[; without a block they are the same.
  void at_rule(std::size_t at, std::size_t open, std::size_t close, std::size_t condition, int depth) {
    const auto& name = tokens_[at].text;
    if (name == "charset") return;
    if (name == "import")
      return note(at, open, "a style sheet may not import another; list every sheet in book.toml instead");
    if (name == "media" && open < close) {
      if (depth == deepest_media)
        return note(at, open, "media queries are nested too deep, so this one is skipped");
      const auto prelude = span(at + 1, open);
      sheet_.conditions.push_back({{prelude.begin(), prelude.end()}, condition});
      const int is_elsewhere = media_excludes_print(prelude) ? 1 : 0;
      elsewhere_ += is_elsewhere;
      rules(open + 1, close, sheet_.conditions.size() - 1, depth + 1);
      elsewhere_ -= is_elsewhere;
      return;
    }
    if (name == "page" && open < close) {
      auto list = page_selectors(at + 1, open);
      if (!list) return note(at, open, "print does not know this page selector, so its rule is skipped");
      PageRule rule{std::move(*list), {}, {}, condition};
      rule.declarations = declarations(open + 1, close, &rule.boxes);
      sheet_.pages.push_back(std::move(rule));
      return;
    }
    if (name == "font-face" && open < close) {
      if (elsewhere_ > 0) return;
      auto face = font_face(declarations(open + 1, close), css_, tokens_[at].begin, tokens_[at].end, notes_);
      if (face) sheet_.faces.push_back({std::move(*face), condition});
      return;
    }
    note(at, open, "print does not know \"@" + name + "\", so it is skipped");
  }

  std::optional<std::vector<PageSelector>> page_selectors(std::size_t begin, std::size_t end) const {
    trim(begin, end);
    if (begin == end) return std::vector<PageSelector>(1);
    std::vector<PageSelector> result;
    while (begin <= end) {
      std::size_t stop = find(Kind::comma, Kind::comma, begin, end);
      std::size_t at = begin;
      begin = stop + 1;
      trim(at, stop);
      if (at == stop) return std::nullopt;
      PageSelector selector;
      if (kind(at) == Kind::identifier) selector.name = tokens_[at++].text;
      for (; at < stop; at += 2) {
        if (kind(at) != Kind::colon || at + 1 == stop || kind(at + 1) != Kind::identifier)
          return std::nullopt;
        const auto& word = tokens_[at + 1].text;
        if (same_word(word, "first"))
          selector.first = true;
        else if (same_word(word, "blank"))
          selector.blank = true;
        else if (same_word(word, "left"))
          selector.side = Side::left;
        else if (same_word(word, "right"))
          selector.side = Side::right;
        else
          return std::nullopt;
      }
      result.push_back(std::move(selector));
    }
    return result;
  }

  // `boxes`: where rules inside are those of the margins of a page.
  Declarations declarations(std::size_t at, std::size_t end, std::vector<BoxRule>* boxes = nullptr) const {
    Declarations result;
    while (at < end) {
      if (kind(at) == Kind::white_space || kind(at) == Kind::semicolon) {
        ++at;
      } else if (const auto open = find(Kind::open_brace, Kind::semicolon, at, end);
                 boxes && kind(at) == Kind::at_keyword && open < end && kind(open) == Kind::open_brace) {
        const auto& name = tokens_[at];
        boxes->push_back({name.text, declarations(open + 1, std::min(partner_[open], end)), name.begin, name.end});
        at = after(open, end);
      } else if (auto stop = find(Kind::semicolon, Kind::open_brace, at, end);
                 stop < end && kind(stop) == Kind::open_brace && !begins_custom(at)) {
        note(at, stop, "print does not know rules inside rules, so this one is skipped");
        at = after(stop, end);
      } else {
        stop = find(Kind::semicolon, Kind::semicolon, at, end);
        declaration(at, stop, result);
        at = stop;
      }
    }
    return result;
  }

  bool begins_custom(std::size_t at) const {
    return kind(at) == Kind::identifier && tokens_[at].text.starts_with("--");
  }

  void declaration(std::size_t begin, std::size_t end, Declarations& result) const {
    trim(begin, end);
    auto at = begin + 1;
    while (at < end && kind(at) == Kind::white_space) ++at;
    if (kind(begin) != Kind::identifier || at == end || kind(at) != Kind::colon)
      return note(begin, end, "this is no declaration, so it is skipped; write it as \"name: value;\"");
    Declaration declaration;
    declaration.begin = tokens_[begin].begin;
    declaration.end = tokens_[end - 1].end;
    declaration.name = begins_custom(begin) ? tokens_[begin].text : lower_case(tokens_[begin].text);
    for (++at; at < end; ++at) {
      if (kind(at) == Kind::white_space) continue;
      declaration.uses_variables |= kind(at) == Kind::function && tokens_[at].text == "var";
      declaration.value.push_back(tokens_[at]);
    }
    auto& value = declaration.value;
    if (value.size() >= 2 && value.back().kind == Kind::identifier &&
        same_word(value.back().text, "important") && value[value.size() - 2].kind == Kind::delimiter &&
        value[value.size() - 2].text == "!") {
      declaration.important = true;
      value.resize(value.size() - 2);
    }
    result.push_back(std::move(declaration));
  }

  std::string_view css_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> partner_;
  const Notes& notes_;
  Sheet sheet_;
  int elsewhere_ = 0;  // how many media queries around that no printed page matches
};

}  // namespace

Sheet parse(std::string_view css, const Notes& notes) { return Parser(css, notes).sheet(); }

}  // namespace octavo::style
