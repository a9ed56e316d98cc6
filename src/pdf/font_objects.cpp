// The objects of a composite font: Type 0, its one descendant, descriptor, program and Unicode map.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/digest.h"
#include "pdf/codes.h"

namespace octavo::pdf {
namespace {

Used sorted(const Typeface& face, std::uint16_t Typeface::Glyph::*by) {
  Used used;
  for (const auto& glyph : face.glyphs) used.push_back(&glyph);
  std::ranges::sort(used, {}, [&](const auto* glyph) { return glyph->*by; });
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

// `used`: by CID. Runs of consecutive ones: first [width width ...] (9.7.4.3).
Tokens widths(const Used& used) {
  Tokens array("[");
  for (std::size_t i = 0; i < used.size(); ++i) {
    const bool continues = i > 0 && used[i]->cid == used[i - 1]->cid + 1;
    if (!continues) array.put(i > 0 ? "]" : "").integer(used[i]->cid).put("[");
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
  for (std::size_t i = 0; i < faces_.size(); ++i) {
    const Typeface& face = faces_[i];
    if (face.glyphs.empty()) continue;
    const glyphs::FaceFacts facts = fonts_.face(glyphs::FaceId(i));
    const Used by_code = sorted(face, &Typeface::Glyph::code);
    const std::string name = subset_tag(face.program) + "+" + facts.postscript_name;

    Tokens about_program("/Length1");
    about_program.integer(static_cast<std::int64_t>(face.program.size()));
    if (facts.is_cff) about_program = Tokens("/Subtype/CIDFontType0C");
    const Reference program = document.add_stream(about_program, face.program);

    Tokens descendant("/Type/Font/Subtype");
    descendant.put(facts.is_cff ? "/CIDFontType0" : "/CIDFontType2/CIDToGIDMap/Identity")
        .put("/BaseFont")
        .name(name);
    descendant.put("/CIDSystemInfo<<").put(identity_system).put(">>/FontDescriptor");
    descendant.reference(document.add(descriptor(facts, name, program)));
    descendant.put("/DW 0/W").put(widths(sorted(face, &Typeface::Glyph::cid)).bytes());

    Tokens font("/Type/Font/Subtype/Type0/Encoding");
    if (face.has_short_codes) {
      Tokens about_map("/Type/CMap/CMapName");
      about_map.name(name).put("/CIDSystemInfo<<").put(identity_system).put(">>");
      font.reference(document.add_stream(about_map, character_map(by_code, name)));
    } else {
      font.put("/Identity-H");
    }
    font.put("/BaseFont").name(name).put("/DescendantFonts[").reference(document.add(descendant)).put("]/ToUnicode");
    font.reference(document.add_stream(Tokens(), unicode_map(face, by_code)));
    resources.name(face.name).reference(document.add(font));
  }
  return resources;
}

}  // namespace octavo::pdf
