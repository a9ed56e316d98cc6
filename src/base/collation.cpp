#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/uchar.h>

#include "base/failure.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::base {

namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw Failure(std::string("the Unicode library cannot sort: ") + u_errorName(status));
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

// Quotation marks and other signs before the first letter or digit count for nothing in an order for people.
std::string_view from_first_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    if (u_isalnum(static_cast<UChar32>(decoded.code_point))) return text.substr(at);
    at += decoded.length;
  }
  return text;
}

}  // namespace

struct Collator::State {
  std::unique_ptr<icu::Collator> collator;
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> letters;
  std::string language;

  std::int32_t bucket_index(std::string_view text) const {
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t index = letters->getBucketIndex(utf16(text), status);
    check(status);
    return index;
  }
};

Collator::Collator(std::string_view language) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale =
      icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, status);
  if (U_FAILURE(status) ||
      locale.isBogus()) {  // an unknown language is sorted like any other, by the root's order
    status = U_ZERO_ERROR;
    locale = icu::Locale::getRoot();
  }
  state_->language = language;
  state_->collator.reset(icu::Collator::createInstance(locale, status));
  check(status);
  state_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  icu::AlphabeticIndex index(locale, status);
  check(status);
  state_->letters.reset(index.buildImmutableIndex(status));
  check(status);
}

Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;

// The group's place leads, so that each letter is one stretch even where a language sorts two scripts under
// one letter (pinyin and Latin); the text itself ends the key, so that only equal texts have equal keys.
std::string Collator::key(std::string_view text) const {
  const std::string_view sorted_by = from_first_letter(text);
  const icu::UnicodeString units = utf16(sorted_by);
  const std::int32_t bucket = state_->bucket_index(sorted_by);
  std::string result;
  result += static_cast<char>(bucket >> 8);
  result += static_cast<char>(bucket & 0xFF);
  const std::size_t begin = result.size();
  const std::int32_t needed = state_->collator->getSortKey(units, nullptr, 0);
  result.resize(begin + static_cast<std::size_t>(needed));
  state_->collator->getSortKey(units, reinterpret_cast<std::uint8_t*>(result.data() + begin), needed);
  return result.append(text);
}

std::string Collator::initial(std::string_view text) const {
  const std::string_view sorted_by = from_first_letter(text);
  const icu::AlphabeticIndex::Bucket* bucket = state_->letters->getBucket(state_->bucket_index(sorted_by));
  if (bucket && bucket->getLabelType() == U_ALPHAINDEX_NORMAL) {
    std::string label;
    bucket->getLabel().toUTF8String(label);
    return label;
  }
  // A letter of another script than the language's.
  if (sorted_by.empty() || !u_isalpha(static_cast<UChar32>(decode(sorted_by, 0).code_point))) return "#";
  const std::string letter = unmarked(sorted_by.substr(0, decode(sorted_by, 0).length));
  return upper(letter, state_->language);
}

}  // namespace octavo::base
