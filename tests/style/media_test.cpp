#include "style/media.h"

#include <gtest/gtest.h>

#include "sheet.h"

namespace octavo::style {
namespace {

struct Case {
  std::string_view query;
  bool matches;
};

class OneQuery : public testing::TestWithParam<Case> {};

TEST_P(OneQuery, MatchesAPrintedPageOrNot) {
  const Features features = {{"theme", "book"}, {"edition", "print"}};
  EXPECT_EQ(media_match(tokens(GetParam().query), features), GetParam().matches) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(Media, OneQuery,
                         testing::ValuesIn(std::vector<Case>{
                             {"", true},
                             {"print", true},
                             {"all", true},
                             {"PRINT", true},
                             {"only print", true},
                             {"screen", false},
                             {"not screen", true},
                             {"not print", false},
                             {"screen, print", true},
                             {"screen, tty", false},
                             {"(theme: book)", true},
                             {"(theme:handout)", false},
                             {"not (theme: handout)", true},
                             {"print and (theme: book)", true},
                             {"print and (theme: book) and (edition: screen)", false},
                             {"screen and (theme: book)", false},
                             {"not print and (theme: handout)", true},
                             {"(theme: handout) or (edition: print)", true},
                             {"((theme: book) and (not (edition: screen)))", true},
                             {"(theme)", true},
                             {"(min-width: 40em)", false},
                             {"not (min-width: 40em)", false},
                             {"(min-width: 40em) or (theme: book)", true},
                             {"(theme: book", false},
                             {"print print", false},
                             {"((, print", false},
                             {"print (", false},
                             {"(theme: book) or", false},
                             {"!, all", true},
                         }));

TEST(Media, ConditionsInsideConditionsMustAllHold) {
  const Document document;
  const std::string css =
      "@media print { @media (theme: handout) { p { orphans: 5 } } @media (paper: a4) { p { widows: 7 } } p "
      "{ orphans: 3 } }"
      "@media screen { @media print { p { orphans: 9 } } }";
  auto cascade = sheet(css);
  EXPECT_EQ(styled(cascade, document.first).orphans, 3);
  EXPECT_EQ(styled(cascade, document.first).widows, 2);
  cascade.choose("handout", "print", "a4");
  EXPECT_EQ(styled(cascade, document.first).orphans, 3);  // later, though inside less
  EXPECT_EQ(styled(cascade, document.first).widows, 7);
}

}  // namespace
}  // namespace octavo::style
