#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// The plain words of a chapter, blocks apart by " / ", headings with their level.
std::string words(const Resolved& resolved, const std::string& path) {
  std::string line;
  book::each_block(resolved.chapter(path).blocks, [&](const book::Block& block) {
    const auto* heading = get_if<book::Heading>(&block.value);
    const std::string text =
        (heading ? std::string(heading->level, '#') + ' ' : "") + book::plain_text(block);
    if (!text.empty()) line += (line.empty() ? "" : " / ") + text;
    return true;
  });
  return line;
}

TEST(Embeds, AWholeNoteComesWithoutItsFrontMatterAndTitle) {
  const Resolved book = resolved(
      {{"a.md", "# A\n\nBefore.\n\n![[B]]\n\nAfter.\n"}, {"b.md", "---\ntitle: B\n---\nOne.\n\nTwo.\n"}});
  EXPECT_EQ(words(book, "a.md"), "Before. / One. / Two. / After.");
}

TEST(Embeds, ASectionComesWithItsSubSectionsUnderTheCurrentLevel) {
  const Resolved book = resolved(
      {{"a.md", "# A\n\n## Here\n\n![[b#Inner]]\n\n## There\n\nEnd.\n"},
       {"b.md", "# B\n\n## Outer\n\n### Inner\n\nOne.\n\n#### Deep\n\nTwo.\n\n### Next\n\nThree.\n"}});
  EXPECT_EQ(words(book, "a.md"), "## Here / ### Inner / One. / #### Deep / Two. / ## There / End.");
}

