#include "glyphs/coverage.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace octavo::glyphs {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;
constexpr int most_marks =
    31;  // the limit of Unicode's Stream-Safe Text Format is 30; what is longer is no writing

bool is_invisible(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR;
}

bool continues_cluster(char32_t c, char32_t before) {
  if (c < 0x300 && c != 0xAD) return false;  // Latin is by far the most, and has only the soft hyphen
  const auto code_point = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code_point, UCHAR_GRAPHEME_EXTEND) ||
         u_hasBinaryProperty(code_point, UCHAR_EMOJI_MODIFIER) ||
         u_hasBinaryProperty(code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(code_point) == U_COMBINING_SPACING_MARK || before == zero_width_joiner;
}

// Mirrors what HarfBuzz does for a character without a glyph: spaces are made from U+0020, the non-breaking
// hyphen from U+2010, letters with marks are taken apart.
bool draws_character(const Face& face, char32_t c) {
  if (face.has(c) || is_invisible(c)) return true;
  if (u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR) return face.has(U' ');
  if (c == 0x2011) return face.has(0x2010);
  hb_codepoint_t first = 0, second = 0;
  return hb_unicode_decompose(hb_unicode_funcs_get_default(), c, &first, &second) &&
         draws_character(face, first) && (second == 0 || draws_character(face, second));
}

template <class Visit>
void visit_undrawn(const Face& face, std::string_view cluster, Visit visit) {
  char32_t base = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const auto [c, length] = base::decode(cluster, at);
    at += length;
    hb_codepoint_t composed = 0;
    if (base != 0 && hb_unicode_compose(hb_unicode_funcs_get_default(), base, c, &composed) &&
        face.has(composed)) {
      base = composed;
      continue;
    }
    if (!draws_character(face, c) && !visit(c)) return;
    base = c;
  }
}

}  // namespace

std::size_t long_cluster_end(std::string_view text, std::size_t at) {
  auto [before, length] = base::decode(text, at);
  at += length;
  for (int marks = 0; at < text.size() && marks < most_marks; ++marks, at += length) {
    if (static_cast<unsigned char>(text[at]) < 0x80 && before != zero_width_joiner) break;
    const base::Decoded next = base::decode(text, at);
    if (!continues_cluster(next.code_point, before)) break;
    before = next.code_point;
    length = next.length;
  }
  return at;
}

bool draws(const Face& face, std::string_view cluster) {
  bool is_whole = true;
  visit_undrawn(face, cluster, [&](char32_t) { return is_whole = false; });
  return is_whole;
}

std::u32string visible(std::string_view cluster) {
  std::u32string characters = base::code_points(cluster);
  std::erase_if(characters, is_invisible);
  return characters;
}

std::u32string undrawn(const Face& face, std::string_view cluster) {
  std::u32string characters;
  visit_undrawn(face, cluster, [&](char32_t c) {
    characters += c;
    return true;
  });
  return characters;
}

}  // namespace octavo::glyphs
