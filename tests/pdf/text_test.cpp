#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

pages::GlyphRun& last_run(Press& press) {
  return std::get<pages::GlyphRun>(press.pages.pages.back().items.back());
}

// Leaves a run whose text says more than its glyphs show.
void take_last_glyph(Press& press) {
  pages::GlyphRun& run = last_run(press);
  run.glyphs = press.fonts.keep(std::span(run.glyphs.begin(), run.glyphs.size() - 1));
}

// What extraction must give back, whatever glyphs it is shown with.
TEST(Text, IsReadBackAsItWasWritten) {
  NEEDS("pdftotext");
  const struct {
    const char* name;
    std::string text;
    Type type;
  } cases[] = {
      {"ligatures", "office fluffy baffle fjord", {}},
      {"kerning", "AVATAR To Ty LT", {}},
      {"dashes and quotes", "“Then — on pages 4–5 — …”", {}},
      {"marks", "q̇ x̣̄ naïve Žluťoučký", {}},
      {"Greek and Cyrillic", "Ελληνικά Привет", {}},
      {"small capitals", "Small Caps", {.features = {.small_caps = true}}},
      {"old-style figures", "in 1815 and 1852", {.features = {.oldstyle = true}}},
      {"supplementary plane", "letters 𝔄 and faces 😀 in Gothic 𐌰𐌱", {"Symbola"}},
      {"Arabic", "السلام عليكم", {"Amiri", 14, "ar", true}},
      {"Devanagari", "हिन्दी क्षत्रिय", {"Noto Serif Devanagari", 14, "hi"}},
      {"Chinese", "漢字 かな", {"Noto Serif CJK JP", 14, "ja"}},
  };
  for (const auto& [name, text, type] : cases) {
    Press press;
    press.add_page("1");
    press.set(text, {60, 100}, type);
    const std::string pdf = press.write();
    EXPECT_EQ(complaints(pdf), "") << name;
    std::string extracted = text_of(pdf);
    // Poppler marks the direction of Arabic.
    for (const std::string mark : {"\u202B", "\u202C"}) {
      for (auto at = extracted.find(mark); at != std::string::npos; at = extracted.find(mark))
        extracted.erase(at, mark.size());
    }
    EXPECT_EQ(extracted, text) << name;
  }
}

TEST(Text, AnArabicLetterWithItsMarkIsSaidBesideTheGlyphs) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.set("بِ", {60, 100}, {"Amiri", 14, "ar", true});
  EXPECT_NE(source_of(press.write()).find("/ActualText<feff06280650>"), std::string::npos);
}

// A letter that is drawn far from its word stands for nothing, and one that nobody sees is read.
TEST(Text, ADropCapitalIsReadWithItsWord) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.set("O", {60, 140}, {.size = 50});
  press.set("O", {92, 100});
  press.set("nce", {100, 100});
  auto& items = press.pages.pages[0].items;
  auto& drawn = std::get<pages::GlyphRun>(items[0]);
  drawn.text = pages::said_elsewhere;
  std::get<pages::GlyphRun>(items[1]).is_unseen = true;
  const std::string pdf = press.write(), source = source_of(pdf);
  EXPECT_EQ(complaints(pdf), "");
  EXPECT_EQ(text_of(pdf), "Once");
  EXPECT_THAT(source, HasSubstr("3 Tr\n"));
  EXPECT_THAT(source.substr(source.find("3 Tr\n")), HasSubstr("0 Tr\n"));
  EXPECT_THAT(source, HasSubstr("/Span<</ActualText<feff>>>BDC"));
}

// To Poppler, an element's content ends where marked content within it does.
TEST(Text, WhatIsSaidBesideItsGlyphsTakesNothingFromTheStructure) {
  NEEDS("pdfinfo");
  Press press;
  press.add_page("1");
  press.add_structure({pages::Role::document});
  press.structure = press.add_structure({pages::Role::paragraph, pages::StructureId(0)});
  auto at = press.set("before ", {60, 100});
  at = press.set("بِسْ", at, {"Amiri", 14, "ar", true});
  press.set(" after", at);
  const std::string read = run("pdfinfo -struct-text @", press.write());
  for (const std::string words : {"before", "ب", "س", "after"}) EXPECT_THAT(read, HasSubstr(words));
}

TEST(Text, AMarkFarFromThePenStaysWithItsLetter) {
  NEEDS("pdftotext");
  Press press;
  press.add_page("1");
  press.set("bx̣ next", {60, 100});
  EXPECT_EQ(text_of(press.write()), "bx̣ next");
}

// A vowel sign that stands on both sides of its letter: three glyphs, two characters.
TEST(Text, OfFewerCharactersThanGlyphsIsReadWithoutMore) {
  NEEDS("mutool");
  Press press;
  press.add_page("1");
  press.set("மொழி கௌரவம்", {60, 100}, {"Noto Serif Tamil", 14, "ta"});
  std::string read = run("mutool draw -q -F txt @ 2>/dev/null", press.write());
  for (auto at = read.find("\u2060"); at != std::string::npos; at = read.find("\u2060")) read.erase(at, 3);
  EXPECT_THAT(read, HasSubstr("மொழி கௌரவம்"));
}

TEST(Text, WordsOfOneLineInSeveralFontsStayOneLine) {
  NEEDS("pdftotext");
  Press press;
  press.add_page("1");
  auto at = press.set("one ", {60, 100});
  at = press.set("two ", at, {"Lato"});
  press.set("three", at);
  EXPECT_EQ(text_of(press.write()), "one two three");
}

TEST(Text, TheSpaceThatBrokeALineIsThere) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.set("a b ", {60, 100});
  take_last_glyph(press);
  press.set("c", {60, 115});
  const std::string source = source_of(press.write());
  EXPECT_NE(source.find("[(a b )]TJ"), std::string::npos);
}

