// Text to glyphs through the door, with the fonts that the book's own styles ask for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <random>

#include "base/failure.h"
#include "base/utf8.h"
#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class FontsTest : public testing::Test {
 protected:
  Fonts fonts;

  FontId serif(Features features = {}) {
    return fonts.request({.families = {"serif"}, .features = features});
  }
  std::string face_of(const glyphs::Run& run) const { return fonts.face(run.face).postscript_name; }
  std::vector<std::string> faces_of(const Shaped& shaped) const {
    std::vector<std::string> names;
    for (const glyphs::Run& run : shaped.runs) names.push_back(face_of(run));
    return names;
  }
  static std::vector<std::uint32_t> ids(const Shaped& shaped) {
    std::vector<std::uint32_t> all;
    for (const glyphs::Run& run : shaped.runs)
      for (const Glyph& glyph : run.glyphs) all.push_back(glyph.id);
    return all;
  }
};

TEST_F(FontsTest, TheSameRequestIsTheSameFont) {
  const FontId first = serif();
  EXPECT_EQ(serif(), first);
  EXPECT_NE(serif({.oldstyle = true}), first);
}

TEST_F(FontsTest, GenericFamiliesAreOurOwnChoice) {
  const struct {
    const char* family;
    int weight;
    bool italic;
    const char* face;
  } cases[] = {
      {"serif", 400, false, "Vollkorn-Regular"},        {"serif", 700, true, "Vollkorn-BoldItalic"},
      {"serif", 600, false, "Vollkorn-SemiBold"},       {"sans-serif", 400, false, "Lato-Regular"},
      {"monospace", 400, true, "JetBrainsMono-Italic"}, {"LATO", 900, false, "Lato-Black"},
  };
  for (const auto& expected : cases) {
    const FontId font =
        fonts.request({.families = {expected.family}, .weight = expected.weight, .italic = expected.italic});
    EXPECT_THAT(faces_of(fonts.shape(font, "word", "en")), ElementsAre(expected.face));
  }
}

TEST_F(FontsTest, AFamilyThatIsNotInstalledGivesWayToTheNext) {
  // fontconfig alone would answer with a font of its own liking.
  const FontId second = fonts.request({.families = {"No Such Family", "Lato"}});
  EXPECT_THAT(faces_of(fonts.shape(second, "word", "en")), ElementsAre("Lato-Regular"));
  const FontId none = fonts.request({.families = {"No Such Family"}});
  EXPECT_THAT(faces_of(fonts.shape(none, "word", "en")), ElementsAre("Vollkorn-Regular"));
  const FontId nothing = fonts.request({});
  EXPECT_THAT(faces_of(fonts.shape(nothing, "word", "en")), ElementsAre("Vollkorn-Regular"));
}

TEST_F(FontsTest, LettersThatBelongTogetherAreOneGlyph) {
  EXPECT_EQ(ids(fonts.shape(serif(), "fi", "en")).size(), 1u);
  EXPECT_EQ(ids(fonts.shape(serif({.ligatures = false}), "fi", "en")).size(), 2u);
}

TEST_F(FontsTest, KerningBringsAVCloser) {
  const float kerned = fonts.shape(serif(), "AV", "en").width;
  const float apart = fonts.shape(serif({.kerning = false}), "AV", "en").width;
  EXPECT_LT(kerned, apart - 0.05f);
}

TEST_F(FontsTest, FeaturesChooseOtherGlyphs) {
  const auto plain = ids(fonts.shape(serif(), "Hamburg 1749", "en"));
  EXPECT_NE(ids(fonts.shape(serif({.lining = true}), "Hamburg 1749", "en")), plain);

  const auto small = ids(fonts.shape(serif({.small_caps = true}), "Hamburg", "en"));
  const auto all_small = ids(fonts.shape(serif({.all_small_caps = true}), "Hamburg", "en"));
  EXPECT_EQ(small.front(), plain.front()) << "the capital stays";
  EXPECT_NE(small.back(), plain[6]);
  EXPECT_NE(all_small.front(), plain.front());
  EXPECT_EQ(all_small.back(), small.back());
}

TEST_F(FontsTest, TabularFiguresAreOfOneWidth) {
  const Shaped& figures = fonts.shape(serif({.tabular = true}), "0123456789", "en");
  for (const Glyph& glyph : figures.runs.front().glyphs)
    EXPECT_FLOAT_EQ(glyph.advance, figures.runs.front().glyphs.front().advance);
}

