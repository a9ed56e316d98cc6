#include "lines/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "lines/opportunities.h"
#include "lines/protrusion.h"
#include "workshop.h"

namespace octavo::lines {
namespace {

using testing::ElementsAre;

constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(Lines, NothingMakesNoLineAndAnythingMakesOne) {
  EXPECT_EQ(workshop().set(workshop().empty(), 100).size(), 0u);
  for (const Piece& piece :
       {Piece(Words{""}), Piece(Words{" \n "}), Piece(Mark{4}), Piece(ForcedBreak{}), Piece(Fill{})}) {
    auto paragraph = workshop().empty();
    paragraph.pieces.push_back(piece);
    const auto lines = workshop().set(paragraph, 100);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_TRUE(lines[0].runs.empty());
    EXPECT_GT(lines[0].ascent, 0);
  }
}

TEST(Lines, AForcedBreakEndsALine) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"one "}, ForcedBreak{}, ForcedBreak{}, Words{" two"}, ForcedBreak{}};
  EXPECT_THAT(texts(workshop().set(paragraph, 100)), ElementsAre("one ", "", "two "));  // as white space that breaks a line is
}

TEST(Lines, EachLineKnowsHowMuchTextCameBefore) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"one  two"}, Mark{1}, Words{"12", 0, 0, false}, Words{" three"}};
  paragraph.align = style::Align::left;
  std::vector<std::uint32_t> offsets;
  for (const auto& line : workshop().set(paragraph, 30)) offsets.push_back(line.text_offset);
  EXPECT_THAT(offsets, ElementsAre(0u, 5u, 9u));
}

TEST(Lines, CodeCountsItsNewlinesAndTabs) {
  std::vector<std::uint32_t> offsets;
  for (const auto& line : workshop().set(workshop().code("ab\n\tcd\r\n\nef"), 200))
    offsets.push_back(line.text_offset);
  EXPECT_THAT(offsets, ElementsAre(0u, 3u, 8u, 9u));
}

TEST(Lines, ABoxIsALetterThatMayBeHigh) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{"see "}, Box{30, 40, 2, 5}, Words{" here"}};
  const auto line = workshop().set(paragraph, 200)[0];
  ASSERT_EQ(line.boxes.size(), 1u);
  EXPECT_EQ(line.boxes[0].tag, 5u);
  EXPECT_EQ(line.ascent, 40);
  EXPECT_NEAR(line.boxes[0].x, right_edge(line.runs[0]), 0.01);
  EXPECT_NEAR(line.runs[1].x, line.boxes[0].x + 30, 0.01);
}

TEST(Lines, CodeKeepsItsIndentationAndTurnsOver) {
  auto paragraph =
      workshop().code("fn main() {\n    let answer = compute_the_answer(first_argument, second);\n}\n");
  paragraph.hanging_indent = 20;
  const auto lines = workshop().set(paragraph, 200);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(text_of(lines[0]), "fn main() {");
  EXPECT_TRUE(text_of(lines[1]).starts_with("    let answer"));
  EXPECT_FALSE(lines[1].turned_over);
  EXPECT_NEAR(lines[1].runs[0].x, 0, 0.01);
  EXPECT_TRUE(lines[2].turned_over);
  EXPECT_NEAR(lines[2].runs[0].x, 20, 0.01);
  EXPECT_NEAR(lines[3].runs[0].x, 0, 0.01);
  EXPECT_EQ(text_of(lines[1]) + text_of(lines[2]),
            "    let answer = compute_the_answer(first_argument, second);");
}

TEST(Lines, SpacesInCodeHaveTheWidthOfTheFont) {
  auto paragraph = workshop().code("a  b    c");
  const auto line = workshop().set(paragraph, 200)[0];
  EXPECT_NEAR(right_edge(line), 9 * workshop().fonts.metrics(workshop().mono).space * 8, 0.01);
}

TEST(Lines, ALongAddressIsBrokenAndLosesNothing) {
  auto paragraph = workshop().empty();
  const std::string address =
      "https://example.org/a/very/long/path/that/never/ends?query=something&page=42#fragment";
  paragraph.pieces = {Words{"See "}, Words{address, 2}, Words{" for more."}};
  const auto lines = workshop().set(paragraph, 150);
  ASSERT_GT(lines.size(), 2u);
  for (const auto& line : lines) {
    EXPECT_FALSE(line.overfull);
    EXPECT_FALSE(line.hyphenated);
    EXPECT_LE(right_edge(line), 155);
  }
  EXPECT_EQ(text_of(lines), "See " + address + " for more.");
}

