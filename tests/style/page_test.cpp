#include "style/page.h"

#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

constexpr float mm = base::points_per_millimetre;

PageStyle right(std::string_view css, std::string_view name = "") {
  return sheet(css).page(name, Side::right, false);
}

struct Size {
  std::string_view css;
  float width, height;
};

class OneSize : public testing::TestWithParam<Size> {};

TEST_P(OneSize, IsReadAsPaperSays) {
  const auto page = right("@page { size: " + std::string(GetParam().css) + " }");
  EXPECT_NEAR(page.width, GetParam().width, 0.01) << GetParam().css;
  EXPECT_NEAR(page.height, GetParam().height, 0.01) << GetParam().css;
}

INSTANTIATE_TEST_SUITE_P(Page, OneSize,
                         testing::ValuesIn(std::vector<Size>{
                             {"140mm 216mm", 140 * mm, 216 * mm},
                             {"a5", 148 * mm, 210 * mm},
                             {"A4", 210 * mm, 297 * mm},
                             {"a4 landscape", 297 * mm, 210 * mm},
                             {"landscape a4", 297 * mm, 210 * mm},
                             {"letter portrait", 612, 792},
                             {"200pt", 200, 200},
                             {"auto", 140 * mm, 216 * mm},
                             {"a4 a5", 140 * mm, 216 * mm},
                             {"1pt 1e9pt", 72, 14400},
                         }));

TEST(Page, LeftAndRightPagesMirrorTheInnerMargin) {
  const auto cascade = sheet("@page { margin: 19mm 10mm 27mm; margin-inside: 17mm; margin-outside: 20mm }");
  const auto verso = cascade.page("", Side::left, false).margin,
             recto = cascade.page("", Side::right, false).margin;
  EXPECT_FLOAT_EQ(recto.left, 17 * mm);
  EXPECT_FLOAT_EQ(recto.right, 20 * mm);
  EXPECT_FLOAT_EQ(verso.right, 17 * mm);
  EXPECT_FLOAT_EQ(verso.left, 20 * mm);
  EXPECT_FLOAT_EQ(verso.top, 19 * mm);
  EXPECT_FLOAT_EQ(verso.bottom, 27 * mm);
}

TEST(Page, SelectorsWinByNameThenFirstThenSide) {
  const auto cascade = sheet(
      "@page plates:left { margin-top: 5mm } @page plates { margin-top: 4mm } @page :first { margin-top: 3mm "
      "}"
      "@page :left { margin-top: 2mm } @page { margin-top: 1mm }");
  const auto top = [&](std::string_view name, Side side, bool first) {
    return cascade.page(name, side, first).margin.top / mm;
  };
  EXPECT_FLOAT_EQ(top("", Side::right, false), 1);
  EXPECT_FLOAT_EQ(top("", Side::left, false), 2);
  EXPECT_FLOAT_EQ(top("", Side::left, true), 3);
  EXPECT_FLOAT_EQ(top("plates", Side::right, true), 4);
  EXPECT_FLOAT_EQ(top("plates", Side::left, true), 5);
}

TEST(Page, ListsImportanceAndMediaHoldHereToo) {
  EXPECT_FLOAT_EQ(right("@page a, b { margin-top: 5mm }", "b").margin.top, 5 * mm);
  EXPECT_FLOAT_EQ(right("@page { margin-top: 5mm !important } @page { margin-top: 6mm }").margin.top, 5 * mm);
  auto cascade = sheet("@page { size: a5 } @media (paper: letter) { @page { size: letter } }");
  EXPECT_FLOAT_EQ(cascade.page("", Side::right, false).width, 148 * mm);
  cascade.choose("book", "print", "letter");
  EXPECT_FLOAT_EQ(cascade.page("", Side::right, false).width, 612);
}

TEST(Page, RelativeLengthsAndVariablesAreTheRoots) {
  EXPECT_FLOAT_EQ(
      right(":root { font-size: 20pt; --head: 3em } @page { margin-top: var(--head) }").margin.top, 60);
}

TEST(Page, RoomForTextIsAlwaysLeft) {
  const auto page = right("@page { size: 100pt; margin: 80pt -9pt 20pt 80pt }");
  EXPECT_FLOAT_EQ(page.width - page.margin.left - page.margin.right, 36);
  EXPECT_FLOAT_EQ(page.height - page.margin.top - page.margin.bottom, 36);
  EXPECT_FLOAT_EQ(page.margin.right, 0);
}

}  // namespace
}  // namespace octavo::style