TEST_F(FontsTest, CodeKeepsItsCharactersWhereLigaturesAreOff) {
  const FontId code = fonts.request({.families = {"monospace"}, .features = {.ligatures = false}});
  const auto arrow = ids(fonts.shape(code, "->", "en"));
  EXPECT_THAT(arrow, ElementsAre(ids(fonts.shape(code, "-", "en")).front(),
                                 ids(fonts.shape(code, ">", "en")).front()));
}

TEST_F(FontsTest, ArabicJoinsAndRunsFromTheRight) {
  const Shaped& word = fonts.shape(serif(), "مرحبا", "ar", true);
  ASSERT_EQ(word.runs.size(), 1u);
  const glyphs::Run& run = word.runs.front();
  EXPECT_TRUE(run.right_to_left);
  EXPECT_EQ(face_of(run), "Amiri-Regular");
  EXPECT_TRUE(std::ranges::is_sorted(run.glyphs, std::greater{}, &Glyph::cluster));
  const auto alone = ids(fonts.shape(serif(), "م", "ar", true));
  EXPECT_NE(run.glyphs.back().id, alone.front()) << "the first letter has its initial form";
}

TEST_F(FontsTest, DevanagariReordersItsVowels) {
  const Shaped& syllable = fonts.shape(serif(), "कि", "hi");
  ASSERT_EQ(syllable.runs.size(), 1u);
  ASSERT_EQ(syllable.runs.front().glyphs.size(), 2u);
  const auto letter = ids(fonts.shape(serif(), "क", "hi")).front();
  EXPECT_EQ(syllable.runs.front().glyphs.back().id, letter) << "the vowel sign stands before its letter";
}

TEST_F(FontsTest, AnotherFaceStepsInForWhatAFontLacks) {
  const struct {
    const char* text;
    const char* language;
    const char* face;
  } cases[] = {
      {"Ωμέγα", "el", "Vollkorn-Regular"},
      {"Привет", "ru", "Vollkorn-Regular"},
      {"שלום", "he", "NotoSerifHebrew-Regular"},
      {"ไทย", "th", "NotoSerifThai-Regular"},
      {"東京", "ja", "NotoSerifCJKjp-Regular"},
      {"東京", "zh-Hant", "NotoSerifCJKtc-Regular"},
      {"東京", "en", "NotoSerifCJKsc-Regular"},
      {"タワー", "en", "NotoSerifCJKjp-Regular"},
      {"한글", "en", "NotoSerifCJKkr-Regular"},
      {"☑", "en", "Symbola"},
      {"😀", "en", "Symbola"},
      {"👩‍👩‍👧", "en", "Symbola"},
  };
  for (const auto& expected : cases) {
    SCOPED_TRACE(expected.text);
    const Shaped& shaped = fonts.shape(serif(), expected.text, expected.language);
    EXPECT_THAT(faces_of(shaped), ElementsAre(expected.face));
    for (const std::uint32_t id : ids(shaped)) EXPECT_NE(id, 0u);
  }
  EXPECT_THAT(fonts.missing(), IsEmpty());
}

TEST_F(FontsTest, StandInsAreOfTheSameKindAndWeight) {
  const FontId bold = fonts.request({.families = {"serif"}, .weight = 700});
  EXPECT_THAT(faces_of(fonts.shape(bold, "東京", "ja")), ElementsAre("NotoSerifCJKjp-Bold"));
  const FontId sans = fonts.request({.families = {"Lato"}});
  EXPECT_THAT(faces_of(fonts.shape(sans, "हिन्दी", "hi")), ElementsAre("NotoSansDevanagari-Regular"));
  EXPECT_THAT(faces_of(fonts.shape(sans, "مرحبا", "ar", true)), ElementsAre("NotoSansArabic-Regular"));
  const FontId code = fonts.request({.families = {"monospace"}});
  EXPECT_THAT(faces_of(fonts.shape(code, "東京", "ja")), ElementsAre("NotoSansMonoCJKjp-Regular"));
}

TEST_F(FontsTest, AWordOfTwoFacesIsInTwoRunsInTheOrderOnPaper) {
  const Shaped& forward = fonts.shape(serif(), "a☑b", "en");
  EXPECT_THAT(faces_of(forward), ElementsAre("Vollkorn-Regular", "Symbola", "Vollkorn-Regular"));
  EXPECT_FLOAT_EQ(forward.width, forward.runs[0].width + forward.runs[1].width + forward.runs[2].width);
  EXPECT_EQ(forward.runs[1].begin, 1u);
  EXPECT_EQ(forward.runs[1].end, 4u);
  const Shaped& backward = fonts.shape(serif(), "שלום☑", "he", true);
  EXPECT_THAT(faces_of(backward), ElementsAre("Symbola", "NotoSerifHebrew-Regular"));
}

