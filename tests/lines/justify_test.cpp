#include "lines/justify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "workshop.h"

namespace octavo::lines {
namespace {

using testing::ElementsAre;

const std::string prose =
    "Notes that are linked to one another make a book when somebody puts them into an order, and a book is "
    "read from the first page to the last.";

TEST(Justify, AlignmentPutsTheLineWhereItBelongs) {
  using style::Align;
  const struct {
    Align align;
    double left, right;  // shares of the free room on either side; negative: not told
  } cases[] = {{Align::left, 0, 1}, {Align::right, 1, 0}, {Align::center, 0.5, 0.5}};
  for (const auto& expected : cases) {
    auto paragraph = workshop().text("mind");
    paragraph.align = paragraph.align_last = expected.align;
    const auto line = workshop().set(paragraph, 200)[0];
    const auto room = 200 - (right_edge(line) - line.runs[0].x);
    EXPECT_NEAR(line.runs[0].x, expected.left * room, 0.01);
    EXPECT_NEAR(200 - right_edge(line), expected.right * room, 0.01);
  }
}

TEST(Justify, IndentsAreKept) {
  auto paragraph = workshop().text(prose);
  paragraph.hanging_punctuation = false;
  paragraph.first_indent = -10;
  paragraph.hanging_indent = 25;
  paragraph.end_indent = 15;
  const auto lines = workshop().set(paragraph, 200);
  ASSERT_GT(lines.size(), 2u);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    EXPECT_NEAR(lines[i].runs[0].x, i == 0 ? -10 : 25, 0.001);
    EXPECT_NEAR(right_edge(lines[i]), 185, 0.05);
  }
}

TEST(Justify, TheEndIndentIsKeptBeforeAForcedBreakToo) {
  for (float measure = 100; measure < 200; measure += 3) {
    auto paragraph = workshop().text(prose);
    paragraph.pieces.push_back(ForcedBreak{});
    paragraph.pieces.push_back(Words{prose});
    paragraph.hanging_punctuation = false;
    paragraph.end_indent = 30;
    const auto lines = workshop().set(paragraph, measure);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      EXPECT_FALSE(lines[i].overfull);
      EXPECT_LE(right_edge(lines[i]), measure - 29.99);
    }
  }
}

TEST(Justify, PunctuationHangsOutAtBothEdges) {
  auto paragraph =
      workshop().text("“Quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted, quoted”");
  double leftmost = 0, rightmost = 0;
  for (const auto& line : workshop().set(paragraph, 85)) {
    leftmost = std::min<double>(leftmost, line.runs.front().x);
    rightmost = std::max(rightmost, right_edge(line));
  }
  EXPECT_LT(leftmost, -1);
  EXPECT_GT(rightmost, 86);
  paragraph.hanging_punctuation = false;
  for (const auto& line : workshop().set(paragraph, 85)) {
    EXPECT_GE(line.runs.front().x, 0);
    EXPECT_LE(right_edge(line), 85.01);
  }
}

TEST(Justify, LettersHangInParagraphsAndNotInColumns) {
  // Every line begins with T, the last one too.
  auto paragraph = workshop().empty();
  for (int i = 0; i < 4; ++i) {
    paragraph.pieces.push_back(Words{"These three"});
    if (i < 3) paragraph.pieces.push_back(ForcedBreak{});
  }
  const auto justified = workshop().set(paragraph, 200);
  EXPECT_LT(justified[0].runs[0].x, -0.2);
  for (const auto& line : justified) EXPECT_FLOAT_EQ(line.runs[0].x, justified[0].runs[0].x);
  paragraph.align = style::Align::left;
  for (const auto& line : workshop().set(paragraph, 200)) EXPECT_EQ(line.runs[0].x, 0);
  auto number = workshop().text("47");
  number.align = number.align_last = style::Align::right;
  EXPECT_NEAR(right_edge(workshop().set(number, 200)[0]), 200, 0.001);
}

TEST(Justify, AHyphenIsAGlyphButNoText) {
  const auto lines = workshop().set(workshop().text("incomprehensible hyphenation"), 60);
  ASSERT_GT(lines.size(), 1u);
  EXPECT_TRUE(lines[0].hyphenated);
  const auto& run = lines[0].runs.back();
  EXPECT_EQ(run.glyphs.back().cluster, run.text.size());
  EXPECT_EQ(text_of(lines), "incomprehensible hyphenation");
}

TEST(Justify, ASpaceAtABreakStaysInTheTextOnly) {
  const auto lines = workshop().set(workshop().text(prose), 200);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const auto& run = lines[i].runs.back();
    if (lines[i].hyphenated) continue;
    EXPECT_TRUE(run.text.ends_with(' '));
    EXPECT_NE(run.glyphs.back().cluster, run.text.size() - 1);
  }
}

