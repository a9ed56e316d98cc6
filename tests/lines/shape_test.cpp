#include "lines/shape.h"

#include <gtest/gtest.h>

#include "workshop.h"

namespace octavo::lines {
namespace {

std::vector<std::string> atoms(const Paragraph& paragraph) {
  const auto shaping = shape(paragraph, workshop().fonts);
  std::vector<std::string> all;
  for (const auto& atom : shaping.atoms)
    all.push_back(shaping.collected.text.substr(atom.begin, atom.end - atom.begin));
  return all;
}

TEST(Shape, WordsAreWholeWhateverMayBreakThem) {
  const std::pair<std::string, std::vector<std::string>> cases[] = {
      {"one two", {"one", " ", "two"}},
      {"well-read, men", {"well-read,", " ", "men"}},
      {"a\u00A0b\u202Fc", {"a", "\u00A0", "b\u202Fc"}},
      {"漢字。a", {"漢", "字", "。", "a"}},
      {"か\u3099き", {"か\u3099", "き"}},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(atoms(workshop().text(text)), expected);
}

TEST(Shape, InCodeWhiteSpaceIsOneAtom) {
  EXPECT_EQ(atoms(workshop().code("  a   b")), (std::vector<std::string>{"  ", "a", "   ", "b"}));
}

TEST(Shape, ARulerMeasuresTheBeginningsOfAWord) {
  for (const std::string word : {"incomprehensible", "office", "e\u0301te\u0301", "שלומות"}) {
    const auto paragraph = workshop().text(word);
    const auto shaping = shape(paragraph, workshop().fonts);
    ASSERT_EQ(shaping.atoms.size(), 1u);
    const auto& atom = shaping.atoms[0];
    Ruler ruler(*atom.shaped, atom.end, paragraph.styles[0]);
    double before = 0;
    for (std::uint32_t at = 0; at <= atom.end; ++at) {
      const auto width = ruler.before(at);
      EXPECT_GE(width, before - 1e-6) << word << " at " << at;
      before = width;
    }
    EXPECT_NEAR(before, atom.width, 0.001) << word;
  }
}

TEST(Shape, APartIsShapedByItself) {
  const auto paragraph = workshop().text("hyphenation");
  const auto shaping = shape(paragraph, workshop().fonts);
  const auto& atom = shaping.atoms[0];
  const auto plain = width_of(shape_part(shaping, atom, 0, 6, Ending::plain), paragraph.styles[0]);
  const auto hyphened = width_of(shape_part(shaping, atom, 0, 6, Ending::hyphen), paragraph.styles[0]);
  EXPECT_NEAR(hyphened - plain, shaping.facts[0].hyphen_width, 0.3);
  Ruler ruler(*atom.shaped, atom.end, paragraph.styles[0]);
  EXPECT_NEAR(ruler.before(6), plain, 0.3);
}

TEST(Shape, OnlyAParagraphWithoutLeftToRightTextRunsRightToLeft) {
  EXPECT_FALSE(shape(workshop().text("see שלום"), workshop().fonts).right_to_left);
  EXPECT_TRUE(shape(workshop().text("שלום see 12"), workshop().fonts).right_to_left);
  EXPECT_FALSE(shape(workshop().text("12"), workshop().fonts).right_to_left);
}

}  // namespace
}  // namespace octavo::lines
