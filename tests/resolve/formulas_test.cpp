#include <gmock/gmock.h>

#include "resolve/resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Formulas, AreToldOfOnceAtTheFirst) {
  const Resolved book = resolved({{"1.md", "# One\n\ncosts $5 and $6[^n]\n\n[^n]: a $b$ note\n"},
                                  {"2.md", "| a |\n|---|\n| $b$ |\n\n$$c$$\n\n![[3]]\n"},
                                  {"3.md", "```math\nd\n```\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("1.md:5:9 content/math"));
  EXPECT_THAT(book.messages(), ElementsAre(HasSubstr("first of 5 formulas")));  // one of them twice
}

TEST(Formulas, HideNoLinks) {
  const Resolved book = resolved({{"1.md", "$[[a]] *b*$ and `$[[c]]$`"}});
  EXPECT_THAT(book.links("1.md"), IsEmpty());
  EXPECT_THAT(book.messages(), ElementsAre(HasSubstr("the one formula")));
}

TEST(Formulas, ThatAreNotThereAreNoFinding) {
  EXPECT_THAT(resolved({{"1.md", "$5 and $6, \\\\(a\\\\), `= this.x`, `$= a$`"}}).findings(), IsEmpty());
}

}  // namespace
}  // namespace octavo::resolve
