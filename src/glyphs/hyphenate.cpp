// The door's Hyphenation: which dictionary, what is a letter, and the cache of words.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <deque>
#include <optional>

#include "base/bytes.h"
#include "base/failure.h"
#include "base/files.h"
#include "base/text_map.h"
#include "base/utf8.h"
#include "glyphs/glyphs.h"
#include "glyphs/patterns.h"

namespace octavo::glyphs {
namespace {

constexpr std::string_view folder = "/usr/share/hyphen/";
constexpr std::size_t longest_word = 300;  // bytes; what is longer is no word

struct Dictionary {
  std::string language;
  std::optional<Patterns> patterns;
  base::TextMap<std::vector<std::uint32_t>> known;
};

// "de-at" to "de_AT", "sr-latn-rs" to "sr_Latn_RS", as the files are named.
std::string file_style(std::string_view language) {
  std::string name;
  std::size_t part = 0;  // where the part begins
  for (const char c : language) {
    const bool is_letter = base::is_ascii_letter(c);
    if (c == '-' || c == '_') {
      name += '_';
      part = name.size();
    } else if (is_letter || (c >= '0' && c <= '9')) {
      name += is_letter ? static_cast<char>(c | 0x20) : c;
      if (part > 0 && name.size() == part + 2) {  // a region so far, a script if longer
        name[part] = static_cast<char>(u_toupper(name[part]));
        name[part + 1] = static_cast<char>(u_toupper(name[part + 1]));
      } else if (part > 0 && name.size() == part + 3) {
        name[part + 1] = static_cast<char>(u_tolower(name[part + 1]));
      }
    } else {
      return {};  // no language tag, and perhaps a path
    }
  }
  return name;
}

// The language's own file; else that of the language without its region, of the region that gave it its name,
// or of the first region there is.
std::optional<std::string> dictionary_path(std::string_view language) {
  const base::Disk disk;
  if (disk.kind(std::string(folder)) != base::FileKind::folder) return std::nullopt;
  const std::string wanted = file_style(language);
  std::string primary = wanted.substr(0, wanted.find('_'));
  if (primary.empty()) return std::nullopt;
  if (primary == "nb" || primary == "nn") primary = "no";
  std::string home = primary == "en" ? "en_US" : primary + '_' + primary;
  for (std::size_t at = primary.size() + 1; at < home.size(); ++at)
    home[at] = static_cast<char>(u_toupper(home[at]));

  std::vector<std::string> names;
  for (const base::Entry& entry : disk.list(std::string(folder)))
    if (entry.kind == base::FileKind::file) names.push_back(entry.name);
  for (const std::string& candidate : {wanted, primary, home})
    if (const std::string name = "hyph_" + candidate + ".dic"; std::ranges::find(names, name) != names.end())
      return std::string(folder) + name;
  for (const std::string& name : names)
    if (name.starts_with("hyph_" + primary + '_') && name.ends_with(".dic"))
      return std::string(folder) + name;
  return std::nullopt;
}

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
  std::deque<Dictionary> dictionaries;
  std::vector<std::uint32_t> none;

  Dictionary& dictionary(std::string_view language) {
    for (Dictionary& dictionary : dictionaries)
      if (dictionary.language == language) return dictionary;
    Dictionary& added = dictionaries.emplace_back();
    added.language = language;
    if (const auto path = dictionary_path(language)) added.patterns.emplace(base::Disk().read(*path), *path);
    return added;
  }
};

Hyphenation::Hyphenation() : state_(std::make_unique<State>()) {}
Hyphenation::~Hyphenation() = default;
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;

const std::vector<std::uint32_t>& Hyphenation::points(std::string_view word, std::string_view language) {
  Dictionary& dictionary = state_->dictionary(language);
  if (!dictionary.patterns || word.size() > longest_word) return state_->none;
  return dictionary.known.find_or(word, [&] { return divided(*dictionary.patterns, word); });
}

}  // namespace octavo::glyphs
