// Font files that come with a book: what they may be wrapped in, what is said of those that cannot be used, and that no bytes do harm.
#include "glyphs/own_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <woff2/encode.h>
#include <zlib.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>

namespace octavo::glyphs {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A small font with outlines of either kind.
std::string small(const Request& request) {
  Fonts fonts;
  return fonts.excerpt(fonts.first_face(fonts.request(request)), U"abcdefghijkl ABC.,-fi", {}).bytes;
}

std::string number(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
  return bytes;
}
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// WOFF 1.0, by its specification.
std::string woff(const std::string& font) {
  const std::size_t count = number_at(font, 2) & 0xFF00 ? 0 : static_cast<unsigned char>(font[5]);
  std::string table, data;
  const std::size_t start = 44 + 20 * count;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = 12 + 16 * i;
    const std::string plain = font.substr(number_at(font, entry + 8), number_at(font, entry + 12));
    std::string packed(compressBound(plain.size()), '\0');
    uLongf length = packed.size();
    compress2(reinterpret_cast<Bytef*>(packed.data()), &length, reinterpret_cast<const Bytef*>(plain.data()), plain.size(), 9);
    packed.resize(length);
    if (packed.size() >= plain.size()) packed = plain;
    table += font.substr(entry, 4) + number(static_cast<std::uint32_t>(start + data.size())) + number(static_cast<std::uint32_t>(packed.size())) +
             number(static_cast<std::uint32_t>(plain.size())) + font.substr(entry + 4, 4);
    data += packed;
    while (data.size() % 4 != 0) data += '\0';
  }
  const std::string counted{'\0', static_cast<char>(count), '\0', '\0'};
  return "wOFF" + font.substr(0, 4) + number(static_cast<std::uint32_t>(start + data.size())) + counted +
         number(static_cast<std::uint32_t>(font.size())) + number(0) + std::string(20, '\0') + table + data;
}

std::string woff2(const std::string& font) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(font.data());
  std::string packed(woff2::MaxWOFF2CompressedSize(data, font.size()), '\0');
  std::size_t length = packed.size();
  EXPECT_TRUE(woff2::ConvertTTFToWOFF2(data, font.size(), reinterpret_cast<std::uint8_t*>(packed.data()), &length));
  packed.resize(length);
  return packed;
}

// Two fonts in one file, sharing nothing.
std::string collection(const std::string& first, const std::string& second) {
  const auto moved = [](std::string font, std::size_t by) {
    for (std::size_t i = 0; i < static_cast<unsigned char>(font[5]); ++i)
      font.replace(12 + 16 * i + 8, 4, number(number_at(font, 12 + 16 * i + 8) + static_cast<std::uint32_t>(by)));
    while (font.size() % 4 != 0) font += '\0';
    return font;
  };
  const std::string one = moved(first, 20);
  return "ttcf" + number(0x10000) + number(2) + number(20) + number(static_cast<std::uint32_t>(20 + one.size())) + one + moved(second, 20 + one.size());
}

// Whatever can be done with a font that was added. Gives how the text looks.
std::vector<float> used(Fonts& fonts, std::string_view family = "Own") {
  std::vector<float> looks;
  for (const int weight : {400, 650}) {
    const FontId font = fonts.request({.families = {std::string(family)}, .weight = weight});
    for (const Run& run : fonts.shape(font, "a big fall, ABC fi-", "en").runs) {
      std::vector<std::uint32_t> ids;
      Coverage page{60, 60};
      for (const Glyph& glyph : run.glyphs) {
        ids.push_back(glyph.id);
        looks.push_back(glyph.advance);
        fonts.draw(run.face, glyph.id, 40, {10, 50}, page);
      }
      looks.push_back(static_cast<float>(std::ranges::count_if(page.bytes, [](char c) { return c != '\0'; })));
      std::ranges::sort(ids);
      ids.erase(std::ranges::unique(ids).begin(), ids.end());
      EXPECT_EQ(fonts.subset(run.face, ids).new_ids.size(), ids.size());
      fonts.face(run.face);
      fonts.excerpt(run.face, U"abcABC fi", {});
    }
  }
  return looks;
}

