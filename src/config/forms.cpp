#include "config/forms.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::config {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_small(c) || (c >= 'A' && c <= 'Z'); }
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// XML 1.0 has no control characters but white space, and not these two. DEL it has, but no font.
bool is_unprintable(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || c == 0xFFFE || c == 0xFFFF; }

}  // namespace

std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const base::Decoded decoded = base::decode(text, at);
    result.append(is_unprintable(decoded.code_point) ? " " : text.substr(at, decoded.length));
    at += decoded.length;
  }
  return base::trimmed(result);
}

std::optional<std::string> isbn_digits(std::string_view written) {
  std::string digits;
  for (const char c : written) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != '-' && c != ' ') {
      return {};
    }
  }
  if (digits.size() != 13 || !(digits.starts_with("978") || digits.starts_with("979"))) return {};
  // ISO 2108: weights 1 and 3 by turns make a multiple of ten.
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  if (sum % 10 != 0) return {};
  return digits;
}

bool is_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (form[i] == '-' ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  const std::chrono::year year(static_cast<int>(number(text.substr(0, 4))));
  const std::chrono::month month(text.size() > 4 ? number(text.substr(5, 2)) : 1);
  const std::chrono::day day(text.size() > 7 ? number(text.substr(8, 2)) : 1);
  return (year / month / day).ok();
}

std::string first_moment(std::string_view date) {
  constexpr std::string_view start = "0000-01-01T00:00:00Z";
  return std::string(date) + std::string(start.substr(date.size()));
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !is_letter(text[0]))
    return false;
  const auto scheme = text.substr(0, colon);
  return std::ranges::all_of(scheme,
                             [](char c) { return is_alphanumeric(c) || c == '+' || c == '.' || c == '-'; }) &&
         std::ranges::none_of(text, [](unsigned char c) { return c <= ' ' || c == 0x7F; });
}

bool is_role(std::string_view code) { return code.size() == 3 && std::ranges::all_of(code, is_small); }

bool is_conformance(std::string_view text) {
  // "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
  constexpr std::string_view before = "EPUB Accessibility 1.1 - WCAG 2.", level = " Level ";
  if (!text.starts_with(before)) return false;
  text.remove_prefix(before.size());
  if (text.empty() || text.front() < '0' || text.front() > '2') return false;
  text.remove_prefix(1);
  if (!text.starts_with(level)) return false;
  text.remove_prefix(level.size());
  return text == "A" || text == "AA" || text == "AAA";
}

bool is_file_name(std::string_view name) {
  constexpr std::string_view forbidden = "/\\:*?\"<>|";
  return !name.empty() && name.front() != '.' && std::ranges::none_of(name, [&](unsigned char c) {
    return c < ' ' || c == 0x7F || forbidden.find(static_cast<char>(c)) != std::string_view::npos;
  });
}

}  // namespace octavo::config
