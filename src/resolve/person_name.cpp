#include "resolve/person_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::resolve {

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string joined(std::vector<std::string>::const_iterator begin,
                   std::vector<std::string>::const_iterator end) {
  std::string text;
  for (; begin != end; ++begin) {
    if (!text.empty()) text += ' ';
    text += *begin;
  }
  return text;
}

bool is_suffix(std::string_view word) {
  constexpr std::array<std::string_view, 10> suffixes = {"jr",  "jr.", "sr",  "sr.",   "ii",
                                                         "iii", "iv",  "phd", "ph.d.", "md"};
  return std::find(suffixes.begin(), suffixes.end(), base::folded(word)) != suffixes.end();
}

// Begins with a small letter, as no given or family name does.
bool is_small(const std::string& word) {
  return base::upper(word.substr(0, base::decode(word, 0).length), "") !=
         word.substr(0, base::decode(word, 0).length);
}

// Before the last word these belong to the family name even with a capital letter.
bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 24> particles = {
      "da", "dal", "de", "degli", "del", "della", "den", "der", "di",  "do",  "dos", "du",
      "la", "le",  "lo", "mac",   "op",  "saint", "st.", "ten", "ter", "van", "von", "zu"};
  return std::find(particles.begin(), particles.end(), base::folded(word)) != particles.end();
}

// Given names and a particle after them: "Ludwig van".
void set_given(PersonName& name, const std::vector<std::string>& words) {
  auto particle = words.end();
  while (particle > words.begin() + 1 && is_small(*(particle - 1))) --particle;
  name.given = joined(words.begin(), particle);
  name.particle = joined(particle, words.end());
}

std::string without_dots(std::string_view text) {
  std::string result = base::unmarked(text);
  std::replace(result.begin(), result.end(), '.', ' ');  // "J.K." is two initials
  return result;
}

}  // namespace

std::string PersonName::in_order() const {
  std::string text = given;
  for (const std::string* part : {&particle, &family, &suffix}) {
    if (!part->empty()) text += (text.empty() ? "" : " ") + *part;
  }
  return text;
}

std::string PersonName::inverted() const {
  std::string text = family;
  if (!given.empty()) text += ", " + given;
  if (!particle.empty()) text += (given.empty() ? ", " : " ") + particle;
  if (!suffix.empty()) text += ", " + suffix;
  return text;
}

PersonName person_name(std::string_view text) {
  PersonName name;
  std::string whole = base::trimmed(text);
  if (const std::size_t comma = whole.find(','); comma != whole.npos) {
    const std::string after = base::trimmed(std::string_view(whole).substr(comma + 1));
    whole.resize(comma);
    if (is_suffix(after)) {
      name.suffix = after;
    } else if (!after.empty()) {
      name.family = base::trimmed(whole);
      set_given(name, words_of(after));
      return name;
    }
  }
  std::vector<std::string> words = words_of(whole);
  if (words.size() > 2 && is_suffix(words.back())) {
    name.suffix = words.back();
    words.pop_back();
  }
  if (words.empty()) return name;
  auto family = words.end() - 1;
  while (family > words.begin() + 1 && is_particle(*(family - 1)) && !is_small(*(family - 1))) --family;
  name.family = joined(family, words.end());
  words.erase(family, words.end());
  if (!words.empty()) set_given(name, words);
  return name;
}

bool may_be_one_person(const PersonName& left, const PersonName& right) {
  if (base::unmarked(left.family) != base::unmarked(right.family)) return false;
  if (base::folded(left.suffix) != base::folded(right.suffix)) return false;
  const auto lefts = words_of(without_dots(left.given));
  const auto rights = words_of(without_dots(right.given));
  for (std::size_t i = 0; i < std::min(lefts.size(), rights.size()); ++i) {
    if (!lefts[i].starts_with(rights[i]) && !rights[i].starts_with(lefts[i])) return false;
  }
  return true;
}

}  // namespace octavo::resolve
