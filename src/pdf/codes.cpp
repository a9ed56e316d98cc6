#include "pdf/codes.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace octavo::pdf {
namespace {

constexpr std::size_t byte_values = 256;
constexpr std::size_t usable_bytes = byte_values - 1;  // 0 is .notdef's, whatever glyph it leads to (9.7.6.3)

// Which bytes of a string need not be escaped.
constexpr bool is_plain(std::uint8_t byte) { return byte != '(' && byte != ')' && byte != '\\' && byte != '\r'; }

// In the order in which glyphs take them that have no code of their own: those of no ASCII first, those to be escaped last.
constexpr auto spare_bytes = [] {
  std::array<std::uint8_t, usable_bytes> bytes{};
  std::size_t count = 0;
  for (const bool plain : {true, false}) {
    for (std::size_t i = 0; i < byte_values; ++i) {
      const auto byte = static_cast<std::uint8_t>(i + 128);
      if (byte != 0 && is_plain(byte) == plain) bytes[count++] = byte;
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
  is_taken[0] = is_taken[' '] = true;
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

std::size_t highest_code(const Typeface& face) {
  const auto codes = face.glyphs | std::views::transform(&Typeface::Glyph::code);
  return codes.empty() ? 0 : std::ranges::max(codes);
}

}  // namespace

void assign_codes(Typeface& face) {
  face.has_short_codes = !face.is_cff && face.glyphs.size() < usable_bytes;
  if (face.has_short_codes) return assign_short_codes(face);
  for (auto& glyph : face.glyphs) {
    glyph.code = glyph.number;
    set_bytes(glyph, false);
  }
}

bool give_spare_code(const Typeface& face, Typeface::Glyph& glyph) {
  if (face.is_cff) return false;
  const auto is_taken = [&](std::size_t code) { return std::ranges::find(face.glyphs, code, &Typeface::Glyph::code) != face.glyphs.end(); };
  std::size_t code = highest_code(face) + 1;
  if (face.has_short_codes) {
    const auto spare = std::ranges::find_if(spare_bytes, [&](std::uint8_t byte) { return byte != ' ' && !is_taken(byte); });
    if (spare == spare_bytes.end()) return false;
    code = *spare;
  }
  if (code > 0xFFFF) return false;
  glyph.code = static_cast<std::uint16_t>(code);
  set_bytes(glyph, face.has_short_codes);
  return true;
}

bool has_codes_of_its_own(const Typeface& face) {
  return std::ranges::any_of(face.glyphs, [](const Typeface::Glyph& glyph) { return glyph.code != glyph.number; });
}

std::string glyphs_by_code(const Typeface& face) {
  std::string map(2 * (highest_code(face) + 1), '\0');
  for (const auto& glyph : face.glyphs) {
    map[2 * glyph.code] = static_cast<char>(glyph.number >> 8);
    map[2 * glyph.code + 1] = static_cast<char>(glyph.number & 0xFF);
  }
  return map;
}

}  // namespace octavo::pdf
