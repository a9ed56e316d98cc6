// The door's Hyphenation: which dictionary, what is a letter, and the cache of words.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <deque>
#include <optional>

#include "base/files.h"
#include "base/text_map.h"
#include "base/utf8.h"
#include "glyphs/dictionaries.h"
#include "glyphs/glyphs.h"
#include "glyphs/patterns.h"

namespace octavo::glyphs {
namespace {

constexpr std::size_t longest_word = 300;  // bytes; what is longer is no word

struct Dictionary {
  std::string language;
  std::optional<Patterns> patterns;
  base::TextMap<std::vector<std::uint32_t>> known;
};

// Lower-case letters, with the byte each begins at. A letter and its mark are one where Unicode has them as
// one, as the patterns do.
struct Letters {
  std::u32string letters;
  std::vector<std::uint32_t> offsets;
};

Letters letters_of(std::string_view word) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* composer = unorm2_getNFCInstance(&error);
  Letters result;
  for (std::size_t at = 0; at < word.size();) {
    const auto [c, length] = base::decode(word, at);
    const UChar32 lower = u_tolower(static_cast<UChar32>(c));
    const UChar32 composed =
        c >= 0x300 && composer && !result.letters.empty()
            ? unorm2_composePair(composer, static_cast<UChar32>(result.letters.back()), lower)
            : -1;
    if (composed >= 0) {
      result.letters.back() = static_cast<char32_t>(composed);
    } else {
      result.letters += static_cast<char32_t>(lower);
      result.offsets.push_back(static_cast<std::uint32_t>(at));
    }
    at += length;
  }
  return result;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }
bool is_letter(char32_t c) { return is_mark(c) || u_isalpha(static_cast<UChar32>(c)); }

std::vector<std::uint32_t> divided(const Patterns& patterns, std::string_view word) {
  const Letters letters = letters_of(word);
  std::vector<std::uint32_t> offsets;
  for (const std::uint32_t place : patterns.points(letters.letters)) {
    const char32_t before = letters.letters[place - 1], after = letters.letters[place];
    if (is_letter(before) && is_letter(after) && !is_mark(after)) offsets.push_back(letters.offsets[place]);
  }
  return offsets;
}

}  // namespace

struct Hyphenation::State {
  std::string folder;
  std::deque<Dictionary> dictionaries;
  std::vector<std::uint32_t> none;

  Dictionary& dictionary(std::string_view language) {
    for (Dictionary& dictionary : dictionaries)
      if (dictionary.language == language) return dictionary;
    Dictionary& added = dictionaries.emplace_back();
    added.language = language;
    if (const auto path = dictionary_path(folder, language)) added.patterns.emplace(base::Disk().read(*path), *path);
    return added;
  }
};

Hyphenation::Hyphenation() : Hyphenation(std::string(dictionary_folder)) {}
Hyphenation::Hyphenation(std::string folder) : state_(std::make_unique<State>()) { state_->folder = std::move(folder); }
Hyphenation::~Hyphenation() = default;
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;

const std::vector<std::uint32_t>& Hyphenation::points(std::string_view word, std::string_view language) {
  Dictionary& dictionary = state_->dictionary(language);
  if (!dictionary.patterns || word.size() > longest_word) return state_->none;
  return dictionary.known.find_or(word, [&] { return divided(*dictionary.patterns, word); });
}

std::vector<Undivided> Hyphenation::lacking() const {
  std::vector<Undivided> all;
  for (const Dictionary& dictionary : state_->dictionaries) {
    if (dictionary.patterns) continue;
    std::string package = dictionary_package(dictionary.language);
    if (!package.empty()) all.push_back({dictionary.language, std::move(package)});
  }
  return all;
}

}  // namespace octavo::glyphs
