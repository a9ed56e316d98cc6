#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// "Lovelace, Ada (L): wrote the first program [a.md] | ... x3"
std::vector<std::string> players(const Resolved& resolved) {
  std::vector<std::string> lines;
  for (const auto& player : resolved.book.players) {
    std::string line = player.sort_key + " (" + player.initial + "):";
    for (const auto& one : player.descriptions)
      line += ' ' + book::plain_text(one.content) + " [" +
              resolved.book.chapters.at(one.chapter.index()).path + ']';
    lines.push_back(line + " x" + std::to_string(player.mentions.size()));
  }
  return lines;
}

TEST(Players, AreDeclaredInManyForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"**[[Ada Lovelace]]** — wrote it", "Lovelace, Ada (L): wrote it [a.md] x1"},
      {"[[Ada Lovelace]] – wrote it", "Lovelace, Ada (L): wrote it [a.md] x1"},
      {"**Ada Lovelace** - wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"**Ada Lovelace:** wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"**Ada Lovelace** wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"Ada Lovelace --- wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"Ada Lovelace: wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"Ada Lovelace", "Lovelace, Ada (L):  [a.md] x0"},
      {"Lovelace, Ada — wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"Jean-Luc Picard — a captain", "Picard, Jean-Luc (P): a captain [a.md] x0"},
      {"Ada Lovelace (1815–1852): wrote it", "Lovelace, Ada (L): (1815–1852): wrote it [a.md] x0"},
      {"[Ada Lovelace](https://x.org) — wrote it", "Lovelace, Ada (L): wrote it [a.md] x0"},
      {"[[Ada Lovelace|Ada]] — wrote it", "Lovelace, Ada (L): wrote it [a.md] x1"},
  };
  for (const auto& [item, expected] : cases) {
    const Resolved book = resolved({{"a.md", "# A\n\n## Key players\n\n- " + std::string(item) + "\n"}});
    EXPECT_THAT(players(book), ElementsAre(expected)) << item;
  }
}

TEST(Players, ASentenceOrAListElsewhereDeclaresNobody) {
  const Resolved book =
      resolved({{"a.md",
                 "# A\n\n## Key Players\n\n- Many others helped to bring this work to an end\n\n## "
                 "See Also\n\n- **Ada** — no\n"}});
  EXPECT_THAT(players(book), IsEmpty());
  EXPECT_FALSE(book.book.players_anchor);
}

TEST(Players, MayStandInGroupsUnderTheHeading) {
  const Resolved book = resolved(
      {{"a.md",
        "# A\n\n## Key Players\n\n### Poets\n\n- **Ada Lovelace**\n\n### Others\n\n- **Alan Turing**\n"}});
  EXPECT_EQ(book.book.players.size(), 2u);
}

TEST(Players, KeepTheDescriptionOfEveryChapterAndEveryPlace) {
  const Resolved book = resolved(
      {{"a.md", "# A\n\nOf [[Ada Lovelace]].\n\n## Key Players\n\n- **[[Ada Lovelace]]** — short\n"},
       {"b.md",
        "# B\n\nThen [[ada lovelace|she]] and [[Ada Lovelace]].\n\n## Key Players\n\n- **Ada Lovelace** — "
        "the longer one\n"}});
  EXPECT_THAT(players(book), ElementsAre("Lovelace, Ada (L): short [a.md] the longer one [b.md] x4"));
  EXPECT_THAT(book.links("b.md"),
              ElementsAre("she -> player Ada Lovelace", "Ada Lovelace -> player Ada Lovelace"));
  EXPECT_THAT(book.findings(), IsEmpty());
  // The first place in running text of the chapter that says most.
  std::vector<bool> main;
  for (const auto& mention : book.book.players.at(0).mentions) main.push_back(mention.is_main);
  EXPECT_THAT(main, ElementsAre(false, false, true, false));
}