TEST(Lines, AWordWiderThanTheMeasureIsOverfullAndAlone) {
  auto paragraph = workshop().text("a Llanfairpwllgwyngyll b");
  paragraph.styles[0].hyphenate = false;
  const auto lines = workshop().set(paragraph, 40);
  EXPECT_THAT(texts(lines), ElementsAre("a ", "Llanfairpwllgwyngyll ", "b"));
  EXPECT_FALSE(lines[0].overfull);
  EXPECT_TRUE(lines[1].overfull);
  EXPECT_FALSE(lines[2].overfull);
}

TEST(Lines, AnyMeasureWillDo) {
  for (const float measure : {-5.0f, 0.0f, 0.001f, 1e9f, std::nanf("")}) {
    const auto lines = workshop().set(workshop().text("some words to set"), measure);
    EXPECT_EQ(text_of(lines), "some words to set");
  }
}

class RandomParagraphs : public testing::TestWithParam<style::Align> {};

TEST_P(RandomParagraphs, KeepTheirTextAndTheirMeasure) {
  std::size_t justified = 0, hyphenated = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Dice dice(seed);
    auto paragraph = workshop().empty();
    paragraph.align = GetParam();
    paragraph.align_last = GetParam() == style::Align::justify ? style::Align::left : GetParam();
    paragraph.first_indent = static_cast<float>(dice(3)) * 10;
    std::string source;
    const auto pieces = 1 + dice(6);
    for (std::uint32_t i = 0; i < pieces; ++i) {
      paragraph.pieces.push_back(Mark{i});
      const auto text = random_text(dice, 1 + dice(25)) + " ";
      paragraph.pieces.push_back(Words{text, dice(2)});
      source += text;
    }
    source.pop_back();
    const auto measure = static_cast<float>(120 + dice(250));
    const auto lines = workshop().set(paragraph, measure);
    EXPECT_EQ(text_of(lines), source) << "seed " << seed;

    std::uint32_t next_mark = 0;
    std::string so_far;
    for (const auto& line : lines) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ": " + text_of(line));
      for (const auto& mark : line.marks) EXPECT_EQ(mark.id, next_mark++);
      EXPECT_FALSE(line.overfull);
      // At most a quotation mark, a hyphen or a stop may hang out.
      EXPECT_LE(right_edge(line), measure + 4);
      EXPECT_GE(line.runs.front().x, -4);
      double x = line.runs.front().x;
      for (const auto& run : line.runs) {
        EXPECT_NEAR(run.x, x, 0.01);
        x = right_edge(run);
        EXPECT_NEAR(run.x + run.width, x, 0.01);
        for (const auto& glyph : run.glyphs) {
          if (run.text[glyph.cluster] != ' ' || glyph.cluster == run.text.size()) continue;
          const auto space = workshop().fonts.advance(run.face, glyph.id);
          EXPECT_GE(glyph.advance * run.scaling, 0.749 * space);
          EXPECT_LE(glyph.advance * run.scaling, (line.ratio <= 1.2 ? 1.601 : infinite) * space);
        }
      }
      if (GetParam() == style::Align::justify && &line != &lines.back() && line.ratio != 0) {
        const auto text = text_of(line);
        const auto last = code_point_before(text, text.find_last_not_of(' ') + 1);
        const auto& run = line.runs.back();
        const auto hang = hang_at_end(line.hyphenated ? U'-' : last, Hanging::letters_too) * run.glyphs.back().advance * run.size * run.scaling;
        EXPECT_NEAR(right_edge(line), measure + hang, 0.05);
        ++justified;
      }
      so_far += text_of(line);
      if (line.hyphenated) {
        ++hyphenated;
        const auto begin = so_far.find_last_of(" “(") + 1;
        const auto word = source.substr(begin, source.find_first_of(" ,.;”)?", begin) - begin);
        const auto& points = workshop().hyphenation.points(word, "en");
        EXPECT_NE(std::find(points.begin(), points.end(), so_far.size() - begin), points.end()) << word;
      }
    }
    EXPECT_EQ(next_mark, pieces);
  }
  if (GetParam() == style::Align::justify) {
    EXPECT_GT(justified, 300u);
    EXPECT_GT(hyphenated, 20u);
  }
}

INSTANTIATE_TEST_SUITE_P(Lines, RandomParagraphs,
                         testing::Values(style::Align::justify, style::Align::left, style::Align::right,
                                         style::Align::center));

TEST(Lines, TextWithoutHangingEndsExactlyAtTheMeasure) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Dice dice(seed);
    auto paragraph = workshop().text(random_text(dice, 60));
    paragraph.hanging_punctuation = false;
    const auto lines = workshop().set(paragraph, 220);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      EXPECT_NEAR(right_edge(lines[i]), 220, 0.05) << seed << ": " << text_of(lines[i]);
    EXPECT_LE(right_edge(lines.back()), 220.01);
  }
}