TEST(Justify, LettersGiveWayBeforeWordSpacesDo) {
  auto paragraph = workshop().text(prose);
  paragraph.hanging_punctuation = false;
  std::size_t untouched = 0, wide = 0, narrow = 0;
  for (float measure = 200; measure < 400; measure += 3) {
    const auto lines = workshop().set(paragraph, measure);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const auto& run = lines[i].runs.front();
      EXPECT_NEAR(right_edge(lines[i]), measure, 0.02);
      EXPECT_GE(run.scaling, 0.98f - 1e-6f);
      EXPECT_LE(run.scaling, 1.02f + 1e-6f);
      EXPECT_NEAR(run.scaling * 1000, std::round(run.scaling * 1000), 1e-3);
      wide += run.scaling > 1;
      narrow += run.scaling < 1;
      // A step of the scaling is what word spaces may still have to make up for.
      const auto has_to_give = run.scaling > 0.9805 && run.scaling < 1.0195;
      const auto step = 0.001 * measure / (workshop().fonts.metrics(workshop().serif).space * 10) * 2;
      if (has_to_give) {
        EXPECT_NEAR(lines[i].ratio, 0, step);
      }
      untouched += has_to_give;
    }
  }
  EXPECT_GT(untouched, 20u);
  EXPECT_GT(wide, 20u);
  EXPECT_GT(narrow, 20u);
}

TEST(Justify, CodeIdeographsAndRaggedLinesAreNotScaled) {
  auto mixed = workshop().empty();
  mixed.pieces = {Words{prose + " "}, Words{"let code = stands(in, columns)", 2}, Words{" " + prose + " 春眠不覺曉處處聞啼鳥。 " + prose}};
  bool scaled = false;
  for (const auto& line : workshop().set(mixed, 230))
    for (const auto& run : line.runs) {
      const auto may = run.size == 10 && run.text.find_first_of("aeiou") != std::string::npos;
      scaled |= run.scaling != 1;
      if (!may && run.text.find_first_not_of(' ') != std::string::npos) {
        EXPECT_EQ(run.scaling, 1) << run.text;
      }
    }
  EXPECT_TRUE(scaled);
  auto ragged = workshop().text(prose);
  ragged.align = style::Align::left;
  for (const auto& line : workshop().set(ragged, 230)) EXPECT_EQ(line.runs[0].scaling, 1);
}

TEST(Justify, SpacesInCodeHardlyStretchBesideThoseOfText) {
  auto paragraph = workshop().empty();
  paragraph.styles[2].has_fixed_spaces = true;
  for (int i = 0; i < 6; ++i) {
    paragraph.pieces.push_back(Words{"Some words of a text, and then "});
    paragraph.pieces.push_back(Words{.text = "a = b + c", .style = 2});
    paragraph.pieces.push_back(Words{", and so on. "});
  }
  const auto width_of_space = [&](glyphs::FontId font) { return workshop().fonts.metrics(font).space; };
  double widest_in_text = 0, widest_in_code = 0;
  for (const auto& line : workshop().set(paragraph, 240)) {
    for (const auto& run : line.runs) {
      const bool is_code = run.size == 8;
      for (const auto& glyph : run.glyphs) {
        if (glyph.cluster >= run.text.size() || run.text[glyph.cluster] != ' ') continue;
        auto& widest = is_code ? widest_in_code : widest_in_text;
        widest = std::max<double>(widest, glyph.advance / width_of_space(is_code ? workshop().mono : workshop().serif));
      }
    }
  }
  EXPECT_GT(widest_in_text, 1.2);
  EXPECT_GE(widest_in_code, 1);
  EXPECT_LT(widest_in_code - 1, (widest_in_text - 1) / 4);
}

TEST(Justify, ALineOfNothingButCodeDoesNotStickOut) {
  auto paragraph = workshop().empty();
  paragraph.styles[2].has_fixed_spaces = true;
  paragraph.pieces.push_back(Words{.text = "let total = first + second + third + fourth + fifth + sixth + seventh;", .style = 2});
  paragraph.hanging_punctuation = false;
  const auto lines = workshop().set(paragraph, 150);
  ASSERT_GT(lines.size(), 1u);
  for (const auto& line : lines) EXPECT_FALSE(line.overfull);
}

