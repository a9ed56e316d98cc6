// The objects of a composite font: Type 0, its one descendant, descriptor, program and Unicode map.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/digest.h"
#include "pdf/codes.h"

namespace octavo::pdf {
namespace {

// What the numbers of a font are called, in the font and in its map alike.
constexpr std::string_view identity_system = "/Registry(Adobe)/Ordering(Identity)/Supplement 0";

using Used = std::vector<const Typeface::Glyph*>;  // by code, each code once

Used used_glyphs(const Typeface& face) {
  Used used;
  for (const auto& glyph : face.glyphs) used.push_back(&glyph);
  std::sort(used.begin(), used.end(),
            [](const auto* left, const auto* right) { return left->code < right->code; });
  return used;
}

// Six letters that tell one subset of a font from another (9.6.4), from the subset itself.
std::string subset_tag(std::string_view program) {
  const std::string digest = base::sha256_hex(program);
  std::string tag;
  for (std::size_t i = 0; i < 6; ++i) {
    unsigned value = 0;
    std::from_chars(&digest[2 * i], &digest[2 * i] + 2, value, 16);
    tag += static_cast<char>('A' + value % 26);
  }
  return tag;
}

std::string unicode_map(const Typeface& face, const Used& used) {
  constexpr std::size_t most_in_a_block = 100;
  Tokens map(
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n");
  map.put("1 begincodespacerange\n").put(face.has_short_codes ? "<00><FF>" : "<0000><FFFF>").put("\nendcodespacerange\n");
  for (std::size_t start = 0; start < used.size(); start += most_in_a_block) {
    const std::size_t end = std::min(used.size(), start + most_in_a_block);
    map.integer(static_cast<std::int64_t>(end - start)).put("beginbfchar\n");
    for (std::size_t i = start; i < end; ++i) {
      map.code(used[i]->code, face.has_short_codes ? 1 : 2).utf16(used[i]->text, Tokens::Mark::without).put("\n");
    }
    map.put("endbfchar\n");
  }
  map.put("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
  return std::move(map.bytes());
}

// The codes of one byte are what the fonts know their glyphs by: like Identity-H, but for that.
Reference add_map_of_short_codes(Document& document) {
  Tokens entries("/Type/CMap/CMapName/Octavo-Byte/CIDSystemInfo<<");
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<<";
  map += identity_system;
  map +=
      ">>def\n/CMapName/Octavo-Byte def\n/CMapType 1 def\n"
      "1 begincodespacerange\n<00><FF>\nendcodespacerange\n"
      "1 begincidrange\n<00><FF>0\nendcidrange\n"
      "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";
  return document.add_stream(entries.put(identity_system).put(">>"), std::move(map));
}

// Runs of consecutive codes: first [width width ...] (9.7.4.3).
Tokens widths(const Used& used) {
  Tokens array("[");
  for (std::size_t i = 0; i < used.size(); ++i) {
    const bool continues = i > 0 && used[i]->code == used[i - 1]->code + 1;
    if (!continues) array.put(i > 0 ? "]" : "").integer(used[i]->code).put("[");
    array.number(used[i]->width);
  }
  array.put("]]");
  return array;
}

Tokens descriptor(const glyphs::FaceFacts& facts, std::string_view name, Reference program) {
  constexpr int fixed_pitch = 1, symbolic = 4, italic = 64;
  const int flags =
      symbolic | (facts.is_monospaced ? fixed_pitch : 0) | (facts.italic_angle != 0 ? italic : 0);
  Tokens entries("/Type/FontDescriptor/FontName");
  entries.name(name).put("/Flags").integer(flags).put("/FontBBox[");
  for (const float edge : facts.box) entries.integer(std::lround(edge * 1000));
  entries.put("]/ItalicAngle").number(facts.italic_angle);
  entries.put("/Ascent").integer(std::lround(facts.ascent * 1000));
  entries.put("/Descent").integer(std::lround(facts.descent * 1000));
  entries.put("/CapHeight").integer(std::lround(facts.cap_height * 1000));
  entries.put("/XHeight").integer(std::lround(facts.x_height * 1000));
  // The width of a stem is nowhere in a font file; this is the usual estimate from the weight.
  entries.put("/StemV").integer(std::lround(50 + std::pow(facts.weight / 65.0, 2)));
  entries.put(facts.is_cff ? "/FontFile3" : "/FontFile2").reference(program);
  return entries;
}

}  // namespace

Tokens Typefaces::embed(Document& document) const {
  Tokens resources;
  Reference map_of_short_codes;
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    const Typeface& face = faces_[i];
    if (face.glyphs.empty()) continue;
    const glyphs::FaceFacts facts = fonts_.face(glyphs::FaceId(i));
    const Used used = used_glyphs(face);
    const std::string name = subset_tag(face.program) + "+" + facts.postscript_name;

    Tokens about_program("/Length1");
    about_program.integer(static_cast<std::int64_t>(face.program.size()));
    if (face.is_cff) about_program = Tokens("/Subtype/CIDFontType0C");
    const Reference program = document.add_stream(about_program, face.program);

    Tokens descendant("/Type/Font/Subtype");
    descendant.put(face.is_cff ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap");
    if (!face.is_cff && has_codes_of_its_own(face)) {
      descendant.reference(document.add_stream(Tokens(), glyphs_by_code(face)));
    } else if (!face.is_cff) {
      descendant.put("/Identity");
    }
    descendant.put("/BaseFont").name(name);
    descendant.put("/CIDSystemInfo<<").put(identity_system).put(">>/FontDescriptor");
    descendant.reference(document.add(descriptor(facts, name, program)));
    descendant.put("/DW 0/W").put(widths(used).bytes());

    if (face.has_short_codes && !map_of_short_codes) map_of_short_codes = add_map_of_short_codes(document);
    Tokens font("/Type/Font/Subtype/Type0/Encoding");
    if (face.has_short_codes) {
      font.reference(map_of_short_codes);
    } else {
      font.put("/Identity-H");
    }
    font.put("/BaseFont").name(name).put("/DescendantFonts[").reference(document.add(descendant)).put("]/ToUnicode");
    font.reference(document.add_stream(Tokens(), unicode_map(face, used)));
    resources.name(face.name).reference(document.add(font));
  }
  return resources;
}

}  // namespace octavo::pdf
