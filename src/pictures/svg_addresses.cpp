#include "pictures/svg_addresses.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace octavo::pictures {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& letter : result)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return result;
}

bool is_space(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }

bool is_raster_data(std::string_view address) {
  constexpr std::array<std::string_view, 5> types = {"png", "jpeg", "jpg", "gif", "webp"};
  const std::string start = lower(address.substr(0, 32));
  return std::any_of(types.begin(), types.end(), [&](std::string_view type) {
    const std::string wanted = "data:image/" + std::string(type);
    return start.starts_with(wanted) && start.size() > wanted.size() &&
           (start[wanted.size()] == ';' || start[wanted.size()] == ',');
  });
}

// CSS with its escapes resolved (CSS Syntax 3, 4.3.7) and in small letters, so that `\75RL(` is read as what
// it is.
std::string plain_css(std::string_view css) {
  std::string plain;
  plain.reserve(css.size());
  for (std::size_t at = 0; at < css.size();) {
    if (css[at] != '\\') {
      plain += css[at++];
      continue;
    }
    char32_t code = 0;
    std::size_t digits = 0;
    for (++at; at < css.size() && digits < 6; ++at, ++digits) {
      const char letter = css[at];
      const int value = letter >= '0' && letter <= '9'   ? letter - '0'
                        : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
                        : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                                                         : -1;
      if (value < 0) break;
      code = code * 16 + static_cast<char32_t>(value);
    }
    if (digits == 0) {  // what stands behind the backslash stands for itself
      if (at < css.size()) plain += css[at++];
      continue;
    }
    if (at < css.size() && is_space(css[at])) ++at;
    base::append(plain, code > 0x10FFFF ? 0xFFFD : code);
  }
  return lower(plain);
}

// True if a url() in it would have something fetched. Fonts and raster pictures inside the file are no
// fetching.
bool has_outer_url(std::string_view css) {
  for (std::size_t at = css.find("url("); at != std::string_view::npos; at = css.find("url(", at)) {
    at += 4;
    while (at < css.size() && (is_space(css[at]) || css[at] == '"' || css[at] == '\'')) ++at;
    const std::string_view address = css.substr(at);
    const bool is_font = address.starts_with("data:font/") || address.starts_with("data:application/font") ||
                         address.starts_with("data:application/x-font");
    if (!is_font && !stays_inside(address)) return true;
  }
  return false;
}

}  // namespace

bool stays_inside(std::string_view address) {
  while (!address.empty() && is_space(address.front())) address.remove_prefix(1);
  return address.starts_with('#') || is_raster_data(address);
}

bool is_outer_value(std::string_view value) {
  return value.find_first_of("(\\") != std::string_view::npos && has_outer_url(plain_css(value));
}

bool is_outer_style(std::string_view style) {
  const std::string css = plain_css(style);
  // Besides url(), these fetch what a plain string names.
  for (const std::string_view word : {"@import", "image-set(", "image(", "src("})
    if (css.find(word) != std::string::npos) return true;
  return has_outer_url(css);
}

}  // namespace octavo::pictures