// Where poppler sees the words of a page, from left to right.
std::vector<std::pair<double, double>> extents(const std::string& pdf) {
  const std::string page = run("pdftotext -bbox @ -", pdf);
  std::vector<std::pair<double, double>> result;
  for (auto at = page.find("xMin=\""); at != std::string::npos; at = page.find("xMin=\"", at + 1)) {
    const auto right = page.find("xMax=\"", at);
    result.emplace_back(std::stod(page.substr(at + 6)), std::stod(page.substr(right + 6)));
  }
  return result;
}

TEST(Text, AScaledRunIsWiderAndTheNextStandsWhereItShould) {
  NEEDS("pdftotext");
  const auto words = [](float scaling) {
    Press press;
    press.add_page("1");
    press.set("expansion ", {60, 100});
    last_run(press).scaling = scaling;
    press.set("then", {200, 100});
    press.set("below", {60, 115});
    return extents(press.write());
  };
  const auto plain = words(1), wide = words(1.02f), narrow = words(0.98f);
  ASSERT_EQ(plain.size(), 3u);
  for (const auto& [scaled, factor] : {std::pair(wide, 1.02), std::pair(narrow, 0.98)}) {
    ASSERT_EQ(scaled.size(), 3u);
    EXPECT_NEAR(scaled[0].first, plain[0].first, 0.01);
    EXPECT_NEAR(scaled[0].second - scaled[0].first, factor * (plain[0].second - plain[0].first), 0.02);
    for (const std::size_t other : {1u, 2u}) {
      EXPECT_NEAR(scaled[other].first, plain[other].first, 0.02);
      EXPECT_NEAR(scaled[other].second, plain[other].second, 0.02);
    }
  }
}

// The white space of a justified line, in ems more than the font's own.
void widen_spaces(Press& press, float by) {
  pages::GlyphRun& run = last_run(press);
  std::vector<glyphs::Glyph> glyphs(run.glyphs.begin(), run.glyphs.end());
  for (auto& glyph : glyphs)
    if (run.text[glyph.cluster] == ' ') glyph.advance += by;
  run.glyphs = press.fonts.keep(glyphs);
}

TEST(Text, TheWhiteSpaceOfALineIsSaidOnce) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.set("one line in ten", {60, 100}, {"Lato"});
  widen_spaces(press, 0.25f);
  press.set("and as it is", {60, 115}, {"Lato"});
  const std::string source = source_of(press.write());
  EXPECT_THAT(source, HasSubstr("\n3 Tw\n60 548 Td\n[(one line in ten)]TJ\n"));
  EXPECT_THAT(source, HasSubstr("\n0 Tw\n0 -15 Td\n[(and as it is)]TJ\n"));
}

TEST(Text, WordsStandWhereWhiteSpaceLeadsThem) {
  NEEDS("pdftotext");
  // More glyphs than 32, so that one of them has this number too.
  const std::string letters = "quick brown foxes jump over lazy dogs & TWELVE BIG VEXED CATS";
  const auto words = [&](float by, const std::string& family) {
    Press press;
    press.add_page("1");
    press.set(letters, {60, 100}, {family, 8});
    widen_spaces(press, by);
    press.set("below", {60, 115}, {family, 8});
    EXPECT_EQ(text_of(press.write()), letters + "\nbelow");
    return extents(press.write());
  };
  for (const std::string family : {"Vollkorn", "Noto Serif CJK JP"}) {
    const auto plain = words(0, family), wide = words(0.5f, family);
    ASSERT_EQ(plain.size(), wide.size());
    for (std::size_t i = 0; i + 1 < plain.size(); ++i) EXPECT_NEAR(wide[i].first - plain[i].first, 4.0 * static_cast<double>(i), 0.01) << family;
    EXPECT_NEAR(wide.back().second, plain.back().second, 0.01);
  }
}

// Poppler takes the glyph of number 32 for white space: the question mark of this face.
TEST(Text, LettersOfAnotherFaceAreNotDrawnApart) {
  NEEDS("pdftotext");
  Press press;
  press.add_page("1");
  press.set("a wide ", {60, 100});
  widen_spaces(press, 0.5f);
  press.set("Why?Because", {100, 100}, {"Noto Serif CJK JP"});
  EXPECT_THAT(text_of(press.write()), HasSubstr("Why?Because"));
}

TEST(Text, AFaceWithoutASpaceBorrowsOne) {
  NEEDS("pdftotext");
  Press press;
  press.add_page("1");
  press.set("a b", {60, 100});
  press.set("word ", {60, 115}, {"Lato"});
  take_last_glyph(press);
  EXPECT_THAT(run("pdftotext -bbox @ -", press.write()), HasSubstr("word"));
}

TEST(Text, AHyphenAtTheEndOfALineIsSoft) {
  NEEDS("pdftotext");
  Press press;
  press.add_page("1");
  press.set("well-known exam-", {60, 100});
  last_run(press).text.remove_suffix(1);
  press.set("ple", {60, 115});
  EXPECT_EQ(text_of(press.write()), "well-known exam\u00AD\nple");
}

// ISO 19005-2, 6.2.11.7.3: the map cannot give it a meaning.
TEST(Text, OfPrivateCharactersIsSaidBesideThem) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.set("a\uF000b", {60, 60}, {.family = "DejaVu Sans"});
  const std::string pdf = press.write();
  EXPECT_EQ(text_of(pdf), "a\uF000b");
  const std::string source = source_of(pdf);
  EXPECT_THAT(source, HasSubstr("/ActualText<fefff000>"));
  EXPECT_THAT(source, Not(HasSubstr("<f000>\n")));
}

}  // namespace
}  // namespace octavo::pdf
