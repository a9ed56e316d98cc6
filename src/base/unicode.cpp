#include "base/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "base/bytes.h"
#include "base/failure.h"
#include "base/utf8.h"

namespace octavo::base {

namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Failure(std::string("the Unicode library refuses: ") + u_errorName(status));
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

bool is_ascii(std::string_view text) { return ascii_length(text) == text.size(); }

bool is_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)); }

std::string normalized(std::string_view text, const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = instance(status);
  check(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  normalizer->normalizeUTF8(0, piece(text), sink, nullptr, status);
  check(status);
  return result;
}

std::string case_folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  check(status);
  return result;
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    if (is_space(decoded.code_point)) {
      after_space = true;
    } else {
      if (after_space && !result.empty()) result += ' ';
      after_space = false;
      result.append(text, at, decoded.length);
    }
    at += decoded.length;
  }
  return result;
}

// Nearly every name: the whole fold without a table.
std::string folded_ascii(std::string_view text) {
  std::string result(text);
  for (char& byte : result) byte = small_ascii(byte);
  // Mostly there is no space too many.
  const auto is_odd = [](char left, char right) { return (right < ' ') | ((left == ' ') & (right == ' ')); };
  if (!text.starts_with(' ') && !text.ends_with(' ') && !any_pair(text, is_odd)) return result;
  std::size_t length = 0;
  bool after_space = false;
  for (const char byte : text) {
    if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
      after_space = true;
      continue;
    }
    if (after_space && length > 0) result[length++] = ' ';
    after_space = false;
    result[length++] = small_ascii(byte);
  }
  result.resize(length);
  return result;
}

bool is_combining_diacritic(char32_t code_point) { return code_point >= 0x300 && code_point <= 0x36F; }

// What Ruby's \p{Word} takes, which GitHub keeps in an address.
bool is_word(char32_t code_point) {
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) &
          (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0;
}

// ICU's function for one case, which knows what is particular to a language.
using CaseFunction = void (*)(const char*, std::uint32_t, icu::StringPiece, icu::ByteSink&, icu::Edits*, UErrorCode&);

std::string cased(CaseFunction mapped, std::string_view text, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
  mapped(std::string(language).c_str(), 0, piece(text), sink, nullptr, status);
  check(status);
  return result;
}

}  // namespace

std::string nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : normalized(text, &icu::Normalizer2::getNFCInstance);
}

std::string folded(std::string_view text) {
  return is_ascii(text) ? folded_ascii(text) : with_single_spaces(nfc(case_folded(nfc(text))));
}

std::string slug(std::string_view text) {
  const std::string name = folded(text);
  std::string result;
  result.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    const Decoded decoded = decode(name, at);
    const char32_t code_point = decoded.code_point;
    const bool is_ascii_word = (code_point >= 'a' && code_point <= 'z') || (code_point >= '0' && code_point <= '9');
    if (code_point == ' ') {
      result += '-';
    } else if (is_ascii_word || code_point == '-' || is_word(code_point)) {
      result.append(name, at, decoded.length);
    }
    at += decoded.length;
  }
  return result;
}

// Only the marks of Latin, Greek and Cyrillic go: in other scripts a mark can be a vowel.
std::string unmarked(std::string_view text) {
  if (is_ascii(text)) return folded(text);
  const std::string decomposed = normalized(text, &icu::Normalizer2::getNFDInstance);
  std::string letters;
  letters.reserve(decomposed.size());
  for (std::size_t at = 0; at < decomposed.size();) {
    const Decoded decoded = decode(decomposed, at);
    if (!is_combining_diacritic(decoded.code_point)) letters.append(decomposed, at, decoded.length);
    at += decoded.length;
  }
  return folded(letters);
}

std::string upper(std::string_view text, std::string_view language) {
  return cased(icu::CaseMap::utf8ToUpper, text, language);
}

std::string lower(std::string_view text, std::string_view language) {
  return cased(icu::CaseMap::utf8ToLower, text, language);
}

std::string capitalized(std::string_view text) {
  std::string result;
  bool is_inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = decode(text, at);
    const auto character = static_cast<UChar32>(code_point);
    const bool is_letter = u_isalnum(character);
    if (is_letter && !is_inside) append(result, static_cast<char32_t>(u_totitle(character)));
    else result += text.substr(at, length);
    is_inside = is_letter || (is_inside && (code_point == '\'' || code_point == U'\u2019' || u_charType(character) == U_NON_SPACING_MARK));
    at += length;
  }
  return result;
}

bool is_of_spaced_word(char32_t code_point) {
  const auto character = static_cast<UChar32>(code_point);
  const int kind = u_getIntPropertyValue(character, UCHAR_LINE_BREAK);
  return u_isalpha(character) && (kind == U_LB_ALPHABETIC || kind == U_LB_HEBREW_LETTER);
}

bool is_capital(char32_t code_point) { return u_isupper(static_cast<UChar32>(code_point)) != 0; }

std::string trimmed(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    const Decoded decoded = decode(text, begin);
    if (!is_space(decoded.code_point)) break;
    begin += decoded.length;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!is_space(decode(text, last).code_point)) break;
    end = last;
  }
  return std::string(text.substr(begin, end - begin));
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, length] = decode(text, at);
    at += length;
    if (!is_space(code_point) && !u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
  }
  return true;
}

}  // namespace octavo::base
