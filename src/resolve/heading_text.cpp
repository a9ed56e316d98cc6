#include "resolve/heading_text.h"

#include <algorithm>
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

// What typography makes of typed signs, or an author types.
bool is_typeset(char32_t code_point) {
  return std::u32string_view(U"\u2018\u2019\u201A\u2039\u203A\u201C\u201D\u201E\u00AB\u00BB\u2026\u2013\u2014").find(code_point) !=
         std::u32string_view::npos;
}

bool holds(std::string_view text, char32_t code_point) {
  return text.find(base::encoded({&code_point, 1})) != text.npos;
}

void append_single_space(std::string& text) {
  if (!text.empty() && text.back() != ' ') text += ' ';
}

// And none at either end.
std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (byte == ' ')
      append_single_space(result);
    else
      result += byte;
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
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
  return with_single_spaces(typed);
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

std::string letters_of(std::string_view text) {
  const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  std::string letters;
  bool is_after_sign = false;
  for (const char byte : base::slug(without_signs(text))) {
    if (byte == '-' || byte == '_') {
      is_after_sign = true;
      continue;
    }
    if (is_after_sign && is_digit(byte) && !letters.empty() && is_digit(letters.back())) letters += ' ';
    is_after_sign = false;
    letters += byte;
  }
  return letters;
}

bool has_signs(std::string_view text) {
  std::string whole = base::folded(text), letters = letters_of(text);
  std::erase(whole, ' ');
  std::erase(letters, ' ');
  return whole != letters;
}

bool has_signs_of(std::string_view link, std::string_view printed, std::string_view source) {
  // Signs may also be written by their names.
  if (source.empty() || source.find('&') != source.npos) return true;
  const auto is_ascii = [](std::string_view text) { return base::ascii_length(text) == text.size(); };
  if (is_ascii(link) && is_ascii(printed)) return true;  // nothing in them is typeset
  const std::u32string in_link = base::code_points(link);
  return std::ranges::all_of(base::code_points(printed), [&](char32_t one) {
           return !is_typeset(one) || !holds(source, one) || in_link.find(one) != in_link.npos;
         }) &&
         std::ranges::all_of(in_link, [&](char32_t one) { return !is_typeset(one) || holds(source, one); });
}

std::string as_linked(std::string_view printed, std::string_view source) {
  constexpr std::string_view not_in_links = "#|^[]\\%";
  const bool is_named = source.find('&') != source.npos;
  std::string typed;
  for (const char32_t one : base::code_points(printed)) {
    if (is_typeset(one) && !is_named && !holds(source, one)) {
      if (one == U'\u2013' || one == U'\u2014')
        typed += one == U'\u2013' ? "--" : "---";
      else
        append_typed(typed, one);
    } else if (one == U'\t' || one == U'\u00A0' ||
               (one < 0x80 && not_in_links.find(static_cast<char>(one)) != not_in_links.npos)) {
      typed += ' ';
    } else {
      base::append(typed, one);
    }
  }
  return with_single_spaces(typed);
}

}  // namespace octavo::resolve
