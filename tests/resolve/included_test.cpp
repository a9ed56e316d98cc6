// What was included belongs to the note that includes it, even if it is a note itself.
#include <gmock/gmock.h>

#include "resolve/resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Included, LinksMeanWhatTheyWouldInTheChapter) {
  const Resolved book = resolved({{"book.toml", "chapters = [\"a/One.md\", \"a/Two.md\", \"b/Three.md\"]"},
                                  {"a/One.md", "{{#include ../b/Three.md}}"},
                                  {"a/Two.md", "two"},
                                  {"b/Three.md", "[x](Two.md#Two) [[#Here]]\n\n## Here\n"},
                                  {"b/Two.md", "not in the book"}});
  EXPECT_THAT(book.links("a/One.md"), ElementsAre("x -> two", "Here -> one#here"));
  EXPECT_THAT(book.links("b/Three.md"), ElementsAre("x -> nothing", "Here -> three#here"));
}

TEST(Included, FindingsStandInTheFileThatIsIncluded) {
  const Resolved book =
      resolved({{"n.md", "one\n{{#include x/y.txt}}\n"}, {"x/y.txt", "two\nthree [[Nobody]]\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("x/y.txt:2:7 link/missing-note"));
}

TEST(Included, TextInASectionIsNoCycle) {
  const std::string included(500, 'x');
  const Resolved book =
      resolved({{"n.md", "# N\n\n## A\n\n{{#include x.txt}}\n\n## B\n\n![[#A]]\n"}, {"x.txt", included}});
  EXPECT_THAT(book.findings(), IsEmpty());
  const std::string text = book.text("n.md");
  EXPECT_NE(text.find(included), text.rfind(included));  // there twice
}

TEST(Included, EmbedsOfTheirOwnNoteAreCycles) {
  const Resolved book = resolved({{"n.md", "# N\n\n## A\n\n{{#include x.txt}}\n"}, {"x.txt", "![[n#A]]\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("x.txt:1:1 embed/cycle"));
}

}  // namespace
}  // namespace octavo::resolve
