#include "style/tokens.h"

#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::style {
namespace {

constexpr double largest = 1e9;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_newline(char c) { return c == '\n' || c == '\r' || c == '\f'; }
bool is_space(char c) { return c == ' ' || c == '\t' || is_newline(c); }
bool is_name_start(char c) {
  return (lowered(c) >= 'a' && lowered(c) <= 'z') || c == '_' || c == '\0' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }
int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char low = lowered(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view css) : css_(css) {}

  std::vector<Token> all() {
    std::vector<Token> result;
    result.reserve(css_.size() / 4);
    if (css_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    for (skip_comments(); at_ < css_.size(); skip_comments()) {
      Token token;
      token.begin = static_cast<std::uint32_t>(at_);
      read(token);
      token.end = static_cast<std::uint32_t>(at_);
      result.push_back(std::move(token));
    }
    return result;
  }

 private:
  // Past the end there are line feeds, which begin nothing.
  char peek(std::size_t ahead = 0) const { return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\n'; }
  bool at_text(std::string_view text) const { return css_.substr(at_).starts_with(text); }
  bool escapes(std::size_t ahead) const {
    return at_ + ahead + 1 < css_.size() && css_[at_ + ahead] == '\\' && !is_newline(css_[at_ + ahead + 1]);
  }
  bool begins_name(std::size_t ahead = 0) const {
    if (peek(ahead) == '-')
      return (at_ + ahead + 1 < css_.size() && (is_name_start(peek(ahead + 1)) || peek(ahead + 1) == '-')) ||
             escapes(ahead + 1);
    return (at_ + ahead < css_.size() && is_name_start(peek(ahead))) || escapes(ahead);
  }
  bool begins_number() const {
    const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
    return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
  }

  void skip_comments() {
    while (at_text("/*")) {
      const auto close = css_.find("*/", at_ + 2);
      at_ = close == std::string_view::npos ? css_.size() : close + 2;
    }
  }

  void one_character(std::string& text) {
    if (css_[at_] == '\\') return escape(text);
    if (css_[at_] == '\0') {
      base::append(text, 0xFFFD);
      ++at_;
    } else if (static_cast<unsigned char>(css_[at_]) < 0x80) {
      text += css_[at_++];
    } else {
      const auto decoded = base::decode(css_, at_);
      base::append(text, decoded.code_point);
      at_ += decoded.length;
    }
  }

  void escape(std::string& text) {
    ++at_;
    if (hex_value(peek()) < 0) {
      if (css_[at_] == '\\') {  // an escaped backslash begins no escape of its own
        text += '\\';
        ++at_;
        return;
      }
      return one_character(text);
    }
    char32_t code_point = 0;
    for (int digits = 0; digits < 6 && hex_value(peek()) >= 0; ++digits)
      code_point = code_point * 16 + static_cast<char32_t>(hex_value(css_[at_++]));
    if (at_text("\r\n"))
      at_ += 2;
    else if (at_ < css_.size() && is_space(peek()))
      ++at_;
    const bool is_character =
        code_point != 0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
    base::append(text, is_character ? code_point : 0xFFFD);
  }

  std::string name() {
    std::string text;
    while ((at_ < css_.size() && is_name(css_[at_])) || escapes(0)) one_character(text);
    return text;
  }

  void read(Token& token) {
    const char c = css_[at_];
    if (is_space(c)) {
      while (at_ < css_.size() && is_space(css_[at_])) ++at_;
      token.kind = Kind::white_space;
    } else if (c == '"' || c == '\'') {
      string(token);
    } else if (begins_number()) {
      number(token);
    } else if (at_text("<!--") || at_text("-->")) {
      at_ += c == '<' ? 4 : 3;
      token.kind = Kind::white_space;
    } else if (begins_name()) {
      name_like(token);
    } else if (c == '#' && ((at_ + 1 < css_.size() && is_name(peek(1))) || escapes(1))) {
      ++at_;
      token.kind = Kind::hash;
      token.text = name();
    } else if (c == '@' && begins_name(1)) {
      ++at_;
      token.kind = Kind::at_keyword;
      token.text = lower_case(name());
    } else {
      punctuation(token);
    }
  }

  void punctuation(Token& token) {
    switch (css_[at_]) {
      case ':':
        token.kind = Kind::colon;
        break;
      case ';':
        token.kind = Kind::semicolon;
        break;
      case ',':
        token.kind = Kind::comma;
        break;
      case '{':
        token.kind = Kind::open_brace;
        break;
      case '}':
        token.kind = Kind::close_brace;
        break;
      case '(':
        token.kind = Kind::open_parenthesis;
        break;
      case ')':
        token.kind = Kind::close_parenthesis;
        break;
      case '[':
        token.kind = Kind::open_bracket;
        break;
      case ']':
        token.kind = Kind::close_bracket;
        break;
      default:
        token.text = css_[at_];
    }
    ++at_;
  }

  void string(Token& token) {
    const char quote = css_[at_++];
    token.kind = Kind::string;
    while (at_ < css_.size()) {
      if (css_[at_] == quote) {
        ++at_;
        return;
      }
      if (is_newline(css_[at_])) {
        token.kind = Kind::bad_string;
        return;
      }
      if (css_[at_] == '\\' && !escapes(0)) {  // a line goes on, or the sheet ends
        at_ += at_text("\\\r\n") ? 3 : 2;
        at_ = std::min(at_, css_.size());
      } else {
        one_character(token.text);
      }
    }
  }

  void number(Token& token) {
    if (css_[at_] == '+') ++at_;
    const auto begin = at_;
    token.is_integer = true;
    const auto digits = [&] {
      while (is_digit(peek())) ++at_;
    };
    if (peek() == '-') ++at_;
    digits();
    if (peek() == '.' && is_digit(peek(1))) {
      token.is_integer = false;
      ++at_;
      digits();
    }
    const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if (lowered(peek()) == 'e' && is_digit(peek(1 + sign))) {
      token.is_integer = false;
      at_ += 1 + sign;
      digits();
    }
    // A number too small or too large for a double leaves 0 behind: no sheet means either.
    std::from_chars(css_.data() + begin, css_.data() + at_, token.number);
    token.number = std::clamp(token.number, -largest, largest);
    if (begins_name()) {
      token.kind = Kind::dimension;
      token.text = lower_case(name());
    } else if (peek() == '%') {
      ++at_;
      token.kind = Kind::percentage;
    } else {
      token.kind = Kind::number;
    }
  }

  void name_like(Token& token) {
    token.text = name();
    token.kind = Kind::identifier;
    if (peek() != '(') return;
    ++at_;
    token.text = lower_case(token.text);
    token.kind = Kind::function;
    if (token.text != "url") return;
    auto next = at_;
    while (next < css_.size() && is_space(css_[next])) ++next;
    if (next < css_.size() && (css_[next] == '"' || css_[next] == '\''))
      return;  // url("...") is a function with a string
    at_ = next;
    url(token);
  }

  void url(Token& token) {
    token.text.clear();
    token.kind = Kind::url;
    while (at_ < css_.size() && css_[at_] != ')') {
      const char c = css_[at_];
      if (is_space(c)) {
        while (at_ < css_.size() && is_space(css_[at_])) ++at_;
        if (at_ < css_.size() && css_[at_] != ')') token.kind = Kind::bad_url;
      } else if (c == '"' || c == '\'' || c == '(' || (c == '\\' && !escapes(0))) {
        token.kind = Kind::bad_url;
        ++at_;
      } else {
        one_character(token.text);
      }
    }
    if (at_ < css_.size()) ++at_;
    if (token.kind == Kind::bad_url) token.text.clear();
  }

  std::string_view css_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokens(std::string_view css) { return Tokenizer(css).all(); }

std::string with_nearest(std::string message, std::string_view name, const std::vector<std::string>& names) {
  const auto near = base::nearest(name, names, 1);
  return near.empty() ? message : message + "; did you mean \"" + near.front() + "\"?";
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), lowered);
  return result;
}

bool same_word(std::string_view text, std::string_view lower_case_word) {
  return std::ranges::equal(text, lower_case_word, {}, lowered);
}

}  // namespace octavo::style
