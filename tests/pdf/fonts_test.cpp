#include "pdf/fonts.h"

#include "press.h"

namespace octavo::pdf {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

TEST(Fonts, AreEmbeddedSubsetsWithUnicodeMaps) {
  NEEDS("pdffonts");
  const struct {
    Type type;
    std::string text, name, kind;
  } cases[] = {
      {{"Vollkorn"}, "office", "Vollkorn-Regular", "CID TrueType +Custom"},
      {{"Noto Serif CJK JP"}, "漢字", "NotoSerifCJKjp-Regular", "CID Type 0C +Identity-H"},
  };
  for (const auto& [type, text, name, kind] : cases) {
    Press press;
    press.add_page("1");
    press.set(text, {60, 100}, type);
    const std::string fonts = run("pdffonts @ | tail -n +3", press.write());
    EXPECT_THAT(fonts, MatchesRegex("[A-Z]+\\+" + name + " +" + kind + " +yes yes yes .*\n"));
  }
}

TEST(Fonts, ThatNoPageUsesAreLeftOut) {
  NEEDS("pdffonts");
  Press press;
  press.fonts.shape(press.fonts.request({{"Lato"}, 400, false, {}}), "unseen", "en");
  press.add_page("1");
  press.set("seen", {60, 100});
  EXPECT_THAT(run("pdffonts @", press.write()), Not(HasSubstr("Lato")));
}

// A small capital A stands for "a" in one word and for "A" in another: most readers look at nothing but the map, which says one of them
// for each code.
TEST(Fonts, AGlyphOfTwoMeaningsHasTwoCodes) {
  NEEDS("qpdf");
  Press press;
  press.add_page("1");
  press.set("a", {60, 100}, {.features = {.small_caps = true}});
  press.set("A", {60, 115}, {.features = {.small_caps = true, .all_small_caps = true}});
  const auto glyph_of = [&](std::size_t i) {
    return std::get<pages::GlyphRun>(press.pages.pages[0].items[i]).glyphs[0].id;
  };
  ASSERT_EQ(glyph_of(0), glyph_of(1));
  const std::string pdf = press.write(), source = source_of(pdf);
  EXPECT_EQ(text_of(pdf), "a\nA");
  EXPECT_NE(source.find("<61><0061>"), std::string::npos);
  EXPECT_NE(source.find("<80><0041>"), std::string::npos);
  EXPECT_EQ(source.find("/ActualText"), std::string::npos);
}

TEST(Fonts, AHyphenKeepsItsMeaningWhereverItStandsFirst) {
  Press press;
  press.add_page("1");
  press.set("exam-", {60, 100});
  std::get<pages::GlyphRun>(press.pages.pages[0].items.back()).text.remove_suffix(1);
  press.set("well-known", {60, 115});
  const Typefaces typefaces(press.pages, press.fonts);
  const auto& run = std::get<pages::GlyphRun>(press.pages.pages[0].items[0]);
  EXPECT_EQ(typefaces[run.face][run.glyphs.back().id].text, "-");
}

}  // namespace
}  // namespace octavo::pdf
