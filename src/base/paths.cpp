#include "base/paths.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "base/bytes.h"
#include "base/utf8.h"

namespace octavo::base {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

int hex_value(char digit) {
  if (is_digit(digit)) return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

void append_escaped(std::string& text, char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  text += {'%', digits[value >> 4], digits[value & 15]};
}

// Takes the run of digits at `at` off the text, without its leading zeros.
std::string_view take_number(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::string_view digits = text.substr(begin, at - begin);
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

// Below every character, so that "a/x" comes before "a b" as the folder "a" comes before the folder "a b".
std::uint32_t weight(char32_t code_point) {
  if (code_point == '/') return 0;
  if (code_point < 0x80) return static_cast<std::uint32_t>(small_ascii(static_cast<char>(code_point))) + 1;
  return static_cast<std::uint32_t>(u_foldCase(static_cast<UChar32>(code_point), 0)) + 1;
}

}  // namespace

std::string join(std::string_view folder, std::string_view path) {
  if (folder.empty()) return std::string(path);
  while (!path.empty() && path.front() == '/') path.remove_prefix(1);
  std::string joined(folder);
  if (!path.empty() && joined.back() != '/') joined += '/';
  return joined.append(path);
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return std::string(path.substr(0, std::max<std::size_t>(slash, 1)));
}

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::string stem_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return std::string(name.substr(0, dot == 0 ? dot - 1 : dot));
}

std::string extension_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot + 1));
  for (char& byte : extension) byte = small_ascii(byte);
  return extension;
}

std::string normal(std::string_view path) {
  const bool absolute = path.starts_with('/');
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, end - at);
    at = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (!parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!absolute) {
      parts.push_back(part);
    }
  }
  std::string result(absolute ? "/" : "");
  result.reserve(path.size());
  for (const std::string_view& part : parts) {
    if (&part != &parts.front()) result += '/';
    result += part;
  }
  return result;
}

bool climbs(std::string_view normal_path) { return normal_path == ".." || normal_path.starts_with("../"); }

std::string relative(std::string_view path, std::string_view folder) {
  std::string climbed;
  std::string above(folder);
  const auto is_start = [&] { return above.empty() || above == "/"; };
  const auto holds = [&] {
    return is_start() || (path.starts_with(above) && path.substr(above.size()).starts_with('/'));
  };
  for (; !holds(); above = folder_of(above)) climbed += "../";
  return climbed.append(path.substr(is_start() ? above.size() : above.size() + 1));
}

bool natural_less(std::string_view left, std::string_view right) {
  std::size_t l = 0, r = 0;
  while (l < left.size() && r < right.size()) {
    if (is_digit(left[l]) && is_digit(right[r])) {
      const std::string_view left_number = take_number(left, l), right_number = take_number(right, r);
      if (left_number.size() != right_number.size()) return left_number.size() < right_number.size();
      if (left_number != right_number) return left_number < right_number;
      continue;
    }
    const Decoded left_letter = decode(left, l), right_letter = decode(right, r);
    const std::uint32_t left_weight = weight(left_letter.code_point),
                        right_weight = weight(right_letter.code_point);
    if (left_weight != right_weight) return left_weight < right_weight;
    l += left_letter.length;
    r += right_letter.length;
  }
  if (l < left.size() || r < right.size()) return r < right.size();
  return left < right;  // "a" and "A", "1" and "01": any order, but always the same
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size()) {
      const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
      if (high >= 0 && low >= 0) {
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
        continue;
      }
    }
    decoded += text[at];
  }
  return decoded;
}

std::string ascii_uri(std::string_view address) {
  const auto is_hex = [&](std::size_t at) { return at < address.size() && hex_value(address[at]) >= 0; };
  std::string uri;
  const std::size_t fragment = address.find('#');
  for (std::size_t at = 0; at < address.size(); ++at) {
    const char c = address[at];
    const bool is_escape = c == '%' && is_hex(at + 1) && is_hex(at + 2);
    const bool is_allowed =
        c > ' ' && c < 127 && std::string_view("\"<>[]\\^`{|}%").find(c) == std::string_view::npos && (c != '#' || at == fragment);
    if (is_allowed || is_escape)
      uri += c;
    else
      append_escaped(uri, c);
  }
  return uri;
}

std::string percent_encoded(std::string_view path) {
  std::string encoded;
  encoded.reserve(path.size());
  for (const char byte : path) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter || is_digit(byte) || std::string_view("-._~/").find(byte) != std::string_view::npos) {
      encoded += byte;
    } else {
      append_escaped(encoded, byte);
    }
  }
  return encoded;
}

}  // namespace octavo::base
