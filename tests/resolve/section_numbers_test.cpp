#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

std::vector<std::string> numbers(const std::map<std::string, std::string>& notes) {
  const Resolved book = resolved(notes);
  std::vector<std::string> found;
  for (const book::Chapter& chapter : book.book.chapters)
    book::each_block(chapter.blocks, [&](const book::Block& block) {
      if (const auto* heading = get_if<book::Heading>(&block.value)) found.push_back(heading->number + " " + book::plain_text(heading->content));
      return true;
    });
  return found;
}

const std::string asked = "numbered = \"sections\"\n";
const std::string note = "# A\n\n## One\n\n### Deep\n\n#### Deeper\n\n## Key Players\n\n- **Ada**\n\n> ## Quoted\n\n## Two\n\n### Again\n";

TEST(SectionNumbers, AreGivenWhereTheAuthorAsks) {
  EXPECT_THAT(numbers({{"a.md", "# A\n\n## One\n"}, {"b.md", "# B\n"}}), ElementsAre(" One"));
  EXPECT_THAT(numbers({{"book.toml", asked}, {"a.md", note}, {"b.md", "# B\n\n## Other\n"}}),
              ElementsAre("1.1 One", "1.1.1 Deep", " Deeper", " Key Players", " Quoted", "1.2 Two", "1.2.1 Again", "2.1 Other"));
}

TEST(SectionNumbers, OfASingleChapterStandAlone) {
  EXPECT_THAT(numbers({{"book.toml", asked}, {"a.md", "# A\n\n## One\n\n### Deep\n"}}), ElementsAre("1 One", "1.1 Deep"));
}

TEST(SectionNumbers, AreNotGivenToPrefaces) {
  EXPECT_THAT(numbers({{"book.toml", asked + "chapters = [\"p.md\", \"a.md\", \"b.md\"]\n"}, {"p.md", "# Preface\n\n## Thanks\n"},
                       {"a.md", "# A\n\n## One\n"}, {"b.md", "# B\n"}}),
              ElementsAre(" Thanks", "1.1 One"));
}

TEST(SectionNumbers, FollowThoseOfNestedChapters) {
  EXPECT_THAT(numbers({{"book.toml", asked}, {"SUMMARY.md", "# Summary\n\n- [A](a.md)\n  - [B](b.md)\n"},
                       {"a.md", "# A\n\n## Own\n"}, {"b.md", "# B\n\n## Inner\n"}}),
              ElementsAre(" Own", "1.1.1 Inner"));
}

}  // namespace
}  // namespace octavo::resolve
