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
  run.glyphs = glyphs::GlyphRow(std::span(run.glyphs.begin(), run.glyphs.size() - 1));
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
  // Codes in the order of the font: space, a, b, c.
  EXPECT_NE(source.find("[<0002000100030001>]TJ"), std::string::npos);
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
  last_run(press).text.pop_back();
  press.set("ple", {60, 115});
  EXPECT_EQ(text_of(press.write()), "well-known exam\u00AD\nple");
}

}  // namespace
}  // namespace octavo::pdf
