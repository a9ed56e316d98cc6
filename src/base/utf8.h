#pragma once
// UTF-8 as bytes and code points, without tables of characters (those are in unicode.h).
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace octavo::base {

struct Decoded {
  char32_t code_point = 0xFFFD;
  std::size_t length = 1;  // bytes
};

Decoded decode_long(std::string_view text, std::size_t at);  // for decode(): of what is not ASCII
// at < text.size(); a bad byte is U+FFFD of length 1
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Decoded{byte, 1} : decode_long(text, at);
}
// How many bytes from `at` on are ASCII.
std::size_t ascii_length(std::string_view text, std::size_t at = 0);
void append(std::string& text, char32_t code_point);
std::u32string code_points(std::string_view text);
std::string encoded(std::u32string_view text);
std::size_t length_in_code_points(std::string_view text);
// The offset of the first byte that is not UTF-8 (overlong forms and surrogates included), or nothing.
std::optional<std::size_t> first_bad_byte(std::string_view text);

}  // namespace octavo::base