TEST(Lines, AVeryLongParagraphIsSetToo) {
  Dice dice(1);
  const auto lines = workshop().set(workshop().text(random_text(dice, 100000)), 300);
  EXPECT_GT(lines.size(), 5000u);
}

TEST(Lines, AnyPiecesInAnyOrderWillDo) {
  const std::vector<std::string> scraps = {
      "word ", "שלום ",  "كتاب",   "漢字",   "\xFF",   "\xE2\x80", "\t",
      "\n",    "\u00AD", "\u00A0", "\u200B", "\u2029", "e\u0301",  "👨‍👩‍👧",
      " ",     "-",      "—",      "\u202E", "1.5"};
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(seed);
    auto paragraph = workshop().empty();
    paragraph.preserve_spaces = dice(4) == 0;
    paragraph.align = style::Align(dice(4));
    paragraph.align_last = style::Align(dice(4));
    paragraph.hanging_indent = static_cast<float>(dice(20)) - 5;
    paragraph.end_indent = static_cast<float>(dice(2)) * 12;
    paragraph.direction = glyphs::Direction(dice(3));
    std::uint32_t marks = 0;
    const auto pieces = 1 + dice(30);
    for (std::uint32_t i = 0; i < pieces; ++i) {
      switch (dice(8)) {
        case 0:
          paragraph.pieces.push_back(Box{static_cast<float>(dice(30)), 10, 2});
          break;
        case 1:
          paragraph.pieces.push_back(Mark{marks++});
          break;
        case 2:
          paragraph.pieces.push_back(Fill{dice(2) == 0});
          break;
        case 3:
          paragraph.pieces.push_back(ForcedBreak{});
          break;
        default:
          paragraph.pieces.push_back(
              Words{scraps[dice(static_cast<std::uint32_t>(scraps.size()))], dice(3), dice(2), dice(2) == 0});
      }
    }
    const auto lines = workshop().set(paragraph, static_cast<float>(dice(120)));
    ASSERT_GE(lines.size(), 1u);
    std::uint32_t next_mark = 0, offset = 0;
    for (const auto& line : lines) {
      for (const auto& mark : line.marks) EXPECT_EQ(mark.id, next_mark++) << seed;
      EXPECT_GE(line.text_offset, offset) << seed;
      offset = line.text_offset;
      EXPECT_TRUE(std::isfinite(line.width));
      for (const auto& run : line.runs) {
        EXPECT_TRUE(std::isfinite(run.x));
        for (const auto& glyph : run.glyphs) EXPECT_LE(glyph.cluster, run.text.size()) << seed;
      }
    }
    EXPECT_EQ(next_mark, marks) << seed;
    const auto extent = lines::extent(paragraph, workshop().tools());
    EXPECT_LE(extent.minimum, extent.preferred);
  }
}

TEST(Lines, HostileTextEnds) {
  std::string empty, hyphens, letters;
  for (int i = 0; i < 30000; ++i) {
    empty += "\xE2\x80\x8B";
    hyphens += "a-";
    letters += "x";
  }
  EXPECT_GE(workshop().set(workshop().text(empty), 100).size(), 1u);
  EXPECT_EQ(text_of(workshop().set(workshop().text(hyphens), 100)), hyphens);
  EXPECT_EQ(workshop().set(workshop().text(letters), 100).size(), 1u);
  EXPECT_GT(workshop().set(workshop().code(letters), 100).size(), 1000u);
  EXPECT_GT(workshop().set(workshop().code(letters), 10000).size(), 10u);
}

TEST(Extent, IsTheWidestWordAndTheWholeLine) {
  const auto width = [](std::string text) {
    return right_edge(workshop().set(workshop().text(std::move(text)), 1000)[0]);
  };
  const auto extent =
      lines::extent(workshop().text("a somewhat longer text"), workshop().tools());
  EXPECT_NEAR(extent.minimum, width("somewhat"), 0.01);
  EXPECT_NEAR(extent.preferred, width("a somewhat longer text"), 0.01);
}

TEST(Extent, ThePreferredMeasureIsWideEnough) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    const auto paragraph = workshop().text(random_text(dice, 12));
    const auto extent = lines::extent(paragraph, workshop().tools());
    EXPECT_EQ(workshop().set(paragraph, extent.preferred).size(), 1u);
    for (const auto& line : workshop().set(paragraph, extent.minimum)) EXPECT_FALSE(line.overfull);
  }
}

TEST(Extent, LongCodeNeedNotStayInOneLine) {
  auto paragraph = workshop().empty();
  paragraph.pieces = {Words{std::string(200, 'x'), 2}};
  EXPECT_NEAR(lines::extent(paragraph, workshop().tools()).minimum, 80, 0.01);
}

}  // namespace
}  // namespace octavo::lines
