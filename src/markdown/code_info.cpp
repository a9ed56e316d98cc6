#include "markdown/code_info.h"

#include <algorithm>

namespace octavo::markdown {

namespace {

constexpr std::string_view separators = " \t,{}";

// The first word that is wanted, or "".
template <class Wanted>
std::string_view first_word(std::string_view info, const Wanted& wanted) {
  for (std::size_t at = 0; at < info.size();) {
    const std::size_t end = std::min(info.find_first_of(separators, at), info.size());
    const std::string_view word = info.substr(at, end - at);
    if (wanted(word)) return word;
    at = end + 1;
  }
  return {};
}

// The first word that begins with `head` and goes on, without it; nothing is found as "".
std::string_view word_behind(std::string_view info, std::string_view head) {
  const auto word = first_word(info, [&](std::string_view one) { return one.size() > head.size() && one.starts_with(head); });
  return word.empty() ? word : word.substr(head.size());
}

bool has_word(std::string_view info, std::string_view wanted) {
  return !first_word(info, [&](std::string_view word) { return word == wanted; }).empty();
}

enum class Showing { as_it_is, without_first_sign, not_at_all };

// `text`: the line from its first character that is no white space on.
Showing showing_in_rust(std::string_view text) {
  if (!text.starts_with('#')) return Showing::as_it_is;
  if (text.size() == 1 || text[1] == ' ') return Showing::not_at_all;
  return text[1] == '#' ? Showing::without_first_sign : Showing::as_it_is;
}

}  // namespace

std::string code_language(std::string_view info) {
  info.remove_prefix(std::min(info.find_first_not_of(" \t"), info.size()));
  if (!info.starts_with('{')) return std::string(info.substr(0, info.find_first_of(separators)));
  info.remove_prefix(1);
  if (const auto language = word_behind(info, "."); !language.empty()) return std::string(language);
  info.remove_prefix(std::min(info.find_first_not_of(" \t"), info.size()));
  const std::string_view word = info.substr(0, info.find_first_of(separators));
  const bool is_name = word.find_first_of("#=") == std::string_view::npos;
  return is_name ? std::string(word) : "";
}

std::string shown_code(std::string code, std::string_view language, std::string_view info) {
  const std::string_view prefix = word_behind(info, "hidelines=");
  const bool is_rust = language == "rust";
  if ((!is_rust && prefix.empty()) || has_word(info, "editable")) return code;
  std::string shown;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t end = std::min(code.find('\n', at), code.size() - 1) + 1;
    const std::string_view line = std::string_view(code).substr(at, end - at);
    const auto indent = std::min(line.find_first_not_of(" \t"), line.size());
    std::string_view text = line.substr(indent);
    if (text.ends_with('\n')) text.remove_suffix(1);
    const Showing showing = !prefix.empty() && text.starts_with(prefix) ? Showing::not_at_all
                            : is_rust                                   ? showing_in_rust(text)
                                                                        : Showing::as_it_is;
    if (showing == Showing::as_it_is) shown += line;
    if (showing == Showing::without_first_sign)
      shown.append(line.substr(0, indent)).append(line.substr(indent + 1));
    at = end;
  }
  return shown;
}

}  // namespace octavo::markdown
