#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DuplicateHeadings, AreTwoOfOneTextUnderOneHeading) {
  const auto book =
      resolved({{"a.md", "# a\n\n## Same\n\nx\n\n### Part\n\n## Same\n\n### Part\n\n### Part\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:9:1 heading/duplicate", "a.md:13:1 heading/duplicate"));
  EXPECT_THAT(book.sink.sorted().front().related, ElementsAre("the first is in line 3"));
}

TEST(DuplicateHeadings, AreNoneWhereALinkCanNameBoth) {
  for (const char* text : {"## One\n\n### Same\n\n## Two\n\n### Same\n", "## Same\n\n## same\n",
                           "## Same\n\n## Same {#other}\n", "## Same\n\n## Same ^other\n"})
    EXPECT_THAT(resolved({{"a.md", std::string("# a\n\n") + text}}).findings(), IsEmpty()) << text;
}

TEST(DuplicateHeadings, AreNotThoseThatAnEmbedBrings) {
  const auto book =
      resolved({{"a.md", "# a\n\n## Same\n\n![[b]]\n\n![[b]]\n"}, {"b.md", "# b\n\n## Same\n"}});
  EXPECT_THAT(book.findings(), IsEmpty());
}

}  // namespace
}  // namespace octavo::resolve
