#pragma once
// The bytes of a text: ASCII, and questions asked without branches, so that the compiler asks many at once.
#include <cstddef>
#include <string_view>

namespace octavo::base {

constexpr char small_ascii(char byte) { return static_cast<char>(byte + (((byte >= 'A') & (byte <= 'Z')) ? 'a' - 'A' : 0)); }

constexpr bool is_ascii_letter(char byte) { return small_ascii(byte) >= 'a' && small_ascii(byte) <= 'z'; }

// `is_one(char)` must do without branches too: "|" for "||".
template <class Predicate>
bool any_byte(std::string_view text, const Predicate& is_one) {
  unsigned char found = 0;
  for (const char byte : text) found |= static_cast<unsigned char>(is_one(byte));
  return found != 0;
}

// The same of two bytes in a row. A byte alone is asked about beside a zero: is_pair('\0', first).
template <class Predicate>
bool any_pair(std::string_view text, const Predicate& is_pair) {
  if (text.empty()) return false;
  unsigned char found = is_pair('\0', text.front());
  for (std::size_t i = 1; i < text.size(); ++i) found |= static_cast<unsigned char>(is_pair(text[i - 1], text[i]));
  return found != 0;
}

}  // namespace octavo::base
