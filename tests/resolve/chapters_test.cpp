#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

TEST(Chapters, SlugsAreAsciiAndUniqueAndNoFileOfTheWriters) {
  const Resolved book = resolved({{"1.md", "# Éclair & Co.\n"},
                                  {"2.md", "# Éclair Co\n"},
                                  {"3.md", "# 概要\n"},
                                  {"4.md", "# Index\n"},
                                  {"5.md", "# 1984\n"}});
  std::vector<std::string> slugs;
  for (const auto& chapter : book.book.chapters) slugs.push_back(chapter.slug);
  EXPECT_THAT(slugs, ElementsAre("eclair-co", "eclair-co-1", "chapter-3", "index-1", "chapter-1984"));
}

TEST(Chapters, AreNumberedWhereThereAreSeveral) {
  EXPECT_EQ(resolved({{"a.md", "# A\n"}}).book.chapters.at(0).number, "");
  const Resolved two = resolved({{"a.md", "# A\n"}, {"b.md", "# B\n"}});
  EXPECT_EQ(two.chapter("a.md").number, "1");
  EXPECT_EQ(two.chapter("b.md").number, "2");
}

TEST(Chapters, TheBookIsCalledAfterItsOnlyChapterOrItsFolder) {
  EXPECT_EQ(resolved({{"a.md", "# Hannibal\n"}}).book.metadata.title, "Hannibal");
  EXPECT_EQ(resolved({{"a.md", "# A\n"}, {"b.md", "# B\n"}}).book.metadata.title, "book");
  EXPECT_EQ(resolved({{"a.md", "# A\n"}, {"book.toml", "title = \"Given\"\n"}}).book.metadata.title, "Given");
}

}  // namespace
}  // namespace octavo::resolve
