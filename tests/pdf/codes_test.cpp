#include "pdf/codes.h"

#include <set>

#include "press.h"

namespace octavo::pdf {
namespace {

// Of a face that shows glyphs 1, 2, 3 and so on, each of which stands for one of the texts, or for something that is no ASCII.
Typeface face_of(const std::vector<std::string>& texts, std::size_t count) {
  Typeface face;
  face.place_of.push_back(0);
  for (std::size_t i = 0; i < count; ++i) {
    Typeface::Glyph& glyph = face.glyphs.emplace_back();
    glyph.text = i < texts.size() ? texts[i] : "\u03A9";
    glyph.number = static_cast<std::uint16_t>(i + 1);
    face.place_of.push_back(static_cast<std::uint32_t>(i + 1));
    if (glyph.text == " ") face.space = static_cast<std::uint32_t>(i + 1);
  }
  assign_codes(face);
  return face;
}

std::string bytes_of(const Typeface::Glyph& glyph) { return {glyph.bytes.data(), glyph.length}; }

std::set<std::string> bytes_of(const Typeface& face) {
  std::set<std::string> bytes;
  for (const auto& glyph : face.glyphs) bytes.insert(bytes_of(glyph));
  return bytes;
}

TEST(Codes, OfACharacterOfAsciiIsItself) {
  EXPECT_EQ(bytes_of(face_of({"a", " ", "~"}, 3)), std::set<std::string>({" ", "a", "~"}));
}

TEST(Codes, NeedNoEscape) {
  for (const std::string& bytes : bytes_of(face_of({"(", ")", "\\", "\r"}, 200))) EXPECT_EQ(bytes.size(), 1u);
}

// The small capital and the small letter both read as "a".
TEST(Codes, OfGlyphsThatReadAlikeDiffer) { EXPECT_EQ(bytes_of(face_of({"a", "a", "a"}, 254)).size(), 254u); }

TEST(Codes, OfWordSpacingIsTheSpacesAlone) { EXPECT_FALSE(bytes_of(face_of({}, 254)).contains(" ")); }

// ISO 19005-2, 6.2.11.8: 0 is .notdef, also where it leads to a glyph.
TEST(Codes, AreNeverZero) {
  for (const std::size_t count : {254u, 300u}) {
    const Typeface face = face_of({}, count);
    EXPECT_TRUE(std::ranges::none_of(face.glyphs, [](const auto& glyph) { return glyph.code == 0; }));
  }
}

TEST(Codes, OfManyGlyphsAreTwoBytes) {
  const Typeface face = face_of({"a", " "}, 255);
  EXPECT_EQ(bytes_of(face).size(), 255u);
  EXPECT_EQ(bytes_of(face[1]), std::string("\0\1", 2));
}

TEST(Codes, LeadToTheGlyph) {
  const std::string map = glyphs_by_code(face_of({"b", "a"}, 2));
  ASSERT_EQ(map.size(), 2u * ('b' + 1));
  EXPECT_EQ(map.substr(2 * 'a', 4), std::string("\0\2\0\1", 4));
}

TEST(Codes, ThereAreMoreOfForFurtherTextsOfAGlyph) {
  for (const std::size_t count : {200u, 300u}) {
    Typeface face = face_of({}, count);
    std::set<std::string> bytes = bytes_of(face);
    for (std::size_t i = 0; i < 20; ++i) {
      Typeface::Glyph other = face.glyphs[i];
      ASSERT_TRUE(give_spare_code(face, other));
      EXPECT_TRUE(bytes.insert(bytes_of(other)).second);
      EXPECT_EQ(other.number, face.glyphs[i].number);
      face.glyphs.push_back(other);
    }
    EXPECT_EQ(glyphs_by_code(face).substr(2u * face.glyphs.back().code, 2), std::string("\0\24", 2));
  }
}

TEST(Codes, OfOneByteAreSpentAtLast) {
  Typeface face = face_of({}, 254);
  EXPECT_FALSE(give_spare_code(face, face.glyphs[0]));  // the one that is left is the space's
}

TEST(Codes, OfAFontThatIsAskedByThemAreItsOwn) {
  Typeface face = face_of({}, 3);
  face.is_cff = true;
  EXPECT_FALSE(give_spare_code(face, face.glyphs[0]));
}

TEST(Codes, OfTwoBytesAreReadBack) {
  NEEDS("pdftotext");
  Press press;
  press.add_page("1");
  std::string text;
  for (int i = 0; i < 400; ++i) {  // ideographs from U+4E00 on
    text += {'\xE4', static_cast<char>(0xB8 + i / 64), static_cast<char>(0x80 + i % 64)};
    if (i % 25 < 24) continue;
    press.set(std::string_view(text).substr(text.size() - 75), {60, 100.0f + static_cast<float>(i)}, {"Noto Serif CJK JP"});
    text += '\n';
  }
  const std::string pdf = press.write();
  EXPECT_EQ(complaints(pdf), "");
  EXPECT_EQ(text_of(pdf) + "\n", text);
}

}  // namespace
}  // namespace octavo::pdf
