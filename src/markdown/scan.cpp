#include "markdown/scan.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "markdown/code_spans.h"
#include "markdown/disguise.h"
#include "markdown/foreign.h"

namespace octavo::markdown {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

constexpr auto interesting = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\\`[]$<#@=({")) table[static_cast<unsigned char>(c)] = true;
  table[inside_comment] = true;
  return table;
}();

// Pictures within pictures' texts cost the parser the square of their number.
constexpr int most_open_pictures = 32;

class Scanner {
 public:
  Scanner(std::string_view content, Brackets brackets, const ScanListener& listener)
      : text_(content), brackets_(brackets), listener_(listener), code_(content) {}

  std::vector<Region> run() {
    const auto is_interesting = [](char c) { return interesting[static_cast<unsigned char>(c)]; };
    while (true) {
      at_ = static_cast<Offset>(std::find_if(text_.begin() + at_, text_.end(), is_interesting) - text_.begin());
      if (at_ == text_.size()) break;
      step();
    }
    return std::move(regions_);
  }

 private:
  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::string_view text(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }
  bool starts(std::size_t at, std::string_view what) const {
    return text_.substr(std::min(at, text_.size())).starts_with(what);
  }
  // Whether the exclamation mark before `at` is one that makes what follows an embed or a picture.
  bool has_exclamation(Offset at) const { return at > settled_ && text_[at - 1] == '!'; }

  void settle(std::size_t at) { at_ = settled_ = static_cast<Offset>(at); }
  void take(RegionKind kind, std::size_t begin, std::size_t end) {
    regions_.push_back({kind, static_cast<Offset>(begin), static_cast<Offset>(end)});
    settle(end);
  }

  void step() {
    switch (text_[at_]) {
      case '\\':
        settle(at_ + (is_punctuation(char_at(at_ + 1)) ? 2 : 1));
        break;
      case '`':
        settle(code_.end_of(at_));
        break;
      case '[':
        bracket();
        break;
      case ']':
        close_bracket();
        break;
      case '$':
        formula();
        break;
      case '<':
        angle();
        break;
      case '#':
        tag();
        break;
      case '@':
        email();
        break;
      case '=':
        highlight();
        break;
      case '(':
        block_reference();
        break;
      case '{':
        macro();
        break;
      default:
        comment();
    }
  }

  void comment() {
    std::size_t end = at_;
    while (char_at(end) == inside_comment) ++end;
    take(RegionKind::comment, at_, end);
  }

  void bracket() {
    if (char_at(at_ + 1) == '[' && char_at(at_ + 2) != '[' && brackets_ == Brackets::wikilinks && wikilink())
      return;
    if (char_at(at_ + 1) == '^' && note_call()) return;
    const bool is_picture = has_exclamation(at_);
    if (is_picture && open_pictures_ >= most_open_pictures) {
      listener_.on_hostile(at_ - 1, at_ + 1);
      take(RegionKind::literal, at_ - 1, at_ + 1);
      return;
    }
    open_brackets_.push_back({is_picture ? at_ - 1 : at_, is_picture});
    open_pictures_ += is_picture;
    settle(at_ + 1);
  }

  void close_bracket() {
    std::optional<OpenBracket> open;
    if (!open_brackets_.empty()) {
      open = open_brackets_.back();
      open_pictures_ -= open->is_picture;
      open_brackets_.pop_back();
    }
    std::size_t end = at_ + 1;
    if (char_at(end) == '(' && char_at(end + 1) != ')') {  // an address is no place for tags and formulas
      ++end;
      if (char_at(end) == '<') {
        while (end < text_.size() && text_[end] != '>' && text_[end] != '\n') ++end;
      } else {
        while (end < text_.size() && text_[end] != ')' && !is_space(text_[end])) ++end;
        if (open && (char_at(end) == ' ' || char_at(end) == '\t')) spaced_address(open->begin, at_ + 2);
      }
    }
    settle(end);
  }

  // What follows the first space is a title, or the parser sees no address at all.
  void spaced_address(Offset begin, Offset address) {
    constexpr std::size_t longest = 1000;  // bytes, so that many of them take no quadratic time
    const auto line = text_.substr(address, longest);
    const auto close = line.find_first_of(")\n");
    if (close == line.npos || line[close] != ')') return;
    listener_.on_spaced_address(begin, address + static_cast<Offset>(close) + 1, address);
  }

  bool wikilink() {
    const Offset open = at_;
    Offset at = open + 2;
    for (; at < text_.size() && text_[at] != '\n'; ++at) {
      if (text_[at] == ']' && char_at(at + 1) == ']') break;
      if (text_[at] == '[' && char_at(at + 1) == '[') {  // only the innermost is a link
        if (line_end_ <= open) line_end_ = static_cast<Offset>(std::min(text_.find('\n', open), text_.size()));
        if (!outer_ || outer_->line_end < at) outer_ = {open, line_end_};
        return false;
      }
      if (text_[at] == '`') at = code_.end_of(at) - 1;
    }
    if (!starts(at, "]]") || text(open, at).find('\n') != std::string_view::npos) {
      listener_.on_unclosed(open, std::min(at, static_cast<Offset>(text_.size())));
      return false;
    }
    if (is_citation(text(open + 2, at), at + 2)) return false;
    if (!listener_.is_wikilink(text(open + 2, at))) {
      listener_.on_empty(open, at + 2);
      settle(at + 2);
      return true;
    }
    const bool is_embed = has_exclamation(open);
    if (is_embed) embed_manner(open - 1, at + 2);
    take(is_embed ? RegionKind::embed : RegionKind::wikilink, is_embed ? open - 1 : open, at + 2);
    if (outer_) close_outer();
    return true;
  }

  // "[[1]](https://...)" is Markdown's link of a text in brackets, and so is what else has an address behind it: on the net, of
  // a heading or a file. A number may have any address, or a label: "[[1]][ref]".
  bool is_citation(std::string_view inside, std::size_t behind) const {
    const bool is_number = !inside.empty() && inside.find_first_not_of("0123456789, ") == std::string_view::npos;
    if (is_number && char_at(behind) == '[') return true;
    if (char_at(behind) != '(') return false;
    const std::size_t begin = behind + (char_at(behind + 1) == '<' ? 2 : 1);
    if (starts(begin, "https://") || starts(begin, "http://")) return true;
    const auto end = text_.find_first_of(" \t\n)", begin);
    if (end == std::string_view::npos || text_[end] != ')') return false;
    const auto address = text_.substr(begin, end - begin);
    const auto path = address.substr(0, address.find('#'));
    const bool is_heading = path.empty() && !address.empty();
    return (is_number && !address.empty()) || is_heading || path.ends_with(".md") || path.ends_with(".html");
  }

  // Whether the link that was just taken stands within other brackets that end on its line.
  void close_outer() {
    const Region inner = regions_.back();
    if (inner.begin > outer_->line_end) return outer_.reset();
    const auto mark = std::min(text_.find_first_of("[]\n", inner.end), text_.size());
    if (starts(mark, "]]")) listener_.on_nested({RegionKind::wikilink, outer_->begin, static_cast<Offset>(mark + 2)}, inner);
    if (char_at(mark) != '[') outer_.reset();
  }

  // Foam has words for how much of a note is shown, and how, before the exclamation mark.
  void embed_manner(Offset mark, Offset end) {
    Offset begin = mark;
    while (begin > settled_ && (text_[begin - 1] == '-' || (text_[begin - 1] >= 'a' && text_[begin - 1] <= 'z'))) --begin;
    if (begin > 0 && !is_space(text_[begin - 1])) return;
    if (is_embed_manner(text(begin, mark))) listener_.on_foreign(Foreign::foam_embed, begin, end);
  }

  std::size_t block_reference_end(std::size_t at) const {
    const std::size_t length = block_reference_length(text_.substr(std::min(at, text_.size())));
    return length == 0 ? 0 : at + length;
  }

  void block_reference() {
    const auto end = block_reference_end(at_);
    if (end == 0) {
      ++at_;
      return;
    }
    listener_.on_foreign(Foreign::logseq_block, at_, static_cast<Offset>(end));
    settle(end);
  }

  // The page named in "{{embed [[page]]}}" stays a link.
  void macro() {
    constexpr std::string_view opening = "{{embed ";
    if (!starts(at_, opening)) {
      ++at_;
      return;
    }
    const std::size_t inside = at_ + opening.size();
    constexpr std::size_t longest = 1000;  // bytes, for the same reason as above
    const auto close = text_.substr(inside, longest).find_first_of("}\n");
    const bool names_something = starts(inside, "[[") || block_reference_end(inside) != 0;
    if (names_something && close != std::string_view::npos && starts(inside + close, "}}"))
      listener_.on_foreign(Foreign::logseq_embed, at_, static_cast<Offset>(inside + close + 2));
    settle(std::max(inside, block_reference_end(inside)));
  }

  bool note_call() {
    std::size_t end = at_ + 2;
    while (end < text_.size() && !is_space(text_[end]) && text_[end] != '[' && text_[end] != ']') ++end;
    if (char_at(end) != ']' || end == at_ + 2) return false;
    if (listener_.is_note(text(at_ + 2, end))) {
      take(RegionKind::note_call, at_, end + 1);
      return true;
    }
    if (char_at(end + 1) != '(' && char_at(end + 1) != '[') {
      listener_.on_undefined_note(at_, static_cast<Offset>(end) + 1);
    }
    return false;
  }

  std::size_t find_outside_code(std::string_view what, std::size_t at) const {
    while (at < text_.size() && !starts(at, what)) {
      at = text_[at] == '`' ? code_.end_of(static_cast<Offset>(at))
                            : std::min(text_.find_first_of("`$", at + 1), text_.size());
    }
    return at < text_.size() ? at : std::string_view::npos;
  }

  // As pandoc has it: no space inside the dollars, no digit after them, so that prices stay prices.
  void formula() {
    if (char_at(at_ + 1) == '$') {
      const auto close = display_ends_ ? find_outside_code("$$", at_ + 2) : std::string_view::npos;
      display_ends_ = close != std::string_view::npos;
      if (display_ends_ && text(at_ + 2, close).find_first_not_of(" \t\n") != std::string_view::npos) {
        take(RegionKind::display_formula, at_, close + 2);
      } else {
        settle(at_ + 2);
      }
      return;
    }
    if (formulas_end_ && at_ + 1 < text_.size() && !is_space(text_[at_ + 1])) {
      auto close = find_outside_code("$", at_ + 1);
      while (close != std::string_view::npos &&
             (is_space(text_[close - 1]) || text_[close - 1] == '\\' || is_digit(char_at(close + 1)))) {
        close = find_outside_code("$", close + 1);
      }
      // What ends none from here ends none from further on.
      formulas_end_ = close != std::string_view::npos;
      if (formulas_end_) return take(RegionKind::formula, at_, close + 1);
    }
    settle(at_ + 1);
  }

  // HTML comments, instructions and the like run to their ends; without an end each would be looked for to
  // the end of the text.
  void angle() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> forms = {
        {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}};
    for (std::size_t i = 0; i < forms.size(); ++i) {
      if (!starts(at_, forms[i].first)) continue;
      const auto end =
          never_ends_[i] ? std::string_view::npos : text_.find(forms[i].second, at_ + forms[i].first.size());
      if (end != std::string_view::npos) return settle(end + forms[i].second.size());
      never_ends_[i] = true;
      return take(RegionKind::literal, at_, at_ + 1);
    }
    std::size_t end = at_ + 1;  // <https://example.org>, or a tag without attributes
    while (end < text_.size() && !is_space(text_[end]) && text_[end] != '<' && text_[end] != '>') ++end;
    settle(char_at(end) == '>' ? end + 1 : at_ + 1);
  }

  void tag() {
    if (at_ > 0 && !is_space(text_[at_ - 1]) && text_[at_ - 1] != inside_comment) return settle(at_ + 1);
    std::size_t end = at_ + 1;
    bool is_name = false;  // digits alone are a number
    while (end < text_.size()) {
      const auto [code_point, length] = base::decode(text_, end);
      const bool is_letter = code_point >= 0xAA && !(code_point >= 0x2000 && code_point <= 0x206F) &&
                             !(code_point >= 0x3000 && code_point <= 0x303F) && code_point != 0xAB &&
                             code_point != 0xBB && code_point != 0xB7;
      if (!is_letter && !is_alphanumeric(text_[end]) && text_[end] != '_' && text_[end] != '-' &&
          text_[end] != '/')
        break;
      is_name |= is_letter || (is_alphanumeric(text_[end]) && !is_digit(text_[end]));
      end += length;
    }
    if (is_name) {
      take(RegionKind::tag, at_, end);
    } else {
      settle(end);
    }
  }

  void email() {
    const auto is_local = [](char c) {
      return is_alphanumeric(c) || c == '.' || c == '+' || c == '-' || c == '_';
    };
    Offset begin = at_;
    while (begin > settled_ && is_local(text_[begin - 1])) --begin;
    std::size_t end = at_ + 1, dots = 0;
    while (is_alphanumeric(char_at(end)) || char_at(end) == '-' || char_at(end) == '_' ||
           (char_at(end) == '.' && is_alphanumeric(char_at(end + 1)))) {
      dots += text_[end++] == '.';
    }
    const bool is_path = begin > 0 && text_[begin - 1] == '/';
    if (begin == at_ || is_path || dots == 0 || !is_alphanumeric(text_[end - 1])) return settle(at_ + 1);
    take(RegionKind::email, begin, end);
  }

  void highlight() {
    std::size_t end = at_;
    while (char_at(end) == '=') ++end;
    if (end - at_ != 2) return settle(end);
    const bool can_open = end < text_.size() && !is_space(text_[end]);
    const bool can_close = at_ > 0 && !is_space(text_[at_ - 1]);
    take(RegionKind::highlight, at_, end);
    regions_.back().can_open = can_open;
    regions_.back().can_close = can_close;
  }

  std::string_view text_;
  Brackets brackets_;
  const ScanListener& listener_;
  CodeSpans code_;
  std::vector<Region> regions_;
  Offset at_ = 0;
  Offset settled_ = 0;               // what lies before it has its meaning
  struct OpenBracket {
    Offset begin;  // with a picture's exclamation mark
    bool is_picture;
  };
  std::vector<OpenBracket> open_brackets_;
  struct Outer {
    Offset begin, line_end;
  };
  Offset line_end_ = 0;  // of a line once looked for
  std::optional<Outer> outer_;  // the first "[[" of a line that holds another
  int open_pictures_ = 0;
  bool formulas_end_ = true, display_ends_ = true;
  std::array<bool, 4> never_ends_{};
};

}  // namespace

std::vector<Region> scan(std::string_view content, Brackets brackets, const ScanListener& listener) {
  return Scanner(content, brackets, listener).run();
}

}  // namespace octavo::markdown
