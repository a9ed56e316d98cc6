#include "pdf/codes.h"

#include <algorithm>
#include <array>

namespace octavo::pdf {
namespace {

constexpr std::size_t byte_values = 256;

// Which bytes of a string need not be escaped.
constexpr bool is_plain(std::uint8_t byte) { return byte != '(' && byte != ')' && byte != '\\' && byte != '\r'; }

// In the order in which glyphs take them that have no code of their own: those of no ASCII first, those to be escaped last.
constexpr auto spare_bytes = [] {
  std::array<std::uint8_t, byte_values> bytes{};
  std::size_t count = 0;
  for (const bool plain : {true, false}) {
    for (std::size_t i = 0; i < byte_values; ++i) {
      const auto byte = static_cast<std::uint8_t>(i + 128);
      if (is_plain(byte) == plain) bytes[count++] = byte;
    }
  }
  return bytes;
}();

void set_bytes(Typeface::Glyph& glyph, bool is_short) {
  std::string bytes;
  if (!is_short) append_escaped(bytes, static_cast<char>(glyph.code >> 8));
  append_escaped(bytes, static_cast<char>(glyph.code & 0xFF));
  std::ranges::copy(bytes, glyph.bytes.begin());
  glyph.length = static_cast<std::uint8_t>(bytes.size());
  glyph.is_word_space = is_short && glyph.code == ' ';
}

void assign_short_codes(Typeface& face) {
  std::array<const Typeface::Glyph*, byte_values> owners{};
  std::array<bool, byte_values> is_taken{};
  is_taken[' '] = true;
  if (face.space != 0) owners[' '] = &face[face.space];
  for (const auto& glyph : face.glyphs) {
    if (glyph.text.size() != 1) continue;
    const auto byte = static_cast<std::uint8_t>(glyph.text[0]);
    if (is_taken[byte] || !is_plain(byte)) continue;
    is_taken[byte] = true;
    owners[byte] = &glyph;
  }
  auto spare = spare_bytes.begin();
  for (auto& glyph : face.glyphs) {
    const auto own = std::ranges::find(owners, &glyph);
    if (own != owners.end()) {
      glyph.code = static_cast<std::uint16_t>(own - owners.begin());
    } else {
      while (is_taken[*spare]) ++spare;
      glyph.code = *spare++;
    }
    set_bytes(glyph, true);
  }
}

}  // namespace

void assign_codes(Typeface& face) {
  face.has_short_codes = !face.is_cff && face.glyphs.size() < byte_values;
  if (face.has_short_codes) return assign_short_codes(face);
  for (auto& glyph : face.glyphs) {
    glyph.code = glyph.number;
    set_bytes(glyph, false);
  }
}

std::string glyphs_by_code(const Typeface& face) {
  std::string map(2 * byte_values, '\0');
  for (const auto& glyph : face.glyphs) {
    map[2 * glyph.code] = static_cast<char>(glyph.number >> 8);
    map[2 * glyph.code + 1] = static_cast<char>(glyph.number & 0xFF);
  }
  return map;
}

}  // namespace octavo::pdf
