// What each declaration does, on a paragraph of 10 pt in a parent of 20 pt.
#include "style/properties.h"

#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

Computed of(std::string_view declarations) {
  const Document document;
  std::string css = "section { font-size: 20pt; line-height: 1.5; color: #ff0000 } .first { ";
  css += declarations;
  return styled(css + " }", document.first);
}

struct LengthCase {
  std::string_view css;
  float Computed::*member;
  float points;
};

class OneLength : public testing::TestWithParam<LengthCase> {};

TEST_P(OneLength, ComesToPoints) {
  EXPECT_NEAR(of(GetParam().css).*GetParam().member, GetParam().points, 1e-3) << GetParam().css;
}

INSTANTIATE_TEST_SUITE_P(Properties, OneLength,
                         testing::ValuesIn(std::vector<LengthCase>{
                             {"font-size: 10pt", &Computed::font_size, 10},
                             {"font-size: 0.5em", &Computed::font_size, 10},
                             {"font-size: 50%", &Computed::font_size, 10},
                             {"font-size: 2rem", &Computed::font_size, 20},
                             {"font-size: 1lh", &Computed::font_size, 30},
                             {"font-size: larger", &Computed::font_size, 24},
                             {"font-size: medium", &Computed::font_size, 10},
                             {"font-size: -3pt", &Computed::font_size, 20},
                             {"font-size: 10", &Computed::font_size, 20},
                             {"font-size: 0", &Computed::font_size, 1},
                             {"font-size: 1e9pt", &Computed::font_size, 1000},
                             {"text-indent: 1em", &Computed::text_indent, 20},
                             {"text-indent: 1em; font-size: 10pt", &Computed::text_indent, 10},
                             {"text-indent: -2ex", &Computed::text_indent, -20},
                             {"text-indent: 12px", &Computed::text_indent, 9},
                             {"text-indent: 1in", &Computed::text_indent, 72},
                             {"text-indent: 25.4mm", &Computed::text_indent, 72},
                             {"text-indent: 2.54CM", &Computed::text_indent, 72},
                             {"text-indent: 1pc", &Computed::text_indent, 12},
                             {"text-indent: 2lh", &Computed::text_indent, 60},
                             {"text-indent: calc(1em + 2 * (3pt - 1pt))", &Computed::text_indent, 24},
                             {"text-indent: calc(1lh / 2)", &Computed::text_indent, 15},
                             {"text-indent: calc(1pt + 2)", &Computed::text_indent, 0},
                             {"text-indent: calc(1pt / 0)", &Computed::text_indent, 0},
                             {"text-indent: calc(1pt", &Computed::text_indent, 0},
                             {"text-indent: 1pt 2pt", &Computed::text_indent, 0},
                             {"text-indent: 10%", &Computed::text_indent, 0},
                             {"line-height: 1.2", &Computed::line_height, 24},
                             {"line-height: 120%", &Computed::line_height, 24},
                             {"line-height: 13.5pt", &Computed::line_height, 13.5},
                             {"line-height: 1lh; font-size: 5pt", &Computed::line_height, 30},
                             {"line-height: normal", &Computed::line_height, 24},
                             {"font-size: 10pt", &Computed::line_height, 15},
                             {"letter-spacing: 0.05em", &Computed::letter_spacing, 1},
                             {"letter-spacing: 1pt; letter-spacing: normal", &Computed::letter_spacing, 0},
                             {"column-gap: 18pt", &Computed::column_gap, 18},
                             {"column-gap: normal", &Computed::column_gap, 20},
                             {"vertical-align: super", &Computed::rise, 7},
                             {"vertical-align: 3pt", &Computed::rise, 3},
                             {"vertical-align: -10%", &Computed::rise, -3},
                             {"vertical-align: sub; vertical-align: baseline", &Computed::rise, 0},
                             {"width: 60mm", &Computed::width, 170.079f},
                             {"width: 60mm; width: auto", &Computed::width, 0},
                             {"height: 2lh", &Computed::height, 60},
                             {"font: italic 600 10pt/13.5pt Vollkorn, serif", &Computed::line_height, 13.5},
                             {"line-height: 99pt; font: 10pt serif", &Computed::line_height, 12},
                         }));

