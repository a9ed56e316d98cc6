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

const std::map<std::string, std::string> nested = {
    {"SUMMARY.md",
     "[Before](before.md)\n# Of 'stones'\n- [Stones](stones.md)\n  - [Grey `rocks`](grey.md)\n    - "
     "[Fine](fine.md)\n"
     "- [Not yet]()\n  - [Below](below.md)\n    - [Deep](deep.md)\n- [Gone](gone.md)\n  - "
     "[Orphan](orphan.md)\n\n"
     "[After](after.md)\n"},
    {"before.md", "# Before"},
    {"stones.md", "# Stones\n\n## A\n\nOne[^a].\n\n[^a]: first\n"},
    {"grey.md", "Only text[^a].\n\n[^a]: second\n"},
    {"fine.md", "### Fine {#own}\n\n#### B\n\n##### C\n\n### D\n\nThree[^a].\n\n[^a]: third\n"},
    {"below.md", "# Below\n\nOne[^a].\n\n[^a]: first\n\n[see](fine.md#own)\n"},
    {"deep.md", "# Deep"},
    {"orphan.md", "# Orphan"},
    {"after.md", "# After"}};

TEST(Chapters, OfASummaryHaveItsLevelsNumbersAndNames) {
  const Resolved book = resolved(nested);
  std::vector<std::string> chapters;
  for (const auto& one : book.book.chapters)
    chapters.push_back(std::to_string(one.level) + " \"" + one.number + "\" " + book::plain_text(one.title));
  EXPECT_THAT(chapters,
              ElementsAre("1 \"\" Before", "1 \"1\" Stones", "2 \"1.1\" Grey rocks", "3 \"1.1.1\" Fine",
                          "1 \"2.1\" Below", "2 \"2.1.1\" Deep", "1 \"3.1\" Orphan", "1 \"\" After"));
  EXPECT_TRUE(book.chapter("before.md").kind == book::ChapterKind::preface);
  EXPECT_TRUE(book.chapter("after.md").kind == book::ChapterKind::chapter);
  ASSERT_EQ(book.book.parts.size(), 2u);
  EXPECT_EQ(book::plain_text(book.book.parts[0].title), "Of \u2018stones\u2019");
  EXPECT_EQ(book.book.parts[0].first_chapter, 1u);
  EXPECT_EQ(book.book.parts[1].first_chapter, 7u);
  EXPECT_THAT(book.links("below.md"), ElementsAre("see -> fine"));
}

TEST(Chapters, HeadingsAndContentsGoOnBelowTheirChapter) {
  const Resolved book = resolved(nested);
  std::vector<std::string> contents;
  for (const auto& one : book.book.contents)
    contents.push_back(std::to_string(one.level) + ' ' + one.number + ' ' + book::plain_text(one.title));
  EXPECT_THAT(contents, ElementsAre("1  Before", "0  Of \u2018stones\u2019", "1 1 Stones", "2  A",
                                    "2 1.1 Grey rocks", "3 1.1.1 Fine", "1 2.1 Below", "2 2.1.1 Deep",
                                    "1 3.1 Orphan", "1  After", "1  Index"));
  std::vector<std::string> headings;
  book::each_block(book.chapter("fine.md").blocks, [&](const book::Block& block) {
    if (const auto* heading = get_if<book::Heading>(&block.value))
      headings.push_back(std::to_string(heading->level) + ' ' + book::plain_text(heading->content));
    return true;
  });
  EXPECT_THAT(headings, ElementsAre("4 B", "5 C", "4 D"));
}

TEST(Chapters, NotesRunOnThroughAChapterAndWhatIsNestedInIt) {
  const Resolved book = resolved(nested);
  std::vector<std::string> numbers;
  for (const auto& one : book.book.chapters)
    for (const auto& note : one.notes) numbers.push_back(note.number + ' ' + one.path);
  EXPECT_THAT(numbers, ElementsAre("1 stones.md", "2 grey.md", "3 fine.md", "1 below.md"));
}

TEST(Chapters, OfASummaryGoWithoutNumbersWhereTheBookSaysSo) {
  auto files = nested;
  files["book.toml"] = "numbered = false";
  const Resolved book = resolved(files);
  for (const auto& one : book.book.chapters) EXPECT_EQ(one.number, "");
}

TEST(Chapters, TheBookIsCalledAfterItsOnlyChapterOrItsFolder) {
  EXPECT_EQ(resolved({{"a.md", "# Hannibal\n"}}).book.metadata.title, "Hannibal");
  EXPECT_EQ(resolved({{"a.md", "# A\n"}, {"b.md", "# B\n"}}).book.metadata.title, "book");
  EXPECT_EQ(resolved({{"a.md", "# A\n"}, {"book.toml", "title = \"Given\"\n"}}).book.metadata.title, "Given");
}

}  // namespace
}  // namespace octavo::resolve
