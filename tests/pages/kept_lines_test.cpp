#include "pages/kept_lines.h"

#include <gtest/gtest.h>

namespace octavo::pages {
namespace {

class KeptLinesTest : public testing::Test {
 protected:
  lines::Paragraph paragraph(std::string text, lines::Tag tag, std::uint32_t mark) {
    lines::Paragraph result;
    result.styles.push_back({.font = fonts.request({.families = {"serif"}})});
    result.pieces = {lines::Words{"The word ", 0, tag}, lines::Mark{mark}, lines::Words{std::move(text), 0, tag + 1}};
    return result;
  }
  std::vector<lines::Line> set(const lines::Paragraph& what, float measure = 300) {
    return kept.set(what, measure, {fonts, hyphenation, rules});
  }

  glyphs::Fonts fonts;
  glyphs::Hyphenation hyphenation;
  lines::LineRules rules;
  KeptLines kept;
};

TEST_F(KeptLinesTest, AParagraphThatIsTheSameKeepsItsGlyphsAndGetsItsNewNames) {
  const auto first = set(paragraph("stays", 3, 1));
  kept.begin_round();
  const auto again = set(paragraph("stays", 10, 7));
  ASSERT_EQ(again.size(), 1u);
  ASSERT_EQ(again[0].runs.size(), 2u);
  EXPECT_EQ(again[0].runs[1].glyphs.begin(), first[0].runs[1].glyphs.begin());
  EXPECT_EQ(again[0].runs[0].tag, 10u);
  EXPECT_EQ(again[0].runs[1].tag, 11u);
  EXPECT_EQ(again[0].marks.at(0).id, 7u);
}

TEST_F(KeptLinesTest, AnotherWordOrMeasureIsSetAnew) {
  set(paragraph("goes", 3, 1));
  kept.begin_round();
  EXPECT_EQ(set(paragraph("comes", 3, 1))[0].runs[1].text, "comes");
  kept.begin_round();
  EXPECT_GT(set(paragraph("comes", 3, 1), 40).size(), 1u);
}

TEST_F(KeptLinesTest, NamesThatMovedApartAreAnotherParagraph) {
  set(paragraph("stays", 3, 1));
  auto apart = paragraph("stays", 10, 7);
  std::get<lines::Words>(apart.pieces[2]).tag = 20;
  kept.begin_round();
  EXPECT_EQ(set(apart)[0].runs[1].tag, 20u);
}

}  // namespace
}  // namespace octavo::pages
