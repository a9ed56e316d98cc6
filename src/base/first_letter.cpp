#include "base/first_letter.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>

#include "base/failure.h"
#include "base/utf8.h"

namespace octavo::base {
namespace {

// Ps, Pe, Pi, Pf and Po: no dashes.
bool is_punctuation(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PO_MASK)) != 0;
}
bool is_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
// French sets one of these within its quotation marks.
bool is_unbroken_space(char32_t c) { return c == 0xA0 || c == 0x202F; }

template <class Is>
std::size_t end_of(std::string_view text, std::size_t at, Is is) {
  while (at < text.size()) {
    const auto [c, length] = decode(text, at);
    if (!is(c)) break;
    at += length;
  }
  return at;
}

std::size_t end_of_cluster(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 64;  // bytes: no cluster that anybody reads has more
  std::size_t end = std::min(at + longest, text.size());
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> clusters(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw Failure(std::string("the Unicode library refuses: ") + u_errorName(status));
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8({text.data() + at, static_cast<std::int32_t>(end - at)});
  clusters->setText(units);
  const std::int32_t first = clusters->next();
  for (std::int32_t unit = 0; unit < first; unit += U16_LENGTH(units.char32At(unit))) at += decode(text, at).length;
  return at;
}

}  // namespace

FirstLetter first_letter(std::string_view text) {
  FirstLetter result;
  result.begin = end_of(text, 0, is_space);
  result.letter = end_of(text, result.begin, is_punctuation);
  if (result.letter > result.begin) result.letter = end_of(text, end_of(text, result.letter, is_unbroken_space), is_punctuation);
  result.end = result.after = result.letter;
  if (result.letter == text.size() || is_space(decode(text, result.letter).code_point)) return result;
  result.end = end_of_cluster(text, result.letter);
  result.after = end_of(text, result.end, is_punctuation);
  return result;
}

}  // namespace octavo::base