TEST(Embeds, ABlockComesAlone) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n![[b#^two]]\n"}, {"b.md", "# B\n\nOne.\n\nTwo. ^two\n\nThree.\n"}});
  EXPECT_EQ(words(book, "a.md"), "Two.");
}

TEST(Embeds, InsideALineWordsJoinTheLineAndMoreCutsIt) {
  const Resolved book = resolved({{"a.md", "# A\n\nHe said ![[b#^one]] and left.\n\nFirst ![[c]] last.\n"},
                                  {"b.md", "# B\n\ngood bye ^one\n"},
                                  {"c.md", "# C\n\nOne.\n\nTwo.\n"}});
  EXPECT_EQ(words(book, "a.md"), "He said good bye and left. / First  / One. / Two. /  last.");
}

TEST(Embeds, FootnotesComeAlongUnderLabelsOfTheirOwn) {
  const Resolved book = resolved({{"a.md", "# A\n\nMine.[^1]\n\n![[b]]\n\n[^1]: of a\n"},
                                  {"b.md", "# B\n\nYours.[^1]\n\n[^1]: of b\n"}});
  const auto& notes = book.chapter("a.md").notes;
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(book::plain_text(notes[0].blocks.at(0)), "of a");
  EXPECT_EQ(book::plain_text(notes[1].blocks.at(0)), "of b");
  EXPECT_EQ(notes[1].number, "2");
  EXPECT_EQ(book.chapter("b.md").notes.size(), 1u);
}

TEST(Embeds, LinksInEmbeddedTextMeanWhatTheyMeantThere) {
  const Resolved book = resolved({{"a.md", "# A\n\n![[x/b]]\n"},
                                  {"note.md", "# Far\n\n[[a]]\n"},
                                  {"x/b.md", "# B\n\n[near](note.md) and [[#Part]]\n\n## Part\n\nText.\n"},
                                  {"x/note.md", "# Near\n"}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("near -> near", "Part -> b#part"));
  EXPECT_THAT(book.findings(), IsEmpty());
}

TEST(Embeds, OfANoteThatIsNoChapterTheHeadingsAreFoundWhereItIsEmbedded) {
  const Resolved book = resolved({{"book.toml", "chapters = [\"a.md\"]\n"},
                                  {"a.md", "# A\n\n![[b]]\n"},
                                  {"b.md", "# B\n\nSee [[#Part]].\n\n## Part\n\nText.\n"}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("Part -> a#part"));
}

TEST(Embeds, ACycleEndsWithItsChain) {
  const Resolved book = resolved({{"a.md", "# A\n\nText.\n\n![[b]]\n"}, {"b.md", "# B\n\n![[a]]\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:5:1 embed/cycle", "b.md:3:1 embed/cycle"));
  EXPECT_EQ(words(book, "a.md"), "Text. / a");
  const auto reported = book.sink.sorted();
  EXPECT_THAT(reported.at(1).related, ElementsAre("\"a.md\" embeds \"b.md\"", "\"b.md\" embeds \"a.md\""));
}

TEST(Embeds, ANoteMayShowOneOfItsOwnSectionsButNoneThatHoldsTheEmbed) {
  const Resolved good = resolved({{"a.md", "# A\n\n![[#Two]]\n\n## Two\n\nText.\n"}});
  EXPECT_EQ(words(good, "a.md"), "## Two / Text. / ## Two / Text.");
  EXPECT_THAT(good.findings(), IsEmpty());
  const Resolved bad = resolved({{"a.md", "# A\n\n## Two\n\nText.\n\n![[#Two]]\n"}});
  EXPECT_THAT(bad.findings(), ElementsAre("a.md:7:1 embed/cycle"));
}

TEST(Embeds, LinksMeanTheOriginalAndNotACopyOfIt) {
  const Resolved book = resolved({{"a.md", "# A\n\n![[#Details]]\n\n[[#Details]]\n\n## Details\n\nWords.\n"}});
  EXPECT_THAT(book.links("a.md"), testing::ElementsAre("Details -> a#details"));
  EXPECT_THAT(book.findings(), testing::IsEmpty());
  const auto& blocks = book.book.chapters.at(0).blocks;
  const auto& original = get<book::Heading>(blocks.at(blocks.size() - 2).value);
  EXPECT_EQ(book.book.anchors.at(original.anchor.index()).id, "details");
}

TEST(Embeds, WhatIsMissingLeavesItsName) {
  const Resolved book = resolved({{"a.md", "# A\n\n![[Hannbal]]\n\n![[hannibal#Alps]]\n\n![[hannibal#^x]]\n"},
                                  {"hannibal.md", "# Hannibal\n\n## The Alps\n"}});
  EXPECT_THAT(book.findings(),
              ElementsAre("a.md:3:1 embed/missing", "a.md:5:1 embed/missing", "a.md:7:1 embed/missing"));
  EXPECT_EQ(words(book, "a.md"), "Hannbal / hannibal#Alps / hannibal#^x");
  EXPECT_THAT(book.messages().at(0), HasSubstr("did you mean \"hannibal\"?"));
}

TEST(Embeds, DoublingAtEachStepEnds) {
  std::map<std::string, std::string> notes;
  for (int i = 0; i < 40; ++i) {
    const std::string next = "![[n" + std::to_string(i + 1) + "]]\n\n";
    notes["n" + std::to_string(i) + ".md"] = "# N\n\n" + next + next;
  }
  notes["n40.md"] = "# N\n\nBoom.\n";
  const Resolved book = resolved(notes);
  EXPECT_THAT(book.findings(), testing::Contains(HasSubstr("text/hostile")));
}

TEST(Embeds, ALongChainEnds) {
  std::map<std::string, std::string> notes;
  for (int i = 0; i < 2000; ++i)
    notes["n" + std::to_string(i) + ".md"] = "# N\n\n![[n" + std::to_string(i + 1) + "]]\n";
  notes["n2000.md"] = "# N\n\nEnd.\n";
  const Resolved book = resolved(notes);
  EXPECT_THAT(book.messages().at(0), HasSubstr("more than 50 deep"));
  EXPECT_THAT(words(book, "n0.md"), Not(HasSubstr("End.")));
  EXPECT_THAT(words(book, "n1990.md"), HasSubstr("End."));
}

}  // namespace
}  // namespace octavo::resolve