TEST(OwnFile, MayBeWrapped) {
  for (const Request& request : {Request{.families = {"Lato"}}, Request{.families = {"Linux Libertine O", "Noto Sans CJK JP"}}}) {
    const std::string plain = small(request);
    std::vector<std::vector<float>> looks;
    for (const std::string& bytes : {plain, woff(plain), woff2(plain)}) {
      Fonts fonts;
      EXPECT_EQ(fonts.add({.family = "Own"}, "own.font", bytes), "");
      looks.push_back(used(fonts));
    }
    EXPECT_EQ(looks[1], looks[0]);
    EXPECT_EQ(looks[2], looks[0]);
  }
}

TEST(OwnFile, MayHoldSeveralFonts) {
  const std::string both = collection(small({.families = {"Lato"}}), small({.families = {"Vollkorn"}}));
  Fonts fonts;
  EXPECT_EQ(fonts.add({.family = "First"}, "both.ttc", both), "");
  EXPECT_EQ(fonts.add({.family = "Second"}, "both.ttc", both, "Vollkorn-Regular"), "");
  EXPECT_EQ(fonts.add({.family = "Third"}, "both.ttc", both, "Vollkorn-Bold"), "it has no font of the PostScript name \"Vollkorn-Bold\"");
  const auto name = [&](std::string_view family) { return fonts.face(fonts.first_face(fonts.request({.families = {std::string(family)}}))).postscript_name; };
  EXPECT_EQ(name("First"), "Lato-Regular");
  EXPECT_EQ(name("Second"), "Vollkorn-Regular");
}

TEST(OwnFile, IsToldOfWhereItCannotBeUsed) {
  const std::string font = small({.families = {"Lato"}});
  const auto flaw = [](const std::string& bytes) { return own_file(bytes).flaw; };
  EXPECT_EQ(flaw(""), "it is no TrueType, OpenType, WOFF or WOFF2 font");
  EXPECT_EQ(flaw("<svg/>"), "it is no TrueType, OpenType, WOFF or WOFF2 font");
  EXPECT_EQ(flaw(font.substr(0, 400)), "it is damaged");
  EXPECT_EQ(flaw(woff(font).substr(0, 2000)), "it is damaged");
  EXPECT_EQ(flaw(woff2(font).substr(0, 2000)), "it is damaged");
  EXPECT_EQ(flaw("wOFF"), "it is damaged");
  std::string swollen = woff(font);
  swollen.replace(16, 4, number(0x7FFFFFFF));
  EXPECT_EQ(flaw(swollen), "it is damaged");

  std::string forbidden = font;
  const std::size_t entry = forbidden.find("OS/2");
  forbidden[number_at(forbidden, entry + 8) + 9] = 2;
  EXPECT_EQ(flaw(forbidden), "its maker's licence bits forbid it");
  std::string renamed = font;
  renamed.replace(renamed.find("glyf"), 4, "glyx");
  EXPECT_EQ(flaw(renamed), "it has no outlines");
  std::string of_cff2 = small({.families = {"Noto Sans CJK JP"}});
  of_cff2.replace(of_cff2.find("CFF "), 4, "CFF2");
  EXPECT_EQ(flaw(of_cff2), "its outlines are CFF2, which a PDF cannot hold");
}

