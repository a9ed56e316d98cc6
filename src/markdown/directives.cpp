#include "markdown/directives.h"

#include <algorithm>
#include <array>
#include <optional>

namespace octavo::markdown {

namespace {

constexpr std::string_view white_space = " \t";

bool is_name(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

std::optional<DirectiveKind> kind_of(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, DirectiveKind>, 5> kinds = {{
      {"include", DirectiveKind::include},
      {"rustdoc_include", DirectiveKind::rustdoc_include},
      {"playground", DirectiveKind::playground},
      {"playpen", DirectiveKind::playground},  // its name until 2020
      {"title", DirectiveKind::title},
  }};
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == name; });
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

// The first word of the text, which is taken off it.
std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(white_space));
  text.remove_prefix(word.size());
  return word;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Directive> run() {
    for (std::size_t at = text_.find("{{"); at != std::string_view::npos; at = text_.find("{{", at)) {
      at = try_at(at);
    }
    return std::move(found_);
  }

 private:
  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  std::size_t behind_white_space(std::size_t at) const {
    return std::min(text_.find_first_not_of(white_space, at), text_.size());
  }

  // Where to look on.
  std::size_t try_at(std::size_t open) {
    const std::size_t sign = behind_white_space(open + 2);
    if (char_at(sign) != '#') return open + 1;
    std::size_t name_end = sign + 1;
    while (is_name(char_at(name_end))) ++name_end;
    const auto kind = kind_of(text_.substr(sign + 1, name_end - sign - 1));
    if (!kind) return name_end;
    const std::size_t close = closing_from(name_end);
    if (char_at(close) != '}' || char_at(close + 1) != '}') return name_end;
    const std::size_t end = close + 2;
    if (open > 0 && text_[open - 1] == '\\') {
      add({.kind = DirectiveKind::escape}, open - 1, open);
      return end;
    }
    std::string_view rest = text_.substr(name_end, close - name_end);
    const bool is_parted = white_space.find(char_at(name_end)) != std::string_view::npos;
    if (!is_parted || rest.find_first_not_of(white_space) == std::string_view::npos) return end;
    if (*kind == DirectiveKind::title) {
      rest.remove_prefix(rest.find_first_not_of(white_space));
      add({.kind = *kind, .title = rest.substr(0, rest.find_last_not_of(white_space) + 1)}, open, end);
      return end;
    }
    Directive one{.kind = *kind, .path = take_word(rest)};
    one.attributes = rest.substr(std::min(rest.find_first_not_of(white_space), rest.size()));
    if (const auto colon = one.path.find(':');
        *kind != DirectiveKind::playground && colon != std::string_view::npos) {
      one.selection = one.path.substr(colon + 1);
      one.path = one.path.substr(0, colon);
    }
    add(one, open, end);
    return end;
  }

  void add(Directive one, std::size_t begin, std::size_t end) {
    one.begin = static_cast<std::uint32_t>(begin);
    one.end = static_cast<std::uint32_t>(end);
    found_.push_back(one);
  }

  // The first brace or line end; kept, so that a line of directives that never close is read once.
  std::size_t closing_from(std::size_t at) {
    if (closing_ < at) closing_ = std::min(text_.find_first_of("}\r\n", at), text_.size());
    return closing_;
  }

  std::string_view text_;
  std::vector<Directive> found_;
  std::size_t closing_ = 0;
};

}  // namespace

std::vector<Directive> directives(std::string_view text) { return Finder(text).run(); }

}  // namespace octavo::markdown