// Letters draw together by a hundredth of their width, and never those beside a word space.
TEST(Justify, ATightLineDrawsItsLettersTogether) {
  std::size_t tight = 0;
  for (float measure = 150; measure < 400; measure += 1) {
    const auto lines = workshop().set(workshop().text(prose), measure);
    for (const auto& line : lines) {
      if (line.hyphenated || line.runs.size() != 1) continue;
      const auto& run = line.runs[0];
      for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const auto& glyph = run.glyphs[i];
        const auto drawn = workshop().fonts.advance(run.face, glyph.id) - glyph.advance;
        const auto at_word_end = i + 1 == run.glyphs.size() || run.text[run.glyphs[i + 1].cluster] == ' ';
        if (run.text[glyph.cluster] == ' ' || !at_word_end) continue;
        EXPECT_NEAR(drawn, 0, 1e-5) << text_of(line);
      }
      tight += line.ratio < -0.5;
    }
  }
  EXPECT_GT(tight, 10u);
}

TEST(Justify, HebrewIsSetFromTheRight) {
  const auto line = workshop().set(workshop().text("שלום, עולם", "he"), 200)[0];
  EXPECT_NEAR(right_edge(line), 200, 0.01);
  std::string read;
  for (auto run = line.runs.rbegin(); run != line.runs.rend(); ++run) {
    EXPECT_TRUE(run->right_to_left);
    read += run->text;
    for (std::size_t i = 1; i < run->glyphs.size(); ++i)
      EXPECT_LT(run->glyphs[i].cluster, run->glyphs[i - 1].cluster);
  }
  EXPECT_EQ(read, "שלום, עולם");
}

TEST(Justify, MixedDirectionsStandAsTheyAreRead) {
  std::vector<std::string> runs;
  const auto line = workshop().set(workshop().text("see אבג דהו 12 and"), 300)[0];
  for (const auto& run : line.runs) runs.emplace_back(run.text);
  // From left to right: the number stands left of the Hebrew that precedes it.
  ASSERT_GE(runs.size(), 3u);
  std::string visual;
  for (const auto& run : runs) visual += run;
  EXPECT_LT(visual.find("see"), visual.find("12"));
  EXPECT_LT(visual.find("12"), visual.find("אבג"));
  EXPECT_LT(visual.find("אבג"), visual.find("and"));
}

TEST(Justify, LatinInArabicKeepsItsDirection) {
  const auto line = workshop().set(workshop().text("كتاب Ada Lovelace جديد", "ar"), 300)[0];
  double latin = 0, first = 0, last = 0;
  for (const auto& run : line.runs) {
    if (run.text.find("Ada") != std::string::npos) {
      EXPECT_FALSE(run.right_to_left);
      EXPECT_NE(run.text.find("Ada Lovelace"), std::string::npos);
      latin = run.x;
    }
    if (run.text.find("كتاب") != std::string::npos) first = run.x;
    if (run.text.find("جديد") != std::string::npos) last = run.x;
  }
  EXPECT_LT(last, latin);
  EXPECT_LT(latin, first);
}

TEST(Justify, ChineseIsBrokenBetweenCharactersAndFlush) {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "春眠不覺曉，處處聞啼鳥。";
  const auto lines = workshop().set(workshop().text(text, "zh"), 155);
  ASSERT_GT(lines.size(), 5u);
  for (const auto& line : lines) {
    EXPECT_FALSE(text_of(line).starts_with("，") || text_of(line).starts_with("。"));
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) EXPECT_NEAR(right_edge(lines[i]), 155, 0.05);
  EXPECT_EQ(text_of(lines), text);
}

TEST(Justify, MarksHaveTheirPlaceInTheLine) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Mark{1}, Words{"ink "}, Mark{2}, Words{"two"}, Mark{3}};
  const auto line = workshop().set(paragraph, 200)[0];
  ASSERT_EQ(line.marks.size(), 3u);
  const auto& run = line.runs[0];
  double two = run.x;
  for (const auto& glyph : run.glyphs)
    if (glyph.cluster < 4) two += glyph.advance * 10;
  EXPECT_NEAR(line.marks[0].x, 0, 0.01);
  EXPECT_NEAR(line.marks[1].x, two, 0.01);
  EXPECT_NEAR(line.marks[2].x, right_edge(line), 0.01);
}

TEST(Justify, LetterSpacingIsInTheAdvances) {
  auto paragraph = workshop().text("wide");
  const auto plain = workshop().set(paragraph, 200)[0];
  paragraph.styles[0].letter_spacing = 2;
  EXPECT_NEAR(right_edge(workshop().set(paragraph, 200)[0]), right_edge(plain) + 8, 0.01);
}

TEST(Justify, NeighboursThatLookAlikeBecomeOneRun) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"one two"}, Words{" three"}, Words{" four", 1}, Words{" five", 1, 9}};
  std::vector<std::string> runs;
  const auto line = workshop().set(paragraph, 300)[0];
  for (const auto& run : line.runs) runs.emplace_back(run.text);
  EXPECT_THAT(runs, ElementsAre("one two three", " four", " five"));
}

}  // namespace
}  // namespace octavo::lines
