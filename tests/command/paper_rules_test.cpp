#include "command/paper_rules.h"

#include <gtest/gtest.h>

#include "style/style.h"

namespace octavo::command {
namespace {

constexpr float mm = base::points_per_millimetre;

style::PageStyle right_page(const std::string& css) {
  style::Cascade cascade;
  diagnostics::Sink sink;
  cascade.add(css, {}, sink);
  EXPECT_TRUE(sink.sorted().empty());
  return cascade.page("", style::Side::right, false);
}

TEST(PaperRules, PapersOfTheSheetHaveTheirMarginsThere) {
  for (const char* name : {"octavo", "a5", "a4", "letter"}) EXPECT_EQ(rule_of_paper(base::paper(name)), "");
}

// From a pocket book to a poster.
TEST(PaperRules, MarginsKeepTheOldProportionAndTheMeasureThatOfABook) {
  for (const char* size : {"a-format", "b-format", "demy", "royal", "6x9in", "b5", "170x240mm"}) {
    const auto page = right_page(rule_of_paper(base::read_paper(size).value()));
    EXPECT_LT(page.margin.left, page.margin.top) << size;
    EXPECT_LT(page.margin.right, page.margin.bottom) << size;
    EXPECT_LT(page.margin.left, page.margin.right) << size;
    const float measure = page.width - page.margin.left - page.margin.right;
    EXPECT_LE(measure, 112.1f * mm) << size;
    EXPECT_GE(measure, 0.6f * page.width) << size;
  }
  const auto poster = right_page(rule_of_paper(base::paper("a3")));
  EXPECT_NEAR(poster.width - poster.margin.left - poster.margin.right, 112 * mm, 0.1);
}

TEST(PaperRules, OfAnOctavoWouldBeItsOwn) {
  const auto page = right_page(rule_of_paper({"", base::paper("octavo").size}));
  EXPECT_NEAR(page.margin.left, 17 * mm, 0.01);
  EXPECT_NEAR(page.margin.top, 19 * mm, 0.01);
  EXPECT_NEAR(page.margin.right, 20 * mm, 0.01);
  EXPECT_NEAR(page.margin.bottom, 27 * mm, 0.01);
}

TEST(PaperRules, MarginsThatAreSaidHold) {
  config::Print print;
  EXPECT_EQ(rule_of_margins(print), "");
  print.inside = 30;
  print.bottom = 0;
  const auto page = right_page(rule_of_paper(base::paper("royal")) + rule_of_margins(print));
  EXPECT_EQ(page.margin.left, 30);
  EXPECT_EQ(page.margin.bottom, 0);
  EXPECT_GT(page.margin.right, 40);
}

}  // namespace
}  // namespace octavo::command
