#include "glyphs/stand_ins.h"

#include <hb.h>

#include <algorithm>
#include <array>

namespace octavo::glyphs {
namespace {

// The blocks of Chinese characters, kana and hangul with their punctuation and full-width forms.
bool is_east_asian(char32_t c) {
  const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
  return within(0x1100, 0x11FF) || within(0x2E80, 0x9FFF) || within(0xA960, 0xA97F) ||
         within(0xAC00, 0xD7FF) || within(0xF900, 0xFAFF) || within(0xFE30, 0xFE4F) ||
         within(0xFF00, 0xFFEF) || within(0x1AFF0, 0x1B16F) || within(0x20000, 0x3FFFF);
}

// The ending of the Noto CJK family for a language, and for a character where the language is not an East
// Asian one.
std::string_view national_form(char32_t c, std::string_view language) {
  const auto has = [&](std::string_view part) {
    return std::ranges::search(language, part, [](char a, char b) { return (a | 32) == (b | 32); }).begin() !=
           language.end();
  };
  const std::string_view primary = language.substr(0, language.find('-'));
  if (same_name(primary, "ja")) return "JP";
  if (same_name(primary, "ko")) return "KR";
  if (same_name(primary, "zh")) return has("HK") || has("MO") ? "HK" : has("Hant") || has("TW") ? "TC" : "SC";
  if ((c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF)) return "JP";
  if (hb_unicode_script(hb_unicode_funcs_get_default(), c) == HB_SCRIPT_HANGUL) return "KR";
  return "SC";
}

bool is_east_asian_language(std::string_view language) {
  const std::string_view primary = language.substr(0, language.find('-'));
  return same_name(primary, "ja") || same_name(primary, "ko") || same_name(primary, "zh");
}

// Families in the order in which they stand in for one another; a name that ends in "*" stands for all that
// begin so. The broad families of the wanted kind come first, then those for one script, then symbols, then
// whatever there is.
constexpr std::array serif_order{"Noto Serif", "Noto Serif *",      "Noto Sans",          "Noto Naskh Arabic",
                                 "Symbola",    "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
                                 "Noto Music", "Noto Sans *",       "DejaVu Serif",       "DejaVu Sans"};
constexpr std::array sans_order{"Noto Sans",   "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math",
                                "Noto Sans *", "Noto Serif",        "Noto Serif *",       "Noto Naskh Arabic",
                                "Symbola",     "Noto Music",        "DejaVu Sans"};
constexpr std::array mono_order{"Noto Sans Mono",     "DejaVu Sans Mono",  "Noto Sans",   "Noto Sans Symbols",
                                "Noto Sans Symbols2", "Noto Sans Math",    "Noto Sans *", "Noto Serif",
                                "Noto Serif *",       "Noto Naskh Arabic", "Symbola",     "Noto Music",
                                "DejaVu Sans"};

template <class Order>
int place_in(const Order& order, std::string_view family) {
  int starred = static_cast<int>(order.size());
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::string_view name = order[at];
    if (family == name) return static_cast<int>(at);
    if (name.ends_with('*') && family.starts_with(name.substr(0, name.size() - 1)))
      starred = std::min(starred, static_cast<int>(at));
  }
  return starred;
}

}  // namespace

bool same_name(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(left, right, {}, lower, lower);
}

int suitability(std::string_view family, char32_t c, std::string_view language, Kind kind) {
  constexpr int last = 100;
  const bool is_cjk_font = family.find(" CJK ") != family.npos;
  if (is_cjk_font) {
    const bool has_form = family.ends_with(national_form(c, language));
    const bool is_kind = family.starts_with(kind == Kind::serif  ? "Noto Serif CJK"
                                            : kind == Kind::mono ? "Noto Sans Mono CJK"
                                                                 : "Noto Sans CJK");
    const int place = (has_form ? 0 : 2) + (is_kind ? 0 : 1);
    return is_east_asian(c) || is_east_asian_language(language) ? place - 10 : last - 10 + place;
  }
  if (family == "Amiri") {
    const bool is_arabic = hb_unicode_script(hb_unicode_funcs_get_default(), c) == HB_SCRIPT_ARABIC;
    return is_arabic && kind == Kind::serif ? -1 : last - 1;
  }
  switch (kind) {
    case Kind::serif:
      return place_in(serif_order, family);
    case Kind::sans:
      return place_in(sans_order, family);
    case Kind::mono:
      return place_in(mono_order, family);
  }
  return last;
}

std::optional<Kind> generic_kind(std::string_view family) {
  if (family == "serif") return Kind::serif;
  if (family == "sans-serif") return Kind::sans;
  if (family == "monospace") return Kind::mono;
  return std::nullopt;
}

std::vector<std::string_view> families_of(Kind kind) {
  switch (kind) {
    case Kind::serif:
      return {"Vollkorn", "Linux Libertine O", "Noto Serif"};
    case Kind::sans:
      return {"Lato", "Noto Sans"};
    case Kind::mono:
      return {"JetBrains Mono", "Noto Sans Mono"};
  }
  return {};
}

}  // namespace octavo::glyphs