TEST(Properties, WordsChooseTheirValue) {
  EXPECT_TRUE(of("font-style: italic").italic);
  EXPECT_FALSE(of("font-style: italic; font-style: normal").italic);
  EXPECT_EQ(of("font-weight: bold").weight, 700);
  EXPECT_EQ(of("font-weight: 650").weight, 650);
  EXPECT_EQ(of("font-weight: 1001").weight, 400);
  EXPECT_EQ(of("font-weight: bolder").weight, 700);
  EXPECT_EQ(of("font-weight: lighter").weight, 100);
  EXPECT_TRUE(of("font-variant-caps: small-caps").small_caps);
  EXPECT_FALSE(of("font-variant-caps: small-caps").all_small_caps);
  EXPECT_TRUE(of("font-variant-caps: all-small-caps").all_small_caps);
  EXPECT_TRUE(of("font-variant-numeric: oldstyle-nums").oldstyle);
  const auto table =
      of("font-variant-numeric: oldstyle-nums; font-variant-numeric: lining-nums tabular-nums");
  EXPECT_TRUE(table.lining && table.tabular && !table.oldstyle);
  EXPECT_FALSE(of("font-variant-ligatures: none").ligatures);
  EXPECT_TRUE(of("font-variant: small-caps lining-nums").lining);
  EXPECT_EQ(of("text-align: center").align, Align::center);
  EXPECT_EQ(of("text-align: start").align, Align::left);
  EXPECT_FALSE(of("hyphens: manual").hyphens);
  EXPECT_EQ(of("white-space: pre-wrap").white_space, WhiteSpace::pre_wrap);
  EXPECT_EQ(of("text-transform: uppercase").transform, Transform::uppercase);
  EXPECT_EQ(of("list-style-type: lower-latin").list_style, ListStyle::lower_alpha);
  EXPECT_EQ(of("list-style-type: \"– \"").list_mark, base::Names{"– "});
  EXPECT_EQ(of("list-style: outside upper-roman").list_style, ListStyle::upper_roman);
  EXPECT_EQ(of("text-transform: capitalize").transform, Transform::capitalize);
  EXPECT_EQ(of("tab-size: 8").tab_size, 8);
  EXPECT_EQ(of("hyphenate-limit-chars: 8 3 auto").hyphen_limits, (HyphenLimits{8, 3, 0}));
  EXPECT_EQ(of("hyphenate-limit-chars: auto 4").hyphen_limits, (HyphenLimits{0, 4, 4}));
  EXPECT_FLOAT_EQ(of("word-spacing: 0.1em").word_spacing, 2);
  EXPECT_EQ(of("vertical-align: bottom").box_align, VerticalAlign::bottom);
  EXPECT_FLOAT_EQ(of("width: 60%").width_share, 0.6f);
  EXPECT_FLOAT_EQ(of("max-width: 2em").max_width, 40);
  EXPECT_EQ(of("list-style: none").list_style, ListStyle::none);
  EXPECT_EQ(of("orphans: 4").orphans, 4);
  EXPECT_EQ(of("orphans: 0").orphans, 2);
  EXPECT_FALSE(of("hanging-punctuation: none").hanging_punctuation);
  EXPECT_TRUE(of("hanging-punctuation: none; hanging-punctuation: first last allow-end").hanging_punctuation);
  EXPECT_EQ(of("display: none").display, Display::none);
  EXPECT_EQ(of("display: run-in").display, Display::run_in);
  EXPECT_EQ(of("break-before: recto").break_before, Break::recto);
  EXPECT_EQ(of("break-before: right").break_before, Break::recto);
  EXPECT_EQ(of("page-break-after: always").break_after, Break::page);
  EXPECT_EQ(of("break-inside: avoid").break_inside, Break::avoid);
  EXPECT_EQ(of("break-inside: page").break_inside, Break::automatic);
  EXPECT_EQ(of("columns: 2").column_count, 2);
  EXPECT_EQ(of("page: plates").page, "plates");
  EXPECT_EQ(of("page: plates; page: auto").page, "");
}