TEST_F(FontsTest, MarksStayWithTheirBase) {
  // Vollkorn has the marks of Latin; a niqqud under a Latin letter exists only elsewhere, and takes the
  // letter along.
  const Shaped& composed = fonts.shape(serif(), "e\u0301", "en");
  EXPECT_EQ(ids(composed), ids(fonts.shape(serif(), "é", "en")));
  EXPECT_EQ(fonts.shape(serif(), "ab\u05B8c", "en").runs.size(), 3u);
  const Shaped& combined = fonts.shape(serif(), "x\u20DDy", "en");
  ASSERT_EQ(combined.runs.size(), 2u);
  EXPECT_EQ(combined.runs.front().end, 4u) << "the enclosing circle and its letter are one";
}

TEST_F(FontsTest, WhatCannotBeSeenNeitherChangesTheFaceNorTheWidth) {
  const float plain = fonts.shape(serif(), "ab", "en").width;
  for (const char* invisible :
       {"\u00AD", "\u200B", "\u200C", "\u200D", "\uFE0E", "\uFE0F", "\u2060", "\uFEFF"}) {
    const std::string text = std::string("a") + invisible + "b";
    const Shaped& shaped = fonts.shape(serif({.kerning = false}), text, "en");
    EXPECT_THAT(faces_of(shaped), ElementsAre("Vollkorn-Regular"));
    EXPECT_NEAR(shaped.width, plain, 0.02f);
    EXPECT_EQ(ids(shaped).size(), 2u);
  }
  EXPECT_EQ(fonts.shape(serif(), "\u200D", "en").width, 0.0f);
  EXPECT_THAT(fonts.missing(), IsEmpty());
}

TEST_F(FontsTest, SpacesAndHyphensAFontLacksAreMadeFromThoseItHas) {
  EXPECT_THAT(faces_of(fonts.shape(serif(), "a\u00A0b\u2009c\u202Fd\u2011e\tf", "en")),
              ElementsAre("Vollkorn-Regular"));
  EXPECT_THAT(fonts.missing(), IsEmpty());
}

TEST_F(FontsTest, CharactersNoFontHasAreReportedOnce) {
  const Shaped& shaped = fonts.shape(serif(), "odd\U0010FFFD", "en");
  EXPECT_THAT(faces_of(shaped), ElementsAre("Vollkorn-Regular"));
  EXPECT_EQ(ids(shaped).back(), 0u);
  fonts.shape(serif(), "again\U0010FFFD", "en");
  fonts.shape(serif(), "\uE000\u0378", "en");
  const auto missing = fonts.missing();
  ASSERT_EQ(missing.size(), 3u);
  EXPECT_EQ(missing[0].code_point, U'\u0378');
  EXPECT_EQ(missing[1].code_point, U'\uE000');
  EXPECT_EQ(missing[2].code_point, U'\U0010FFFD');
  EXPECT_EQ(missing[2].text, "odd\U0010FFFD");
  EXPECT_EQ(missing[2].name, "");
  EXPECT_THAT(missing[2].packages, IsEmpty());
  fonts.shape(serif(), "\U00010570", "en");
  for (const Missing& one : fonts.missing())
    if (one.code_point == U'\U00010570') {
      EXPECT_EQ(one.name, "VITHKUQI CAPITAL LETTER A");
    }
}

TEST_F(FontsTest, EqualCallsShareTheResult) {
  const Shaped* first = &fonts.shape(serif(), "word", "en");
  const FontId other = serif({.small_caps = true});
  for (int at = 0; at < 1000; ++at) fonts.shape(serif(), "word" + std::to_string(at), "en");
  EXPECT_EQ(&fonts.shape(serif(), "word", "en"), first);
  EXPECT_NE(&fonts.shape(serif(), "word", "de"), first);
  EXPECT_NE(&fonts.shape(other, "word", "en"), first);
  EXPECT_NE(&fonts.shape(serif(), "word", "en", true), first);
}

