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
    append_escaped(glyph.bytes, static_cast<char>(glyph.code));
  }
}

}  // namespace

void assign_codes(Typeface& face) {
  // Readers of old (MuPDF up to 1.21) lose the text of glyphs whose numbers are no codes.
  const auto is_small = [](const Typeface::Glyph& glyph) { return glyph.cid < byte_values; };
  face.has_short_codes = face.glyphs.size() < byte_values && std::ranges::all_of(face.glyphs, is_small);
  if (face.has_short_codes) return assign_short_codes(face);
  for (auto& glyph : face.glyphs) {
    glyph.code = glyph.cid;
    append_escaped(glyph.bytes, static_cast<char>(glyph.code >> 8));
    append_escaped(glyph.bytes, static_cast<char>(glyph.code & 0xFF));
  }
}

std::string character_map(const Used& used, std::string_view name) {
  constexpr std::size_t most_in_a_block = 100;
  std::vector<std::string> ranges;  // of codes in a row that are numbers in a row
  for (std::size_t begin = 0, end = 0; begin < used.size(); begin = end) {
    const Typeface::Glyph& first = *used[begin];
    while (end < used.size() && used[end]->code == first.code + (end - begin) && used[end]->cid == first.cid + (end - begin)) ++end;
    ranges.push_back(Tokens().code(first.code, 1).code(used[end - 1]->code, 1).integer(first.cid).put("\n").bytes());
  }
  Tokens map("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<<");
  map.put(identity_system).put(">>def\n/CMapName").name(name).put("def\n/CMapType 1 def\n");
  map.put("1 begincodespacerange\n<00><FF>\nendcodespacerange\n");
  for (std::size_t begin = 0; begin < ranges.size(); begin += most_in_a_block) {
    const std::size_t end = std::min(ranges.size(), begin + most_in_a_block);
    map.integer(static_cast<std::int64_t>(end - begin)).put("begincidrange\n");
    for (std::size_t i = begin; i < end; ++i) map.put(ranges[i]);
    map.put("endcidrange\n");
  }
  map.put("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  return std::move(map.bytes());
}

}  // namespace octavo::pdf