TEST(Properties, FamiliesAreListsOfNames) {
  EXPECT_EQ(of("font-family: \"EB Garamond\", Linux Libertine O, serif").families,
            (std::vector<std::string>{"EB Garamond", "Linux Libertine O", "serif"}));
  EXPECT_EQ(of("font-family: a,").families, (std::vector<std::string>{"serif"}));
  const auto font = of("font: italic small-caps 600 10pt/1.3 Vollkorn, serif");
  EXPECT_EQ(font.families, (std::vector<std::string>{"Vollkorn", "serif"}));
  EXPECT_TRUE(font.italic && font.small_caps);
  EXPECT_EQ(font.weight, 600);
  EXPECT_FLOAT_EQ(font.line_height, 13);
}

TEST(Properties, AShorthandResetsWhatItDoesNotName) {
  EXPECT_EQ(of("font-weight: 700; font-style: italic; font: 10pt serif").weight, 400);
  EXPECT_EQ(of("font: 10pt serif; font-weight: 700").weight, 700);
  EXPECT_FALSE(of("font-variant-caps: small-caps; font-variant: normal").small_caps);
}

TEST(Properties, VariantsAreOfTheFontAndFeaturesAreCalledByTheirTags) {
  EXPECT_EQ(of("font-variant-numeric: slashed-zero diagonal-fractions").variants, slashed_zero | fractions);
  EXPECT_EQ(of("font-variant-numeric: slashed-zero; font-variant-numeric: ordinal").variants, ordinals);
  EXPECT_EQ(of("font-variant-ligatures: discretionary-ligatures no-contextual").variants, discretionary_ligatures | no_contextual);
  EXPECT_FALSE(of("font-variant-ligatures: none").ligatures);
  EXPECT_EQ(of("font-variant-position: super; font-variant: normal").variants, 0u);
  EXPECT_EQ(of("font-variant: titling-caps sub oldstyle-nums").variants, titling_caps | inferiors);
  EXPECT_FALSE(of("font-variant-caps: small-caps; font-variant-caps: petite-caps").small_caps);
  EXPECT_FALSE(of("font-kerning: none").kerning);
  EXPECT_EQ(of("font-feature-settings: \"ss01\", 'zero' off, \"cv05\" 2").font_features, (base::Names{"ss01=1", "zero=0", "cv05=2"}));
  EXPECT_TRUE(of("font-feature-settings: \"ss01\", \"toolong\"").font_features.empty());
}

TEST(Properties, ContentIsPartsThatAreFoundWhereItIsSet) {
  EXPECT_FALSE(of("orphans: 3").content);
  EXPECT_TRUE(of("content: none").content->parts.empty());
  const auto parts = of("content: \"No. \" counter(fig, upper-roman) counters(item, \".\") attr(Lang) open-quote").content->parts;
  ASSERT_EQ(parts.size(), 5u);
  EXPECT_EQ(parts[0].text, "No. ");
  EXPECT_EQ(parts[1], (ContentPart{ContentKind::counter, "fig", "", ListStyle::upper_roman, Pick::first}));
  EXPECT_EQ(parts[2], (ContentPart{ContentKind::counters, "item", ".", std::nullopt, Pick::first}));
  EXPECT_EQ(parts[3].text, "lang");
  EXPECT_EQ(parts[4].kind, ContentKind::open_quote);
  EXPECT_EQ(of("content: string(chapter, first-except)").content->parts[0].pick, Pick::first_except);
  EXPECT_TRUE(of("content: \"*\" / \"\"").content->is_decoration);
  EXPECT_FALSE(of("content: \"*\" / \"star\"").content->is_decoration);
  for (const char* wrong : {"content: counter()", "content: string(a, middle)", "content: url(x.png)", "content: \"a\" 3", "content: \"a\" /"})
    EXPECT_FALSE(of(wrong).content) << wrong;
}