TEST_F(FontsTest, RunsAndClustersCoverAnyText) {
  std::mt19937 random(1);
  const char32_t starts[] = {0x20,  0x41,   0x300,   0x5D0,  0x627,  0x915,
                             0x93F, 0x4E00, 0x1F468, 0x200D, 0xFE0F, 0xE000};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int at = 0; at < 12; ++at)
      if (random() % 5 == 0)
        text += static_cast<char>(random());  // bytes that are not UTF-8 among them
      else
        base::append(text, starts[random() % std::size(starts)] + random() % 16);
    const bool right_to_left = round % 2 == 1;
    const Shaped& shaped = fonts.shape(serif(), text, "en", right_to_left);
    std::uint32_t reached = 0;
    auto runs = shaped.runs;
    if (right_to_left) std::ranges::reverse(runs);
    for (const glyphs::Run& run : runs) {
      EXPECT_EQ(run.begin, reached);
      reached = run.end;
      float width = 0;
      for (const Glyph& glyph : run.glyphs) {
        EXPECT_GE(glyph.cluster, run.begin);
        EXPECT_LT(glyph.cluster, run.end);
        width += glyph.advance;
      }
      EXPECT_NEAR(run.width, width, 0.001f);
    }
    EXPECT_EQ(reached, text.size());
  }
  EXPECT_TRUE(fonts.shape(serif(), "", "en").runs.empty());
}

TEST_F(FontsTest, AHeapOfMarksTakesNoLongerThanItsLength) {
  std::string text = "a";
  for (int at = 0; at < 100'000; ++at) text += "\u0316";
  const Shaped& shaped = fonts.shape(serif(), text, "en");
  for (const glyphs::Run& run : shaped.runs) EXPECT_LE(run.end - run.begin, 2000u);
  EXPECT_EQ(shaped.runs.back().end, text.size());
}

TEST_F(FontsTest, MetricsAreThoseOfTheFirstFamily) {
  const Metrics metrics = fonts.metrics(fonts.request({.families = {"No Such Family", "Vollkorn", "Lato"}}));
  EXPECT_FLOAT_EQ(metrics.space, fonts.shape(serif(), " ", "en").width);
  EXPECT_FLOAT_EQ(metrics.hyphen, fonts.shape(serif(), "-", "en").width);
  EXPECT_GT(metrics.ascent, metrics.cap_height);
  EXPECT_GT(metrics.cap_height, metrics.x_height);
  EXPECT_GT(metrics.x_height, 0.3f);
  EXPECT_GT(metrics.descent, 0.1f);
  EXPECT_GT(metrics.underline_position, 0.0f);
  EXPECT_GT(metrics.underline_thickness, 0.0f);
}

TEST_F(FontsTest, FactsAreWhatAPdfSaysOfAFont) {
  const FontId italic = fonts.request({.families = {"serif"}, .weight = 700, .italic = true});
  const FaceFacts facts = fonts.face(fonts.shape(italic, "a", "en").runs.front().face);
  EXPECT_EQ(facts.postscript_name, "Vollkorn-BoldItalic");
  EXPECT_THAT(facts.path, testing::EndsWith("Vollkorn-BoldItalic.ttf"));
  EXPECT_FALSE(facts.is_cff);
  EXPECT_FALSE(facts.is_monospaced);
  EXPECT_EQ(facts.units_per_em, 1000u);
  EXPECT_EQ(facts.weight, 700);
  EXPECT_LT(facts.italic_angle, -5.0f);
  EXPECT_LT(facts.descent, 0.0f);
  EXPECT_LT(facts.box[0], facts.box[2]);
  EXPECT_LT(facts.box[1], facts.box[3]);

  const FontId code = fonts.request({.families = {"monospace"}});
  EXPECT_TRUE(fonts.face(fonts.shape(code, "a", "en").runs.front().face).is_monospaced);
  EXPECT_TRUE(fonts.face(fonts.shape(serif(), "東", "ja").runs.front().face).is_cff);
}

TEST(FontsAtStart, SayWhatToInstallWhereThereAreNoFonts) {
  const std::string path = testing::TempDir() + "no_fonts.conf";
  std::ofstream(path) << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig/>";
  setenv("FONTCONFIG_FILE", path.c_str(), 1);
  try {
    Fonts fonts;
    fonts.request({});
    ADD_FAILURE() << "fonts were found";
  } catch (const base::Failure& failure) {
    EXPECT_THAT(failure.what(), StartsWith("no font"));
    EXPECT_THAT(failure.what(), HasSubstr("fonts-vollkorn"));
    EXPECT_THAT(failure.what(), HasSubstr("fonts-noto-core"));
  }
  unsetenv("FONTCONFIG_FILE");
}

}  // namespace
}  // namespace octavo::glyphs
