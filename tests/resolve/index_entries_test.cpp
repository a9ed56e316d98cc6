#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

// "A Apple -> apple x2"
std::vector<std::string> index(const Resolved& resolved) {
  std::vector<std::string> lines;
  for (const auto& entry : resolved.book.index) {
    std::string line = entry.initial + ' ' + entry.term;
    if (entry.target) line += " -> " + resolved.place(entry.target);
    lines.push_back(line + " x" + std::to_string(entry.mentions.size()));
  }
  return lines;
}

TEST(Index, HasEveryNameThatIsLinkedToUnderTheTitleOfItsNote) {
  const Resolved book = resolved(
      {{"a.md", "# A\n\n[[note]] [[Nobody]] [[nobody|he]] [x](note.md) [y](https://x.org) [[#S]]\n\n## S\n"},
       {"note.md", "# The Title\n\n[[42]] ![[a#S]]\n"}});
  EXPECT_THAT(index(book), ElementsAre("# 42 x1", "N Nobody x2", "T The Title -> the-title x2"));
}

// "Apple, see also Pear"
std::vector<std::string> related(const Resolved& resolved) {
  std::vector<std::string> lines;
  for (const auto& entry : resolved.book.index)
    for (const book::EntryId other : entry.related)
      lines.push_back(entry.term + (entry.mentions.empty() ? ", see " : ", see also ") + resolved.book.index.at(other.index()).term);
  return lines;
}

TEST(Index, NamesNotesThatLinkToEachOther) {
  const Resolved book = resolved({{"apple.md", "# Apple\n\n[[pear]] [[fig]]\n"}, {"fig.md", "# Fig\n"}, {"pear.md", "# Pear\n\n[[apple]]\n"}});
  EXPECT_THAT(related(book), ElementsAre("Apple, see also Pear", "Pear, see also Apple"));
}

TEST(Index, LeadsFromOtherNamesOfANoteToItsEntry) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[ibm]] [[moon]] [[dec]]\n"},
                                  {"dec.md", "---\naliases: [The Other, Digital Equipment, Moon]\n---\n# Digital Equipment Corporation\n"},
                                  {"ibm.md", "---\naliases: [Big Blue, The Other]\n---\n# IBM\n"},
                                  {"moon.md", "# Moon\n"},
                                  {"unseen.md", "---\naliases: [Ghost]\n---\n# Unseen\n"}});
  EXPECT_THAT(related(book), ElementsAre("Big Blue, see IBM", "The Other, see Digital Equipment Corporation", "The Other, see IBM"));
}

TEST(Index, LeavesOutLinksThatAnEmbedBringsIntoALink) {
  const Resolved book = resolved({{"a.md", "# A\n\n[![[b]]](https://example.org)\n"}, {"b.md", "[[c]]\n"}, {"c.md", "# C\n"}});
  EXPECT_THAT(index(book), testing::Contains("C C -> c x1")) << "of b alone";
}

TEST(Index, TurnsPlayersRound) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n[[Jeff Bezos]]\n\n## Key Players\n\n- **[[Jeff Bezos]]** — founder\n"}});
  EXPECT_THAT(index(book), ElementsAre("B Bezos, Jeff -> #p-jeff-bezos x2"));
  EXPECT_EQ(book.book.index.at(0).player, book::PlayerId(0));
}

TEST(Index, CountsLinksInNotesAndInEmbeddedText) {
  const Resolved book = resolved({{"book.toml", "chapters = [\"a.md\"]\n"},
                                  {"a.md", "# A\n\nText.[^1]\n\n![[b]]\n\n[^1]: [[Moon]]\n"},
                                  {"b.md", "# B\n\n[[Moon]]\n"}});
  EXPECT_THAT(index(book), ElementsAre("M Moon x2"));
  EXPECT_FALSE(book.book.index.at(0).mentions.at(0).in_note);
  EXPECT_TRUE(book.book.index.at(0).mentions.at(1).in_note);
}

TEST(Index, LeavesOutWhatAsksForIt) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[b]] [[c]]\n"},
                                  {"b.md", "---\nindex: false\n---\n# B\n\n[[Moon]]\n"},
                                  {"c.md", "# C\n"}});
  EXPECT_THAT(index(book), ElementsAre("C C -> c x1"));
}

TEST(Index, KnowsTheSectionOfEachPlace) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[Moon]]\n\n## Far side\n\n> [[Moon]]\n"}});
  const auto& mentions = book.book.index.at(0).mentions;
  EXPECT_EQ(book.place(mentions.at(0).section), "a");
  EXPECT_EQ(book.place(mentions.at(1).section), "a#far-side");
  EXPECT_TRUE(book.book.anchors.at(mentions.at(1).occurrence.index()).is_target);
}

TEST(Index, ThatWouldBeEmptyIsLeftOut) {
  const Resolved book = resolved({{"a.md", "# A\n\nText.\n"}});
  EXPECT_FALSE(book.book.index_anchor);
  EXPECT_TRUE(book.book.contents_anchor);
}

}  // namespace
}  // namespace octavo::resolve