TEST(Properties, StringsAndCountersAreLists) {
  const auto strings = of("string-set: chapter \"Ch. \" counter(chapter), title content(text)").strings;
  ASSERT_EQ(strings->size(), 2u);
  EXPECT_EQ(strings->at(0).parts.size(), 2u);
  EXPECT_EQ(strings->at(1).name, "title");
  EXPECT_EQ(strings->at(1).parts[0].kind, ContentKind::content);
  const auto changes = of("counter-increment: a b -2 c").counter_increment;
  ASSERT_EQ(changes->size(), 3u);
  EXPECT_EQ(changes->at(0).by, 1);
  EXPECT_EQ(changes->at(1).by, -2);
  EXPECT_EQ(of("counter-reset: a").counter_reset->at(0).by, 0);
  EXPECT_FALSE(of("counter-reset: a; counter-reset: none").counter_reset);
  EXPECT_EQ(of("quotes: \"«\" \"»\"").quotes, (base::Names{"«", "»"}));
  EXPECT_TRUE(of("quotes: \"«\"").quotes.empty());
  const Document document;
  EXPECT_FALSE(styled("section { counter-reset: a; string-set: b \"c\" } p { color: red }", document.first).strings) << "not inherited";
}

TEST(Properties, InitialLettersHaveASizeInLinesAndASink) {
  const auto of_letter = [](const std::string& value) {
    const Document document;
    const Element letter{.name = "::first-letter", .parent = &document.first};
    const auto style = styled("p::first-letter { initial-letter: " + value + " }", letter);
    return std::pair(style.initial_lines, style.initial_sink);
  };
  EXPECT_EQ(of_letter("3"), std::pair(3.0f, 0));
  EXPECT_EQ(of_letter("3 2"), std::pair(3.0f, 2));
  EXPECT_EQ(of_letter("2.5 drop"), std::pair(2.5f, 0));
  EXPECT_EQ(of_letter("raise 2"), std::pair(2.0f, 1));
  EXPECT_EQ(of_letter("2 raise"), std::pair(2.0f, 1));
  EXPECT_EQ(of_letter("normal"), std::pair(0.0f, 0));
  for (const char* wrong : {"0.5", "3 0", "3 1.5", "raise", "3 2 raise"}) EXPECT_EQ(of_letter(wrong), std::pair(0.0f, 0)) << wrong;
}

TEST(Properties, BordersHaveAStyleOnEachSideAndRoundCorners) {
  using enum LineStyle;
  using Styles = std::array<LineStyle, 4>;
  EXPECT_EQ(of("border: 1pt dashed").border_style, (Styles{dashed, dashed, dashed, dashed}));
  EXPECT_EQ(of("border-style: dotted double").border_style, (Styles{dotted, twofold, dotted, twofold}));
  EXPECT_EQ(of("border: groove; border-left-style: hidden").border_style, (Styles{solid, solid, solid, none}));
  EXPECT_FLOAT_EQ(of("border-radius: 0.5em; font-size: 10pt").radius, 5);
  EXPECT_EQ(notes("p { border-radius: 1pt / 2pt }").size(), 1u);
  const Document document;
  EXPECT_EQ(styled("section { border: 1pt dashed; border-radius: 2pt }", document.first).border_style, Styles{}) << "not inherited";
}

TEST(Properties, LinesAtWordsHaveAStyleAColourAThicknessAndAPlace) {
  const auto line = of("text-decoration: dotted underline #00f 0.8pt; text-underline-offset: 2pt");
  EXPECT_TRUE(line.underline);
  EXPECT_EQ(line.decoration, (Decoration{LineStyle::dotted, base::Color{0, 0, 1}, 0.8f, 2}));
  EXPECT_EQ(of("text-decoration-style: double; text-decoration: underline").decoration.style, LineStyle::solid);
  EXPECT_EQ(of("text-decoration-line: underline; text-decoration-style: dashed; text-decoration-thickness: auto").decoration.style, LineStyle::dashed);
  const Document document;
  EXPECT_EQ(styled("section { text-decoration: underline dotted 2pt } p { text-decoration: none }", document.first).decoration.style, LineStyle::dotted);
  EXPECT_EQ(notes("u { text-decoration-style: wavy }").size(), 1u);
  EXPECT_EQ(notes("u { text-decoration: underline wavy }").size(), 1u);
}

TEST(Properties, MarginsAtTheSidesMayBeAutomatic) {
  EXPECT_TRUE(of("margin: 2pt auto").auto_left);
  EXPECT_TRUE(of("margin: 2pt auto").auto_right);
  EXPECT_EQ(of("margin: 2pt auto").margin, (Sides{2, 0, 2, 0}));
  EXPECT_FALSE(of("margin: auto; margin-left: 1pt").auto_left);
  EXPECT_TRUE(of("margin: auto; margin-left: 1pt").auto_right);
}

