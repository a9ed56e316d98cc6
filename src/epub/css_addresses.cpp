// Only as much of CSS Syntax 3 as keeps comments, strings and longer words apart from what names a file.
#include <algorithm>

#include "epub/epub.h"

namespace octavo::epub {
namespace {

constexpr std::string_view space = " \t\r\n\f";

bool is_of_a_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(std::string_view written, std::string_view lower_case) {
  return std::ranges::equal(written, lower_case,
                            [](char c, char lower) { return (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) == lower; });
}

class Scanner {
 public:
  explicit Scanner(std::string_view css) : css_(css) {}

  std::vector<CssAddress> all() {
    while (at_ < css_.size()) {
      const std::size_t begin = at_;
      const char c = css_[at_];
      if (css_.substr(at_).starts_with("/*")) {
        pass_comment();
      } else if (c == '"' || c == '\'') {
        string();
      } else if (c == '\\') {
        at_ += 2;
      } else if (c == '@' || is_of_a_word(c)) {
        ++at_;
        while (at_ < css_.size() && is_of_a_word(css_[at_])) ++at_;
        const auto word = css_.substr(begin, at_ - begin);
        if (is_word(word, "url") && at_ < css_.size() && css_[at_] == '(') url(begin);
        if (is_word(word, "@import")) import(begin);
        if (is_word(word, "@namespace")) at_ = std::min(css_.find(';', at_), css_.size());  // a name, which nobody fetches
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  void pass_space() { at_ = std::min(css_.find_first_not_of(space, at_), css_.size()); }
  void pass_comment() { at_ = std::min(css_.find("*/", at_ + 2), css_.size() - 2) + 2; }
  bool is_at_quote() const { return at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\''); }

  // From its opening quote to behind its closing one, or to the end of the line.
  std::string_view string() {
    const char quote = css_[at_++];
    const std::size_t start = at_;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n') at_ += css_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, css_.size());
    at_ = std::min(end + 1, css_.size());
    return css_.substr(start, end - start);
  }

  void add(std::size_t begin, std::string_view text) {
    found_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), std::string(text)});
  }
  void url(std::size_t begin) {
    ++at_;
    pass_space();
    std::string_view text;
    if (is_at_quote()) {
      text = string();
    } else {
      const std::size_t end = std::min(css_.find_first_of(") \t\r\n\f", at_), css_.size());
      text = css_.substr(at_, end - at_);
    }
    at_ = std::min(css_.find(')', at_), css_.size() - 1) + 1;
    add(begin, text);
  }
  void import(std::size_t begin) {
    pass_space();
    while (css_.substr(std::min(at_, css_.size())).starts_with("/*")) pass_comment(), pass_space();
    if (is_at_quote()) {
      const auto text = string();
      add(begin, text);
    }
  }

  std::string_view css_;
  std::size_t at_ = 0;
  std::vector<CssAddress> found_;
};

}  // namespace

std::vector<CssAddress> addresses_in_css(std::string_view css) { return Scanner(css).all(); }

bool is_on_the_net(std::string_view address) {
  if (address.starts_with("//")) return true;
  const std::size_t end = address.find_first_of(":/?#");
  return end != address.npos && end > 0 && address[end] == ':';
}

}  // namespace octavo::epub
