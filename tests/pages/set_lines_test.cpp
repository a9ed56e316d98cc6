// Paragraphs are set once: the same words in the same manner become the same lines, whatever their tags and marks are numbered.
#include "pages/set_lines.h"

#include <gtest/gtest.h>

namespace octavo::pages {
namespace {

class SetLinesTest : public testing::Test {
 protected:
  static lines::Paragraph paragraph(std::string text, lines::Tag tag, std::uint32_t mark) {
    lines::Paragraph result;
    result.styles.resize(2);
    result.styles[1].size = 8;
    result.pieces = {lines::Words{"Plain ", 0, tag}, lines::Mark{mark}, lines::Words{std::move(text), 1, tag + 1}};
    return result;
  }
  // One line with a run for all words of a tag, and the mark.
  std::vector<lines::Line> set(const lines::Paragraph& paragraph, float measure = 100) {
    return lines_.of(paragraph, measure, [&] {
      ++times_;
      lines::Line line;
      for (const lines::Piece& piece : paragraph.pieces) {
        if (const auto* words = std::get_if<lines::Words>(&piece)) line.runs.push_back({.text = words->text, .tag = words->tag});
        if (const auto* mark = std::get_if<lines::Mark>(&piece)) line.marks.push_back({0, mark->id});
      }
      return std::vector{line};
    });
  }

  SetLines lines_;
  int times_ = 0;
};

TEST_F(SetLinesTest, AreKeptAndNumberedAnew) {
  set(paragraph("words", 4, 7));
  const std::vector<lines::Line> again = set(paragraph("words", 20, 30));
  EXPECT_EQ(times_, 1);
  ASSERT_EQ(again.size(), 1u);
  ASSERT_EQ(again[0].runs.size(), 2u);
  EXPECT_EQ(again[0].runs[0].tag, 20u);
  EXPECT_EQ(again[0].runs[1].tag, 21u);
  EXPECT_EQ(again[0].runs[1].text, "words");
  EXPECT_EQ(again[0].marks[0].id, 30u);
}

TEST_F(SetLinesTest, AreMadeForOtherWordsMannersAndMeasures) {
  const lines::Paragraph one = paragraph("words", 4, 7);
  set(one);
  set(one, 90);
  EXPECT_EQ(times_, 2);
  set(paragraph("other", 4, 7));
  EXPECT_EQ(times_, 3);
  lines::Paragraph other = one;
  other.styles[1].size = 9;
  set(other);
  EXPECT_EQ(times_, 4);
  other = one;
  other.first_indent = 10;
  set(other);
  EXPECT_EQ(times_, 5);
  other = one;
  std::get<lines::Words>(other.pieces[0]).tag = 5;  // of the same link as the words after it
  set(other);
  EXPECT_EQ(times_, 6);
  set(one);
  EXPECT_EQ(times_, 6);
}

TEST_F(SetLinesTest, DoNotMindTheOrderOfStyles) {
  lines::Paragraph one = paragraph("words", 0, 0);
  one.styles.push_back(one.styles[0]);
  one.styles[2].size = 7;
  lines::Paragraph other = one;
  std::swap(other.styles[1], other.styles[2]);
  std::get<lines::Words>(other.pieces[2]).style = 2;
  set(one);
  set(other);
  EXPECT_EQ(times_, 1);
}

}  // namespace
}  // namespace octavo::pages
