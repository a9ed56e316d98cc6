#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

float indent(std::string_view css) {
  const Document document;
  return styled(css, document.first).text_indent;
}

TEST(Variables, ComeFromTheRootOrAnyAncestor) {
  EXPECT_EQ(indent(":root { --step: 7pt } p { text-indent: var(--step) }"), 7);
  EXPECT_EQ(indent(":root { --step: 7pt } section { --step: 8pt } p { text-indent: var(--step) }"), 8);
  EXPECT_EQ(indent(":root { --step: 7pt } p { --step: 9pt; text-indent: var(--step) }"), 9);
  EXPECT_EQ(indent("h1 { --step: 7pt } p { text-indent: var(--step) }"), 0);
}

TEST(Variables, CascadeLikeOtherProperties) {
  EXPECT_EQ(indent(".first { --x: 1pt } p { --x: 2pt; text-indent: var(--x) }"), 1);
  EXPECT_EQ(indent(".first { --x: 1pt } p { --x: 2pt !important; text-indent: var(--x) }"), 2);
  EXPECT_EQ(indent("p { --X: 1pt; --x: 2pt; text-indent: var(--X) }"), 1);
}

TEST(Variables, StandInsideValuesAndOtherVariables) {
  EXPECT_EQ(indent("p { --a: 3pt; --b: calc(2 * var(--a)); text-indent: var(--b) }"), 6);
  EXPECT_EQ(indent(":root { --n: 4 } p { text-indent: calc(var(--n) * 1pt + 1pt) }"), 5);
  const Document document;
  EXPECT_EQ(styled(":root { --side: 2pt 3pt } p { margin: 1pt var(--side) }", document.first).margin,
            (Sides{1, 2, 3, 2}));
}

TEST(Variables, KeepTheirUnitsUntilTheyAreUsed) {
  EXPECT_EQ(indent(":root { font-size: 10pt; --step: 1em } p { font-size: 12pt; text-indent: var(--step) }"),
            12);
}

TEST(Variables, MissingOnesTakeTheFallbackOrLeaveThePropertyUnset) {
  EXPECT_EQ(indent("p { text-indent: var(--none, 5pt) }"), 5);
  EXPECT_EQ(indent("p { text-indent: var(--none, var(--neither, 6pt)) }"), 6);
  EXPECT_EQ(indent("section { text-indent: 3pt } p { text-indent: 9pt; text-indent: var(--none) }"), 3);
  EXPECT_EQ(indent("section { text-indent: 3pt } p { --x: red; text-indent: 9pt; text-indent: var(--x) }"),
            3);
  EXPECT_EQ(indent(":root { --x: 5pt } p { --x: initial; text-indent: var(--x, 1pt) }"), 1);
}

TEST(Variables, MayLeanOnEachOtherSoManyTimesAndNoMore) {
  const auto chain = [](int length) {
    std::string css = "p { --v0: 5pt; text-indent: var(--v" + std::to_string(length) + ", 1pt)";
    for (int i = 1; i <= length; ++i)
      css += "; --v" + std::to_string(i) + ": var(--v" + std::to_string(i - 1) + ")";
    return css + " }";
  };
  EXPECT_EQ(indent(chain(8)), 5);
  EXPECT_EQ(indent(chain(20000)), 1);
}

TEST(Variables, ThatDependOnThemselvesAreMissing) {
  EXPECT_EQ(indent("p { --a: var(--b); --b: var(--a); text-indent: var(--a, 4pt) }"), 4);
  EXPECT_EQ(indent("p { --a: var(--a); text-indent: var(--a, 4pt) }"), 4);
}

}  // namespace
}  // namespace octavo::style
