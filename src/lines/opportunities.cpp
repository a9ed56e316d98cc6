#include "lines/opportunities.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "lines/line_rules.h"

namespace octavo::lines {

namespace {

constexpr std::size_t shortest_hyphenated = 5;   // letters
constexpr std::size_t longest_hyphenated = 120;  // bytes; what is longer is no word

bool is_space(char c) { return c == ' '; }
bool is_dash(char32_t c) { return c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2E3A || c == 0x2E3B; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010; }

Opportunity kind_at(std::string_view text, std::size_t at) {
  if (is_space(text[at - 1])) return Opportunity::space;
  const auto before = code_point_before(text, at);
  const auto after = base::decode(text, at).code_point;
  if (is_wide(before) || is_wide(after)) return Opportunity::ideographs;
  if (is_dash(before)) return Opportunity::dash;
  if (is_hyphen(before)) return Opportunity::hyphen;
  if (is_dash(after)) return Opportunity::before_dash;
  return Opportunity::other;
}

std::vector<OpportunityPlace> by_unicode(std::string_view text, const std::string& language, LineRules& rules) {
  std::vector<OpportunityPlace> result;
  const auto places = rules.open().places(text, language);
  result.reserve(places.size());
  for (const auto at : places) result.push_back({at, kind_at(text, at)});
  return result;
}

// Whether a character belongs to the one before it (UAX 29, as far as it matters inside code).
bool continues(char32_t before, char32_t after) {
  if (after < 0x300) return false;
  const auto kind = u_getIntPropertyValue(static_cast<UChar32>(after), UCHAR_GRAPHEME_CLUSTER_BREAK);
  if (kind == U_GCB_EXTEND || kind == U_GCB_SPACING_MARK || kind == U_GCB_ZWJ || kind == U_GCB_V ||
      kind == U_GCB_T)
    return true;
  return before == 0x200D || (kind == U_GCB_REGIONAL_INDICATOR && before >= 0x1F1E6 && before <= 0x1F1FF);
}

bool is_inner_punctuation(char32_t c) {
  return c < 0x80 && std::string_view("/-_.,;:?&=").find(static_cast<char>(c)) != std::string_view::npos;
}

Opportunity kind_in_code(char32_t before, char32_t after) {
  if (is_inner_punctuation(before) && before != after) return Opportunity::punctuation;
  const bool is_hump = before >= 'a' && before <= 'z' && after >= 'A' && after <= 'Z';
  return is_hump ? Opportunity::hump : Opportunity::anywhere;
}

// The places inside code and addresses.
std::vector<OpportunityPlace> anywhere(const Collected& collected, const Paragraph& paragraph) {
  std::vector<OpportunityPlace> result;
  const std::string_view text = collected.text;
  auto object = collected.objects.begin();
  char32_t before = 0;  // none, or one of a style that must not be broken like this
  bool has_begun = false;  // more than punctuation stands before
  for (const auto& stretch : collected.stretches) {
    if (!paragraph.styles[stretch.style].break_anywhere) {
      before = 0;
      has_begun = false;
      continue;
    }
    for (std::size_t at = stretch.begin; at < stretch.end;) {
      const auto [after, length] = base::decode(text, at);
      while (object != collected.objects.end() && object->at < at) ++object;
      const auto solid =
          !(length == 1 && is_space(text[at])) && (object == collected.objects.end() || object->at != at);
      if (solid && before != 0 && !continues(before, after)) {
        // What a name begins with belongs to it: "--verbose", "../src".
        const auto kind = has_begun ? kind_in_code(before, after) : Opportunity::anywhere;
        result.push_back({static_cast<std::uint32_t>(at), kind});
      }
      before = solid ? after : 0;
      has_begun = solid && (has_begun || !is_inner_punctuation(after));
      at += length;
    }
  }
  return result;
}

// Of two at one place the first list's is kept.
std::vector<OpportunityPlace> merged(const std::vector<OpportunityPlace>& first,
                                     const std::vector<OpportunityPlace>& second) {
  std::vector<OpportunityPlace> result;
  result.reserve(first.size() + second.size());
  std::merge(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(result),
             [](const auto& left, const auto& right) { return left.at < right.at; });
  const auto same = [](const auto& left, const auto& right) { return left.at == right.at; };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

// What must not be torn apart whatever Unicode says: a note call from its word, a line after a forced break
// from nothing.
void remove_forbidden(std::vector<OpportunityPlace>& places, const Collected& collected) {
  auto mark = collected.marks.begin();
  auto object = collected.objects.begin();
  std::erase_if(places, [&](const OpportunityPlace& place) {
    while (mark != collected.marks.end() &&
           (mark->at < place.at || (mark->at == place.at && !mark->before_call)))
      ++mark;
    while (object != collected.objects.end() && object->at + object_length < place.at) ++object;
    if (object != collected.objects.end() && object->kind == ObjectKind::forced_break &&
        object->at + object_length == place.at)
      return true;
    return mark != collected.marks.end() && mark->at == place.at && !is_space(collected.text[place.at - 1]);
  });
}

// Letters with nothing at their ends that speaks of a name, a number or an address.
bool stands_free(std::string_view text, std::size_t begin, std::size_t end) {
  const auto joins = [](char c) {
    return c == '_' || c == '@' || c == '/' || c == '\\' || (c >= '0' && c <= '9');
  };
  const auto letter = [&](std::size_t at) {
    return at < text.size() && u_isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  if (begin > 0 && (joins(text[begin - 1]) || (text[begin - 1] == '.' && begin > 1 && letter(begin - 2))))
    return false;
  return end == text.size() || !(joins(text[end]) || (text[end] == '.' && letter(end + 1)));
}

}  // namespace

std::vector<OpportunityPlace> opportunities(const Collected& collected, const Paragraph& paragraph, LineRules& rules) {
  if (collected.text.empty()) return {};
  const auto& language =
      paragraph.styles.empty() ? std::string() : paragraph.styles[collected.stretches.front().style].language;
  auto places = by_unicode(collected.text, language, rules);
  if (const auto inside = anywhere(collected, paragraph); !inside.empty()) places = merged(inside, places);
  if (!collected.soft_hyphens.empty()) {
    std::vector<OpportunityPlace> soft;
    for (const auto at : collected.soft_hyphens)
      if (at > 0 && at < collected.text.size() && !is_space(collected.text[at - 1]) &&
          !is_space(collected.text[at]))
        soft.push_back({at, Opportunity::soft_hyphen});
    places = merged(places, soft);
  }
  remove_forbidden(places, collected);
  return places;
}

std::vector<OpportunityPlace> with_hyphenation(const std::vector<OpportunityPlace>& plain,
                                               const Collected& collected, const Paragraph& paragraph,
                                               glyphs::Hyphenation& hyphenation) {
  std::vector<OpportunityPlace> found;
  const std::string_view text = collected.text;
  auto soft = collected.soft_hyphens.begin();
  auto stretch = collected.stretches.begin();
  const auto is_letter = [&](std::size_t at, std::size_t& length) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return length = 1, (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    const auto decoded = base::decode(text, at);
    length = decoded.length;
    // With the vowel signs that most scripts of India write as marks.
    return (U_GET_GC_MASK(static_cast<UChar32>(decoded.code_point)) & (U_GC_L_MASK | U_GC_M_MASK)) != 0 && !is_wide(decoded.code_point);
  };
  for (std::size_t at = 0, length = 1; at < text.size();) {
    if (!is_letter(at, length)) {
      at += length;
      continue;
    }
    const auto begin = at;
    std::size_t letters = 0;
    for (; at < text.size() && is_letter(at, length); at += length) ++letters;
    if (letters < 2 || at - begin > longest_hyphenated) continue;
    while (stretch->end <= begin) ++stretch;
    const auto& limits = paragraph.styles[stretch->style].hyphen_limits;
    if (letters < (limits.word > 0 ? limits.word : shortest_hyphenated)) continue;
    // A word may change its style within; it is hyphenated as one if all of it may be.
    auto last = stretch;
    const auto willing = [&] {
      const auto& style = paragraph.styles[last->style];
      return style.hyphenate && !style.break_anywhere;
    };
    while (willing() && last->end < at) ++last;
    if (!willing() || !stands_free(text, begin, at)) continue;
    while (soft != collected.soft_hyphens.end() && *soft <= begin) ++soft;
    if (soft != collected.soft_hyphens.end() && *soft < at) continue;  // the author knew better
    const auto word = text.substr(begin, at - begin);
    const auto leaves_enough = [&](std::size_t point) {
      if (limits.before == 0 && limits.after == 0) return true;
      const auto before = base::length_in_code_points(word.substr(0, point));
      return before >= limits.before && letters - before >= limits.after;
    };
    for (const auto point : hyphenation.points(word, paragraph.styles[stretch->style].language))
      if (leaves_enough(point)) found.push_back({static_cast<std::uint32_t>(begin + point), Opportunity::hyphenation});
  }
  return found.empty() ? plain : merged(plain, found);
}

bool is_wide(char32_t c) {
  return c >= 0x2E80 &&
         (c <= 0xA4CF || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
          (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFD));
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  auto begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return base::decode(text, begin).code_point;
}

}  // namespace octavo::lines
