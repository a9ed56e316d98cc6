#include "resolve/heading_text.h"

#include <array>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::resolve {

namespace {

void append_typed(std::string& text, char32_t code_point) {
  switch (code_point) {
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u2039':
    case U'\u203A':
      text += '\'';
      break;
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
      text += '"';
      break;
    case U'\u2026':
      text += "...";
      break;
    case U'\u00A0':
    case U'\u202F':
    case U'\u2009':
    case U'\t':
      text += ' ';
      break;
    case U'\u00AD':
      break;
    case U'-':
    case U'\u2010':
    case U'\u2011':
    case U'\u2013':
    case U'\u2014':
      // However many hyphens were typed for a dash.
      if (!text.ends_with('-')) text += '-';
      break;
    default:
      base::append(text, code_point);
  }
}

void append_single_space(std::string& text) {
  if (!text.empty() && text.back() != ' ') text += ' ';
}

}  // namespace

std::string as_typed(std::string_view text) {
  // Mostly it is that already.
  bool is_typed = base::ascii_length(text) == text.size() && !text.starts_with(' ') && !text.ends_with(' ');
  for (std::size_t i = 0; is_typed && i < text.size(); ++i) {
    const bool is_pair = i > 0 && text[i] == text[i - 1] && (text[i] == ' ' || text[i] == '-');
    is_typed = text[i] != '\t' && !is_pair;
  }
  if (is_typed) return std::string(text);
  const std::string composed = base::nfc(text);
  std::string typed;
  for (std::size_t at = 0; at < composed.size();) {
    const base::Decoded decoded = base::decode(composed, at);
    append_typed(typed, decoded.code_point);
    at += decoded.length;
  }
  std::string result;
  for (const char byte : typed) {
    if (byte == ' ')
      append_single_space(result);
    else
      result += byte;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string without_signs(std::string_view text) {
  static constexpr auto signs = [] {
    std::array<bool, 256> table{};
    for (const char sign : std::string_view("!\"#$%&()*+,.:;<=>?@^`{|}~/[]\\_ ")) table[static_cast<unsigned char>(sign)] = true;
    return table;
  }();
  std::string result;
  for (const char byte : as_typed(text)) {
    if (!signs[static_cast<unsigned char>(byte)])
      result += byte;
    else
      append_single_space(result);
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

}  // namespace octavo::resolve
