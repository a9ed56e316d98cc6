#include "markdown/attributes.h"

#include "base/unicode.h"

namespace octavo::markdown {

namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string_view without_trailing_space(std::string_view text) {
  const auto last = text.find_last_not_of(white_space);
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

bool is_id_character(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-';
}

}  // namespace

std::optional<std::string> cut_attributes(std::string_view& content) {
  const auto text = without_trailing_space(content);
  if (!text.ends_with('}')) return std::nullopt;
  const auto open = text.rfind('{');
  if (open == std::string_view::npos || (open > 0 && text[open - 1] == '\\')) return std::nullopt;
  std::string id;
  std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  bool is_attribute_list = false;
  while (true) {
    inside.remove_prefix(std::min(inside.find_first_not_of(white_space), inside.size()));
    if (inside.empty()) break;
    const auto word = inside.substr(0, inside.find_first_of(white_space));
    if (word.front() != '#' && word.front() != '.' && word.find('=') == std::string_view::npos)
      return std::nullopt;
    is_attribute_list = true;
    if (word.front() == '#' && id.empty()) id = word.substr(1);
    inside.remove_prefix(word.size());
  }
  if (!is_attribute_list) return std::nullopt;
  content = without_trailing_space(text.substr(0, open));
  return id;
}

std::string cut_block_id(std::string_view& content) {
  const auto text = without_trailing_space(content);
  auto begin = text.size();
  while (begin > 0 && is_id_character(text[begin - 1])) --begin;
  if (begin == text.size() || begin == 0 || text[begin - 1] != '^') return "";
  const auto caret = begin - 1;
  if (caret > 0 && white_space.find(text[caret - 1]) == std::string_view::npos) return "";
  content = without_trailing_space(text.substr(0, caret));
  return std::string(text.substr(begin));
}

std::optional<InvalidId> invalid_block_id(std::string_view content) {
  if (content.find('^') == content.npos) return std::nullopt;
  const auto text = without_trailing_space(content);
  const auto space = text.find_last_of(white_space);
  const std::size_t caret = space == std::string_view::npos ? 0 : space + 1;
  if (caret + 1 >= text.size() || text[caret] != '^') return std::nullopt;
  InvalidId found{caret, text.size(), {}};
  bool has_letter = false;
  for (const char c : text.substr(caret + 1)) {
    const bool is_foreign = (static_cast<unsigned char>(c) & 0x80) != 0;
    if (!is_id_character(c) && c != '_' && !is_foreign) return std::nullopt;
    has_letter |= is_foreign || (c | 0x20) >= 'a';
  }
  if (!has_letter || text[caret + 1] == '_') return std::nullopt;
  // "ö" is written "o": what is unmarked and still no Latin letter goes.
  for (const char c : base::unmarked(text.substr(caret + 1))) {
    if (c == '_' && !found.nearest.empty()) found.nearest += '-';
    if (is_id_character(c)) found.nearest += c;
  }
  return found;
}

}  // namespace octavo::markdown