TEST(Properties, OnlyAFirstLetterFloats) {
  EXPECT_TRUE(notes("p::first-letter { float: left; initial-letter: 3 }").empty());
  EXPECT_EQ(notes("aside { float: left }").at(0), "float: left | print has \"float\" of ::first-letter alone: what is read stands in one flow");
  EXPECT_EQ(notes("p { initial-letter: 3 }").size(), 1u);
  EXPECT_EQ(notes("p::first-letter { float: right }").size(), 1u);
}

// One table is the whole truth: every name in it is found, and none of what print cannot do is in it.
TEST(Properties, WhatPrintCannotDoIsNoPropertyOfItsOwn) {
  const Properties properties;
  for (const auto& one : unsupported()) {
    EXPECT_FALSE(properties.find(one.name)) << one.name;
    EXPECT_FALSE(one.why.empty()) << one.name;
  }
  for (const auto& name : properties.names()) EXPECT_TRUE(properties.find(name)) << name;
}

TEST(Properties, TheLastLineFollowsTheOthersUnlessToldOtherwise) {
  EXPECT_EQ(of("text-align: center").align_last, Align::center);
  EXPECT_EQ(of("text-align: justify").align_last, Align::left);
  EXPECT_EQ(of("text-align: justify; text-align-last: justify").align_last, Align::justify);
  const Document document;
  EXPECT_EQ(styled("section { text-align-last: right } p { text-align: center }", document.first).align_last,
            Align::right);
  EXPECT_EQ(styled("section { text-align: justify } p { text-align: center }", document.first).align_last,
            Align::center);
}

struct ColorCase {
  std::string_view css;
  base::Color color;
};

class OneColor : public testing::TestWithParam<ColorCase> {};

TEST_P(OneColor, IsSeenOnWhitePaper) {
  const auto color = of("color: " + std::string(GetParam().css)).color;
  EXPECT_NEAR(color.red, GetParam().color.red, 0.003) << GetParam().css;
  EXPECT_NEAR(color.green, GetParam().color.green, 0.003) << GetParam().css;
  EXPECT_NEAR(color.blue, GetParam().color.blue, 0.003) << GetParam().css;
}

INSTANTIATE_TEST_SUITE_P(Properties, OneColor,
                         testing::ValuesIn(std::vector<ColorCase>{
                             {"black", {0, 0, 0}},
                             {"White", {1, 1, 1}},
                             {"gray", {0.502f, 0.502f, 0.502f}},
                             {"rebeccapurple", {0.4f, 0.2f, 0.6f}},
                             {"#369", {0.2f, 0.4f, 0.6f}},
                             {"#336699", {0.2f, 0.4f, 0.6f}},
                             {"#0000", {1, 1, 1}},
                             {"#00000080", {0.498f, 0.498f, 0.498f}},
                             {"rgb(51, 102, 153)", {0.2f, 0.4f, 0.6f}},
                             {"rgb(20% 40% 60%)", {0.2f, 0.4f, 0.6f}},
                             {"rgba(0, 0, 0, 0.08)", {0.92f, 0.92f, 0.92f}},
                             {"rgb(0 0 0 / 8%)", {0.92f, 0.92f, 0.92f}},
                             {"currentcolor", {1, 0, 0}},
                             {"transparent", {1, 1, 1}},
                             {"#12", {1, 0, 0}},  // no colour: the parent's
                             {"#ggg", {1, 0, 0}},
                             {"rgb(1, 2)", {1, 0, 0}},
                             {"nocolor", {1, 0, 0}},
                         }));

