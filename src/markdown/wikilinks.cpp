#include "markdown/wikilinks.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/paths.h"
#include "markdown/disguise.h"
#include "markdown/prepare.h"

namespace octavo::markdown {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_letter(char character) { return (character | 0x20) >= 'a' && (character | 0x20) <= 'z'; }
bool is_digit(char character) { return character >= '0' && character <= '9'; }

// The length of "https:" and the like; a single letter is a drive of Windows.
std::size_t scheme_length(std::string_view url) {
  std::size_t end = 0;
  while (end < url.size() && (is_letter(url[end]) || (end > 0 && (is_digit(url[end]) || url[end] == '+' ||
                                                                  url[end] == '.' || url[end] == '-')))) {
    ++end;
  }
  return end >= 2 && end < url.size() && url[end] == ':' ? end + 1 : 0;
}

// A name without the comments and tabs in it.
std::string plain(std::string_view text) {
  std::string result(text);
  if (text.find(inside_comment) == text.npos && text.find('\t') == text.npos) return result;
  std::erase(result, inside_comment);
  std::replace(result.begin(), result.end(), '\t', ' ');
  return result;
}

// "A#B#^id" after the first "#" into headings and block.
void split_fragment(std::string_view fragment, book::ToName& target) {
  for (bool more = true; more;) {
    const auto next = fragment.find('#');
    const auto part = trimmed(fragment.substr(0, next));
    if (part.starts_with('^')) {
      target.block = plain(part.substr(1));
    } else if (!part.empty()) {
      target.headings.push_back(plain(part));
    }
    more = next != std::string_view::npos;
    if (more) fragment.remove_prefix(next + 1);
  }
}

// The first "#" that is not written "\#".
std::size_t fragment_mark(std::string_view text) {
  auto at = text.find('#');
  while (at != std::string_view::npos && at > 0 && text[at - 1] == '\\') at = text.find('#', at + 1);
  return at;
}

}  // namespace

std::optional<Wikilink> wikilink(std::string_view inside, config::WikilinkOrder order) {
  Wikilink result;
  const auto bar = inside.find('|');
  const bool has_bar = bar != std::string_view::npos;
  result.is_escaped = has_bar && bar > 0 && inside[bar - 1] == '\\';
  const auto left = inside.substr(0, bar - (result.is_escaped ? 1 : 0));
  const auto right = has_bar ? inside.substr(bar + 1) : std::string_view();
  const bool is_turned = order == config::WikilinkOrder::title_first && !trimmed(right).empty();
  const auto target = trimmed(is_turned ? right : left), alias = is_turned ? left : right;
  result.target.has_alias = !trimmed(alias).empty();
  result.alias = result.target.has_alias ? static_cast<std::size_t>(alias.data() - inside.data()) : inside.size();
  result.alias_end = result.target.has_alias ? result.alias + alias.size() : inside.size();
  result.as_written = plain(target);
  const auto mark = fragment_mark(target);
  result.target.note = mark == std::string_view::npos ? result.as_written : plain(trimmed(target.substr(0, mark)));
  for (std::size_t at = 0; (at = result.target.note.find("\\#", at)) != std::string::npos; ++at) {
    result.target.note.erase(at, 1);
  }
  if (mark != std::string_view::npos) split_fragment(target.substr(mark + 1), result.target);
  if (result.target.note.empty() && result.target.headings.empty() && result.target.block.empty())
    return std::nullopt;
  const auto scheme = scheme_length(target);
  result.is_url = scheme != 0 && (target.substr(scheme, 2) == "//" || target.substr(0, scheme) == "mailto:");
  return result;
}

bool names_something(std::string_view inside) {
  const bool begins_with_name = !inside.empty() && (is_letter(inside.front()) || is_digit(inside.front()));
  return begins_with_name || wikilink(inside).has_value();
}

book::Target markdown_target(std::string_view url) {
  if (url.starts_with("[[") && url.ends_with("]]")) {  // [label]([[page]]), as some outliners write it
    if (auto inner = wikilink(url.substr(2, url.size() - 4))) {
      inner->target.has_alias = true;
      return inner->target;
    }
  }
  if (url.starts_with("//")) return book::ToUrl{"https:" + std::string(url)};
  if (const auto length = scheme_length(url)) {
    std::string scheme(url.substr(0, length));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c == ':' ? c : static_cast<char>(c | 0x20); });
    // What a reading system would run instead of open.
    if (scheme == "javascript:" || scheme == "vbscript:" || scheme == "data:") return book::ToNothing{};
    return book::ToUrl{std::string(url)};
  }
  book::ToName target;
  target.form = book::LinkForm::markdown;
  target.has_alias = true;
  const auto mark = url.find('#');
  target.note = base::percent_decoded(url.substr(0, mark));
  if (mark != std::string_view::npos) {
    std::string fragment = base::percent_decoded(url.substr(mark + 1));
    if (fragment.starts_with('^')) {
      target.block = fragment.substr(1);
    } else if (!fragment.empty()) {
      target.headings.push_back(std::move(fragment));
    }
  }
  if (target.note.empty() && target.headings.empty() && target.block.empty()) return book::ToNothing{};
  return target;
}

std::optional<Size> picture_size(std::string_view text) {
  text = trimmed(text);
  const auto number = [&]() -> std::optional<float> {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value <= 0 || value > 100'000) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return static_cast<float>(value);
  };
  Size size;
  size.width = number();
  if (!size.width) return std::nullopt;
  if (text.empty()) return size;
  if (text.front() != 'x' && text.front() != 'X') return std::nullopt;
  text.remove_prefix(1);
  size.height = number();
  if (!size.height || !text.empty()) return std::nullopt;
  return size;
}

Size cut_size(std::string& alt) {
  const auto bar = alt.rfind('|');
  const auto size = picture_size(std::string_view(alt).substr(bar == std::string::npos ? 0 : bar + 1));
  if (!size) return {};
  alt.erase(bar == std::string::npos ? 0 : bar);
  if (alt.ends_with('\\')) alt.pop_back();
  return *size;
}

// A bar within [[note|alias]] must not end a table's cell. In code the bars come back as they were.
void hide_link_bars(std::string& text, const std::vector<Line>& lines) {
  if (text.find("[[") == std::string::npos) return;
  for (const Line& line : lines) {
    if (line.in_code) continue;
    const auto view = std::string_view(text).substr(line.begin, line.end - line.begin);
    if (view.find('|') == view.npos) continue;
    auto open = view.find("[[");
    while (open != std::string_view::npos) {
      const auto close = view.find("]]", open + 2);
      if (close == std::string_view::npos) break;
      for (auto at = view.rfind("[[", close - 1) + 2; at < close; ++at) {
        if (view[at] != '|') continue;
        text[line.begin + at] = disguised('|');
        if (view[at - 1] == '\\') text[line.begin + at - 1] = disguised('\\');
      }
      open = view.find("[[", close + 2);
    }
  }
}

}  // namespace octavo::markdown
