#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Contents = std::map<std::string, std::string>;

// Three chapters, and all that is added.
std::vector<std::string> chosen(const Contents& added, const std::string& text = "text") {
  Contents contents = {{"book.toml", "chapters = [\"a.md\", \"b.md\", \"c.md\"]\n"},
                       {"a.md", "# a\n\n" + text + "\n"},
                       {"b.md", "# b\n"},
                       {"c.md", "# c\n"}};
  contents.insert(added.begin(), added.end());
  return resolved(contents).findings();
}

TEST(Orphans, AreNotesThatAreNoChaptersAndThatNoChapterNames) {
  EXPECT_THAT(chosen({{"lost.md", "# lost\n"}}), ElementsAre("lost.md:1:1 book/orphan-note"));
  EXPECT_THAT(chosen({{"lost.md", "# lost\n\n[[a]]\n"}}), ElementsAre("lost.md:1:1 book/orphan-note"));
  EXPECT_THAT(chosen({{"seen.md", "# seen\n"}}, "![[seen]]"), IsEmpty());
  EXPECT_THAT(chosen({{"seen.md", "# seen\n"}}, "{{#include seen.md}}"), IsEmpty());
  EXPECT_THAT(chosen({{"seen.md", "# seen\n"}}, "[[seen]]"), ElementsAre("a.md:3:1 link/outside-book"));
}

TEST(Orphans, AreNotWhatIsAboutTheFolder) {
  for (const char* path :
       {"README.md", "docs/license.md", "CHANGELOG.md", "Contributing.md", "templates/day.md"})
    EXPECT_THAT(chosen({{path, "# x\n"}}), IsEmpty()) << path;
  EXPECT_THAT(chosen({{"Ada.md", "---\ntype: person\n---\n# Ada\n"}}), IsEmpty());
}

TEST(Orphans, AreNoneWhereManyNotesAreLeftOut) {
  EXPECT_THAT(chosen({{"d.md", "# d\n"}, {"e.md", "# e\n"}}), IsEmpty());
}

TEST(Orphans, OfAFolderHaveNoLinkInNorOut) {
  const Contents linked = {{"a.md", "# a\n\n[[b]]\n"},
                           {"b.md", "# b\n"},
                           {"c.md", "# c\n\n[[#d]] [[c]]\n\n## d\n"},
                           {"e.md", "![[a]]\n"}};
  EXPECT_THAT(resolved(linked).findings(), ElementsAre("c.md:1:1 book/orphan-note"));
  EXPECT_THAT(resolved({{"a.md", "# a\n"}}).findings(), IsEmpty());
  EXPECT_THAT(resolved({{"a.md", "# a\n"}, {"b.md", "# b\n"}}).findings(), IsEmpty());
}

}  // namespace
}  // namespace octavo::resolve
