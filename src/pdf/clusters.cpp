#include "pdf/clusters.h"

#include "base/utf8.h"

namespace octavo::pdf {
namespace {

bool is_white_space(char32_t c) {
  return c <= ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

// Nothing is seen of them, and a search for the word should not stumble over them.
bool only_steers_breaking(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

bool is_invisible_alone(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = base::decode(text, at);
    at += length;
    const bool joins_or_varies = (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                                 (c >= 0x2066 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F);
    if (!joins_or_varies) return false;
  }
  return true;
}

}  // namespace

std::string_view readable(std::string_view text, bool& space_follows, std::string& scratch) {
  scratch.clear();
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = base::decode(text, at);
    if (is_white_space(code_point)) {
      scratch += ' ';
    } else if (!only_steers_breaking(code_point)) {
      scratch += text.substr(at, length);
    }
    at += length;
  }
  const std::size_t last = scratch.find_last_not_of(' ');
  space_follows = last != std::string::npos && last + 1 < scratch.size();
  if (space_follows) scratch.resize(last + 1);
  if (last == std::string::npos && scratch.size() > 1) scratch.resize(1);
  if (is_invisible_alone(scratch)) scratch.clear();
  return scratch;
}

}  // namespace octavo::pdf
