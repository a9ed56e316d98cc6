#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace octavo::base {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The well-formed sequence at `at`, or length 0. Table 3-7 of the Unicode standard.
Decoded well_formed(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || text.size() - at < length) return {0xFFFD, 0};
  char32_t code_point = lead & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {0xFFFD, 0};
    code_point = code_point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3F);
  }
  const bool overlong = (length == 3 && code_point < 0x800) || (length == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {0xFFFD, 0};
  return {code_point, length};
}

}  // namespace

std::size_t ascii_length(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at - begin;
}

Decoded decode_long(std::string_view text, std::size_t at) {
  const Decoded decoded = well_formed(text, at);
  return {decoded.code_point, std::max<std::size_t>(decoded.length, 1)};
}

void append(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += static_cast<char>(0xC0 | code_point >> 6);
    tail(0);
  } else if (code_point < 0x10000) {
    text += static_cast<char>(0xE0 | code_point >> 12);
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | code_point >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::u32string code_points(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    result += decoded.code_point;
    at += decoded.length;
  }
  return result;
}

std::string encoded(std::u32string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char32_t code_point : text) append(result, code_point);
  return result;
}

std::size_t length_in_code_points(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); ++length) at += decode(text, at).length;
  return length;
}

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  for (std::size_t at = ascii_length(text); at < text.size();) {
    const Decoded decoded = well_formed(text, at);
    if (decoded.length == 0) return at;
    at += decoded.length;
    at += ascii_length(text, at);
  }
  return std::nullopt;
}

}  // namespace octavo::base
