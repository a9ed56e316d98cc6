#include "markdown/note.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

struct TitleCase {
  std::string source, title, where, rest;
};

TEST(Title, IsTheFrontMattersThenTheFirstHeadingsThenTheFiles) {
  const std::vector<TitleCase> cases = {
      {"# Heading *one*\n\ntext", "Heading one", "# Heading *one*", "paragraph \"text\"\n"},
      {"---\ntitle: It's front\n---\n# Heading\n\ntext", "It’s front", "It's front", "paragraph \"text\"\n"},
      {"---\ntitle: Front\n---\ntext", "Front", "Front", "paragraph \"text\"\n"},
      {"text\n\n# Later", "The note", "", "paragraph \"text\"\nheading 1 \"Later\"\n"},
      {"## Second level", "The note", "", "heading 2 \"Second level\"\n"},
      {"", "The note", "", ""},
      {"\xEF\xBB\xBF# Marked", "Marked", "# Marked", ""},
  };
  for (const TitleCase& one : cases) {
    const ReadNote note = read_note(one.source);
    EXPECT_EQ(note.title(), one.title) << one.source;
    EXPECT_EQ(note.written(note.chapter.title_where), one.where) << one.source;
    EXPECT_EQ(note.dump(), one.rest) << one.source;
  }
}

TEST(FrontMatter, IsCopiedToTheChapter) {
  const ReadNote note =
      read_note("---\naliases: [AI, ML]\ntype: Person\nsort: Lovelace\nindex: false\n---\ntext");
  EXPECT_THAT(note.chapter.aliases, testing::ElementsAre("AI", "ML"));
  EXPECT_TRUE(note.chapter.is_person);
  EXPECT_EQ(note.chapter.sort_as, "Lovelace");
  EXPECT_FALSE(note.chapter.in_index);
  EXPECT_EQ(note.chapter.path, "folder/The note.md");
}

TEST(FrontMatter, CountsInThePlacesOfWhatFollows) {
  const ReadNote note = read_note("---\ntitle: T\n---\ntext [[unclosed");
  EXPECT_THAT(note.findings, testing::ElementsAre("link/unclosed 4:6"));
}

}  // namespace
}  // namespace octavo::markdown