// Of each glyph what is written of it, in place of what a font has; places are of four bytes.
std::string with_glyphs(const std::string& font, const std::vector<std::string>& glyphs, bool is_variable) {
  const auto face_of = [](const std::string& bytes) {
    const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    return HbFace(hb_face_create(blob.get(), 0));
  };
  const auto table_of = [](hb_face_t* face, hb_tag_t tag) {
    const HbBlob blob(hb_face_reference_table(face, tag));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return std::string(data, length);
  };
  const HbFace from = face_of(font), made(hb_face_builder_create());
  const auto put = [&](hb_tag_t tag, const std::string& bytes) {
    const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    hb_face_builder_add_table(made.get(), tag, blob.get());
  };
  for (const hb_tag_t tag : {HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'), HB_TAG('c', 'm', 'a', 'p')})
    put(tag, table_of(from.get(), tag));
  std::string head = table_of(from.get(), HB_TAG('h', 'e', 'a', 'd')), outlines, places = number(0);
  head.replace(50, 2, {'\0', '\1'});
  EXPECT_LE(glyphs.size(), hb_face_get_glyph_count(from.get()));
  for (unsigned glyph = 0; glyph < hb_face_get_glyph_count(from.get()); ++glyph) {
    if (glyph < glyphs.size()) outlines += glyphs[glyph];
    places += number(static_cast<std::uint32_t>(outlines.size()));
  }
  put(HB_TAG('h', 'e', 'a', 'd'), head);
  put(HB_TAG('g', 'l', 'y', 'f'), outlines);
  put(HB_TAG('l', 'o', 'c', 'a'), places);
  if (is_variable) {
    const HbFace inter = face_of(bytes_of("/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf"));
    put(HB_TAG('f', 'v', 'a', 'r'), table_of(inter.get(), HB_TAG('f', 'v', 'a', 'r')));
  }
  const HbBlob blob(hb_face_reference_blob(made.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

std::string put_together(const std::vector<unsigned>& glyphs) {
  std::string bytes = std::string("\xFF\xFF", 2) + std::string(8, '\0');
  for (std::size_t at = 0; at < glyphs.size(); ++at)
    bytes += number((at + 1 < glyphs.size() ? 0x00220000 : 0x00020000) | glyphs[at]) + std::string(2, '\0');
  while (bytes.size() % 4 != 0) bytes += '\0';
  return bytes;
}

// Nothing need be drawn for that: the last of the parts is empty, and the time alone would never end.
TEST(OwnFile, OfGlyphsPutTogetherBeyondReasonIsDamaged) {
  const std::string font = small({.families = {"Lato"}});
  const auto flaw = [&](const std::vector<std::string>& glyphs, bool is_variable = false) {
    return own_file(with_glyphs(font, glyphs, is_variable)).flaw;
  };
  const auto doubling = [](unsigned levels) {
    std::vector<std::string> glyphs{""};
    for (unsigned level = 1; level <= levels; ++level) glyphs.push_back(put_together({level + 1, level + 1}));
    return glyphs;
  };
  for (const bool is_variable : {false, true}) {
    EXPECT_EQ(flaw(doubling(8), is_variable), "") << "511 parts";
    EXPECT_EQ(flaw(doubling(9), is_variable), "it is damaged") << "1,023 parts";
    EXPECT_EQ(flaw(doubling(31), is_variable), "it is damaged");
    EXPECT_EQ(flaw({"", put_together({1})}, is_variable), "it is damaged");
    EXPECT_EQ(flaw({"", put_together({2}), put_together({1})}, is_variable), "it is damaged");
    EXPECT_EQ(flaw({"", put_together(std::vector<unsigned>(999, 2))}, is_variable), "") << "a letter of dots";
    EXPECT_EQ(flaw({"", put_together(std::vector<unsigned>(1000, 2))}, is_variable), "it is damaged");
    EXPECT_EQ(flaw({"", put_together({0xFFFF})}, is_variable), "");
  }
}

// Fonts that somebody broke on purpose are refused or used: what is used must not fail later, when nothing but giving up would be left.
TEST(OwnFile, MayHaveAnyBytes) {
  std::mt19937 random(1);
  const char* asked = std::getenv("OCTAVO_ROUNDS");  // for a long night
  const int rounds = asked ? std::atoi(asked) : 12;
  const std::string variable = small({.families = {"Inter"}}), of_truetype = small({.families = {"Lato"}}), of_cff = small({.families = {"Noto Sans CJK JP"}});
  const std::string whole = bytes_of("/usr/share/fonts/truetype/inter-vf/Inter-roman.var.ttf");
  ASSERT_FALSE(whole.empty()) << "fonts-inter-variable is not installed";
  const std::string fonts_to_break[] = {of_truetype, of_cff, woff(of_truetype), woff2(of_truetype), collection(of_truetype, variable), whole};
  int usable = 0, refused = 0;
  for (int round = 0; round < rounds; ++round)
    for (std::string bytes : fonts_to_break) {
      if (random() % 8 == 0) bytes.resize(random() % bytes.size());
      // The head of the file and of its tables is where most can be broken.
      const std::size_t reach = random() % 2 == 0 ? std::min<std::size_t>(bytes.size(), 600) : bytes.size();
      for (std::size_t flips = 1 + random() % 30; flips > 0 && reach > 8; --flips) bytes[4 + random() % (reach - 4)] = static_cast<char>(random());
      Fonts fonts;
      const std::string flaw = fonts.add({.family = "Own"}, "own.font", bytes);
      ++(flaw.empty() ? usable : refused);
      EXPECT_NO_THROW(used(fonts)) << round << ' ' << flaw;
    }
  EXPECT_GT(usable, rounds);
  EXPECT_GT(refused, rounds);
}

}  // namespace
}  // namespace octavo::glyphs
