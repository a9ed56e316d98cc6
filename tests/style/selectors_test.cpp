#include "style/selectors.h"

#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

struct Case {
  std::string_view selector;
  std::string_view who;  // of h1, p.first, p, p.last in that order: "hfml"
};

class OneSelector : public testing::TestWithParam<Case> {};

TEST_P(OneSelector, MatchesThoseAndNoOthers) {
  const Document document;
  const auto list = selectors(tokens(GetParam().selector)).selectors;
  ASSERT_TRUE(list) << GetParam().selector;
  std::string who;
  for (const auto& [letter, element] : {std::pair{'h', &document.title},
                                        {'f', &document.first},
                                        {'m', &document.middle},
                                        {'l', &document.last}})
    for (const auto& one : *list)
      if (matches(one, *element)) {
        who += letter;
        break;
      }
  EXPECT_EQ(who, GetParam().who) << GetParam().selector;
}

INSTANTIATE_TEST_SUITE_P(Selectors, OneSelector,
                         testing::ValuesIn(std::vector<Case>{
                             {"p", "fml"},
                             {"P", "fml"},
                             {"*", "hfml"},
                             {".first", "f"},
                             {".FIRST", ""},
                             {"p.title", ""},
                             {".title.big", "h"},
                             {"#end", "l"},
                             {"p#end.last", "l"},
                             {"section p", "fml"},
                             {"body p", "fml"},
                             {"html body .chapter p", "fml"},
                             {"p p", ""},
                             {"body > p", ""},
                             {"section>p", "fml"},
                             {"body > section > p", "fml"},
                             {"body > .chapter .last", "l"},
                             {"h1 + p", "f"},
                             {"h1 ~ p", "fml"},
                             {"p:nth-child(2)", "f"},
                             {"p:nth-child(odd)", "m"},
                             {":nth-child(2n + 1)", "hm"},
                             {":nth-child(-n+2)", "hf"},
                             {"p:nth-of-type(odd)", "fl"},
                             {"p:nth-of-type( 2 )", "m"},
                             {":first-of-type", "hf"},
                             {"p:only-child", ""},
                             {":is(h1, .last)", "hl"},
                             {"section :where(.first, #end)", "fl"},
                             {":not(:is(h1, .last))", "fm"},
                             {"[class]", "hfl"},
                             {"[class~=big]", "h"},
                             {"[class=\"title big\"]", "h"},
                             {"[id^=e]", "l"},
                             {"[id$='d' i]", "l"},
                             {"[title]", ""},
                             {"p:lang(de)", ""},
                             {"p + p", "ml"},
                             {"p + p + p", "l"},
                             {"h1 + p ~ p", "ml"},
                             {".last ~ p", ""},
                             {"section h1 + p", "f"},
                             {"body section > h1 ~ .last", "l"},
                             {":first-child", "h"},
                             {"p:first-child", ""},
                             {"p:last-child", "l"},
                             {":root p", "fml"},
                             {"p:root", ""},
                             {"p:not(.first)", "ml"},
                             {"p:not(.first):not(#end)", "m"},
                             {"p:not(.first, .last)", "m"},
                             {":not(p)", "h"},
                             {"p:not(:last-child)", "fm"},
                             {"h1, .last", "hl"},
                             {"html > body p, h1", "hfml"},
                         }));

TEST(Selectors, UnknownOnesAreRefused) {
  for (const std::string_view css :
       {"", ",", "p,", "p >", "> p", "p:hover", "p::before > a", "p::first-letter a", "p::first-word", "[lang?de]", "[lang", "p..x", "p:not()", "p:nth-child(x)",
        "p:nth-child()", "p & q", "p + > q", "p:not(.a .b)", "p:is(a::before)", "p:is(:is(:is(:is(:is(a)))))"})
    EXPECT_FALSE(selectors(tokens(css)).selectors) << css;
}

TEST(Selectors, SpecificityCountsIdsThenClassesThenTypes) {
  const auto of = [](std::string_view css) { return selectors(tokens(css)).selectors->front().specificity; };
  EXPECT_EQ(of("*"), 0u);
  EXPECT_EQ(of("section p"), of("p + p"));
  EXPECT_LT(of("html body section div div div p"), of(".x"));
  EXPECT_LT(of(".x"), of("p.x"));
  EXPECT_EQ(of(":first-child"), of(".x"));
  EXPECT_LT(of(".a.b.c.d"), of("#x"));
  EXPECT_EQ(of("p:not(.x, #y)"), of("p#y"));
}

// Were backtracking to start over at every ancestor, this would not end.
TEST(Selectors, LongChainsOverDeepNestingEnd) {
  std::vector<Element> chain(2000, Element{.name = "a"});
  for (std::size_t i = 1; i < chain.size(); ++i) {
    chain[i].parent = &chain[i - 1];
    chain[i].previous = i > 1 ? &chain[i - 2] : nullptr;
  }
  std::string css = "b";
  for (int i = 0; i < 20; ++i) css += i % 3 == 0 ? " a > a" : " a";
  EXPECT_FALSE(matches(selectors(tokens(css)).selectors->front(), chain.back()));
}

}  // namespace
}  // namespace octavo::style