TEST(Properties, MarginsGoRoundFromTheTop) {
  EXPECT_EQ(of("margin: 1pt").margin, (Sides{1, 1, 1, 1}));
  EXPECT_EQ(of("margin: 1pt 2pt").margin, (Sides{1, 2, 1, 2}));
  EXPECT_EQ(of("margin: 1pt 2pt 3pt").margin, (Sides{1, 2, 3, 2}));
  EXPECT_EQ(of("margin: 1pt 2pt 3pt 4pt").margin, (Sides{1, 2, 3, 4}));
  EXPECT_EQ(of("margin: 1pt 2pt 3pt 4pt 5pt").margin, Sides{});
  EXPECT_EQ(of("margin: -1em auto 0").margin, (Sides{-20, 0, 0, 0}));
  EXPECT_EQ(of("margin: 1pt; margin-left: 2pt").margin, (Sides{1, 1, 1, 2}));
  EXPECT_EQ(of("margin-left: 2pt; margin: 1pt").margin, (Sides{1, 1, 1, 1}));
  EXPECT_EQ(of("padding: 1pt 2pt").padding, (Sides{1, 2, 1, 2}));
  EXPECT_EQ(of("padding: -1pt").padding, Sides{});
}

TEST(Properties, ABorderIsThereOnlyWithAStyle) {
  EXPECT_EQ(of("border-left: 1.5pt solid").border, (Sides{0, 0, 0, 1.5}));
  EXPECT_EQ(of("border: 1pt").border, Sides{});
  EXPECT_EQ(of("border-style: solid").border, (Sides{2.25, 2.25, 2.25, 2.25}));
  EXPECT_EQ(of("border-width: 1pt 2pt; border-style: solid none").border, (Sides{1, 0, 1, 0}));
  EXPECT_EQ(of("border: solid 1pt; border-bottom: none").border, (Sides{1, 1, 0, 1}));
  EXPECT_EQ(of("border: solid 1pt; border: 0").border, Sides{});
  EXPECT_EQ(of("border-top: #00f 1pt solid").border_color[0], (base::Color{0, 0, 1}));
  EXPECT_EQ(of("border-top: 1pt solid").border_color[0], (base::Color{1, 0, 0}));  // currentcolor
  EXPECT_EQ(of("border-color: black white; border-style: solid").border_color[3], (base::Color{1, 1, 1}));
}

TEST(Properties, ABackgroundIsAColorOrNothing) {
  EXPECT_EQ(of("background: #fff").background, (base::Color{1, 1, 1}));
  EXPECT_EQ(of("background-color: currentcolor").background, (base::Color{1, 0, 0}));
  EXPECT_FALSE(of("background: #fff; background: none").background);
  EXPECT_FALSE(of("background: transparent").background);
  EXPECT_FALSE(of("background: url(x.png)").background);
}

TEST(Properties, LinesUnderAnElementRunOnUnderWhatItHolds) {
  const Document document;
  EXPECT_TRUE(
      styled("section { text-decoration: underline } p { text-decoration: none }", document.first).underline);
  const auto both = styled("section { text-decoration: underline } p { text-decoration-line: line-through }",
                           document.first);
  EXPECT_TRUE(both.underline && both.line_through);
  EXPECT_FALSE(of("text-decoration: underline; text-decoration: none").underline);
}

TEST(Properties, CssWideWordsWorkForAllOfThem) {
  const Properties properties;
  const Document document;
  for (const auto& name : properties.names())
    for (const std::string_view word : {"inherit", "initial", "unset"})
      EXPECT_TRUE(settings(*properties.find(name), tokens(word))) << name << ": " << word;
  const std::string section =
      "section { margin: 4pt; border: 1pt solid blue; font-size: 20pt; line-height: 15pt; color: red } ";
  const auto inherited = styled(section + "p { margin: inherit; border: inherit }", document.first);
  EXPECT_EQ(inherited.margin, (Sides{4, 4, 4, 4}));
  EXPECT_EQ(inherited.border, (Sides{1, 1, 1, 1}));
  EXPECT_EQ(inherited.border_color[0], (base::Color{0, 0, 1}));
  const auto initial =
      styled(section + "p { font-size: initial; line-height: initial; color: initial }", document.first);
  EXPECT_FLOAT_EQ(initial.font_size, 10);
  EXPECT_FLOAT_EQ(initial.line_height, 12);
  EXPECT_EQ(initial.color, base::Color{});
  const auto unset =
      styled(section + "p { margin: 1pt; color: blue; margin: unset; color: unset }", document.first);
  EXPECT_EQ(unset.margin, Sides{});
  EXPECT_EQ(unset.color, (base::Color{1, 0, 0}));
}

}  // namespace
}  // namespace octavo::style