TEST(Players, WithANoteOfTheirOwnAreLinkedThere) {
  const Resolved book =
      resolved({{"a.md", "# A\n\nOf [[ada]].\n\n## Key Players\n\n- **[[ada|Ada Lovelace]]** — poet\n"},
                {"ada.md", "---\ntype: person\nsort: Byron, Ada\n---\n# Ada Lovelace\n\nText.\n"}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("ada -> ada-lovelace", "Ada Lovelace -> ada-lovelace"));
  EXPECT_THAT(players(book), ElementsAre("Byron, Ada (B): poet [a.md] x2"));
  EXPECT_EQ(book.book.players.at(0).chapter, book::ChapterId(1));
}

TEST(Players, WhoseNoteIsNoChapterAreLinkedToTheAppendix) {
  const Resolved book = resolved({{"book.toml", "chapters = [\"a.md\"]\n"},
                                  {"a.md", "# A\n\nOf [[ada]].\n"},
                                  {"ada.md", "---\ntype: person\n---\n# Ada Lovelace\n"},
                                  {"alan.md", "---\ntype: person\n---\n# Alan Turing\n"}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("ada -> player Ada Lovelace"));
  EXPECT_THAT(players(book), ElementsAre("Lovelace, Ada (L): x1"));  // nothing in the book speaks of Turing
  EXPECT_THAT(book.findings(), IsEmpty());
}

TEST(Players, ComeInTheOrderOfFamilyNames) {
  const Resolved book =
      resolved({{"a.md",
                 "# A\n\n## Key Players\n\n- Zoë Ångström\n- Ludwig van Beethoven\n- Bezos, Jeff\n- "
                 "Émile Zola\n- Ada Lovelace\n"}});
  std::vector<std::string> names;
  for (const auto& player : book.book.players) names.push_back(book::plain_text(player.name));
  EXPECT_THAT(
      names, ElementsAre("Zoë Ångström", "Ludwig van Beethoven", "Jeff Bezos", "Ada Lovelace", "Émile Zola"));
}

TEST(Players, AreNeverMergedOnAGuess) {
  const Resolved book =
      resolved({{"a.md",
                 "# A\n\n## Key Players\n\n- **Jeff Bezos** — one\n- **J. Bezos** — two\n- **Dario "
                 "Amodei**\n- **Daniela Amodei**\n"}});
  EXPECT_EQ(book.book.players.size(), 4u);
  EXPECT_THAT(book.findings(), ElementsAre("a.md:6:3 players/doubtful-merge"));
  EXPECT_THAT(book.messages().at(0), HasSubstr("\"J. Bezos\" and \"Jeff Bezos\" may be one person"));
}

TEST(Players, OfOneNameWithTwoNotesAreTwo) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n## Key Players\n\n- **[[x/Ada]]** — one\n- **[[y/Ada]]** — two\n"},
                {"x/Ada.md", "# Ada\n"},
                {"y/Ada.md", "# Ada\n"}});
  EXPECT_EQ(book.book.players.size(), 2u);
  EXPECT_THAT(book.findings(), ElementsAre("a.md:6:3 players/doubtful-merge"));
}

TEST(Players, LinksInTheirDescriptionsLiveInTheAppendixToo) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n## Key Players\n\n- **Ada** — see [[b]] and[^1] more\n\n[^1]: note\n"},
                {"b.md", "# B\n"}});
  const auto& content = book.book.players.at(0).descriptions.at(0).content;
  EXPECT_EQ(book::plain_text(content), "see b and more");
  book::each_inline(content, [&](const book::Inline& one) {
    if (const auto* link = get_if<book::Link>(&one.value)) {
      EXPECT_EQ(book.target(link->target), "b");
      EXPECT_EQ(book.book.anchors.at(link->occurrence.index()).division, book::Division::players);
    }
    EXPECT_FALSE(holds_alternative<book::NoteCall>(one.value));
    return true;
  });
}

TEST(Players, LeavePlacesWhereTheirAuthorPutThem) {
  const Resolved book = resolved({{"a.md", "# A\n\n[x](#nx)\n\n## Key Players\n\n- **Ada Lovelace** — wrote <a id=\"nx\"></a>first\n"}});
  book::each_inline(book.book.players.at(0).descriptions.at(0).content, [](const book::Inline& one) {
    EXPECT_FALSE(holds_alternative<book::NamedPlace>(one.value));
    return true;
  });
}

TEST(Players, AreToldWhoNamesThem) {
  const Resolved book = resolved({{"a.md", "# A\n\n## Key Players\n\n- **Ada Lovelace** — wrote for [[Charles Babbage]]\n"
                                           "- **Charles Babbage** — built\n- **Luigi Menabrea** — heard [[Charles Babbage]], was read by [[Ada Lovelace]]\n"}});
  std::vector<std::string> lines;
  for (const auto& player : book.book.players)
    for (const book::PlayerId other : player.related)
      lines.push_back(book::plain_text(player.name) + ": " + book::plain_text(book.book.players.at(other.index()).name));
  EXPECT_THAT(lines, testing::ElementsAre("Charles Babbage: Ada Lovelace", "Charles Babbage: Luigi Menabrea", "Ada Lovelace: Luigi Menabrea"));
}

}  // namespace
}  // namespace octavo::resolve
