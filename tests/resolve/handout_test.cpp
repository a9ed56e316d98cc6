#include <gmock/gmock.h>

#include "base/failure.h"
#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The notes of a small book, and some of them as a handout.
Resolved handout_of(std::map<std::string, std::string> contents, const std::vector<std::string>& paths) {
  Resolved result;
  for (auto& [path, text] : contents) result.files.contents["book/" + path] = std::move(text);
  result.settings = config::load(result.files, "book", result.sink);
  const auto notes = vault::open(result.files, result.settings, result.sink);
  auto draft = markdown::read(notes, result.files, result.settings, result.sink);
  auto whole = resolve(std::move(draft), notes, result.files, result.settings, result.sink);
  std::vector<vault::NoteIndex> chosen;
  for (const std::string& path : paths)
    for (std::size_t i = 0; i < notes.notes.size(); ++i)
      if (notes.notes[i].path == path) chosen.emplace_back(i);
  result.book = handout(std::move(whole), chosen, notes, result.settings);
  return result;
}

std::vector<std::string> players(const Resolved& handout) {
  std::vector<std::string> lines;
  for (const book::Player& player : handout.book.players) {
    std::string line = book::plain_text(player.name) + ':';
    for (const book::Description& one : player.descriptions) line += ' ' + book::plain_text(one.content) + (one.chapter ? " (here)" : "");
    lines.push_back(line + " x" + std::to_string(player.mentions.size()));
  }
  return lines;
}

const std::map<std::string, std::string> book_of_engines = {
    {"book.toml", "title = \"Engines\"\nauthors = [\"A\"]\n"},
    {"engine.md",
     "# The Engine\n\nBy [[Charles Babbage]], for whom [[Ada Lovelace]] wrote; see [[loom#Cards]] and [[#Parts]].\n\n## Parts\n\nMany.\n"},
    {"loom.md", "# The Loom\n\n## Cards\n\nOf [[Jacquard]], and [[engine]].\n\n## Key Players\n\n- **Jacquard** — wove\n- **Charles Babbage** — "
                "bought a portrait of [[Jacquard]]\n"},
    {"Ada Lovelace.md", "---\ntype: person\n---\n# Ada Lovelace\n\nA countess.\n"},
};

TEST(Handout, HasItsNotesAloneAndKeepsTheWordsOfLinksThatLeadElsewhere) {
  const Resolved handout = handout_of(book_of_engines, {"engine.md"});
  ASSERT_EQ(handout.book.chapters.size(), 1u);
  EXPECT_EQ(handout.book.metadata.title, "The Engine");
  EXPECT_EQ(handout.book.metadata.series, "Engines");
  EXPECT_THAT(handout.links("engine.md"), ElementsAre("Charles Babbage -> player Charles Babbage", "Ada Lovelace -> player Ada Lovelace",
                                                      "loom > Cards -> nothing", "Parts -> the-engine#parts"));
  EXPECT_THAT(handout.book.index, IsEmpty());
  EXPECT_THAT(handout.book.parts, IsEmpty());
}

TEST(Handout, NamesThePeopleItMentionsAndWhatAnyNoteSaysOfThem) {
  EXPECT_THAT(players(handout_of(book_of_engines, {"engine.md"})),
              ElementsAre("Charles Babbage: bought a portrait of Jacquard x1", "Ada Lovelace: x1"));
  // Jacquard is named in what is said of Babbage, but he is no entry here.
  const Resolved handout = handout_of(book_of_engines, {"engine.md"});
  EXPECT_EQ(handout.target(get_if<book::Link>(&handout.book.players[0].descriptions[0].content.back().value)->target), "nothing");
}

TEST(Handout, SaysOfPeopleTheLongestThatTheBookSays) {
  auto contents = book_of_engines;
  contents["z.md"] = "# Z\n\n## Key Players\n\n- **Jacquard** — long and longer, more than the loom has to say of him\n- **Ada Lovelace** — brief\n";
  contents["zz.md"] = "# ZZ\n\n## Key Players\n\n- **Ada Lovelace** — not so brief\n";
  EXPECT_THAT(players(handout_of(contents, {"engine.md"})),
              ElementsAre("Charles Babbage: bought a portrait of Jacquard x1", "Ada Lovelace: not so brief x1"));
}

TEST(Handout, DoesNotSayOnceMoreWhomItsOwnListsTellOf) {
  const Resolved handout = handout_of(book_of_engines, {"loom.md", "engine.md"});
  EXPECT_THAT(players(handout), ElementsAre("Ada Lovelace: x1"));
  EXPECT_THAT(handout.links("loom.md"), testing::Contains("Jacquard -> the-loom#b1"));
}

TEST(Handout, StandsInTheOrderAskedForAndTakesANoteOnce) {
  const Resolved handout = handout_of(book_of_engines, {"loom.md", "engine.md", "loom.md"});
  ASSERT_EQ(handout.book.chapters.size(), 2u);
  EXPECT_EQ(handout.book.chapters[0].path, "loom.md");
  EXPECT_EQ(handout.book.metadata.title, "Engines");
  EXPECT_EQ(handout.book.metadata.series, "");
  EXPECT_THAT(handout.links("engine.md"), testing::Contains("loom > Cards -> the-loom#cards"));
}

TEST(Handout, RaisesWhatWasNestedInAnotherChapter) {
  const Resolved handout = handout_of({{"SUMMARY.md", "# Summary\n\n- [A](a.md)\n  - [B](b.md)\n"}, {"a.md", "# A\n"}, {"b.md", "# B\n\n## C\n\nx\n"}},
                                      {"b.md"});
  EXPECT_EQ(handout.book.chapters[0].level, 1);
  EXPECT_EQ(get_if<book::Heading>(&handout.book.chapters[0].blocks[0].value)->level, 2);
}

TEST(Handout, OfANoteThatIsNoChapterIsRefused) {
  EXPECT_THROW(handout_of({{"SUMMARY.md", "# Summary\n\n- [A](a.md)\n"}, {"a.md", "# A\n"}, {"b.md", "# B\n"}}, {"b.md"}), base::Failure);
}

std::vector<std::string> notes_of(const book::Chapter& chapter) {
  std::vector<std::string> lines;
  for (const book::Note& note : chapter.notes)
    lines.push_back(note.number + ' ' + book::plain_text(note.blocks.at(0)) + (note.code.empty() ? "" : " [" + note.code + ']'));
  return lines;
}

TEST(Handout, HasAddressesAsNotesInTheOrderOfTheirCalls) {
  const Resolved handout = handout_of(
      {{"a.md", "# A\n\n[One](https://one.example/x), noted[^n], *[two](https://two.example)* and [again](https://one.example/x).\n\n"
                "Plain <https://three.example>, [mail](mailto:a@example.org?subject=Hi%20there), [four.example](https://four.example/), [[b|inside]].\n\n"
                "[^n]: see [five](https://five.example)\n"},
       {"b.md", "# B\n"}},
      {"a.md"});
  EXPECT_THAT(notes_of(handout.chapter("a.md")), ElementsAre("1 https://one.example/x", "2 see five (https://five.example)",
                                                             "3 https://two.example", "4 a@example.org"));
  EXPECT_EQ(handout.chapter("a.md").notes[0].calls.size(), 2u);
}

TEST(Handout, SaysAllOfAnAddressThatNamesNobody) {
  const Resolved handout = handout_of({{"a.md", "# A\n\n[share](mailto:?subject=Hi)\n"}}, {"a.md"});
  EXPECT_THAT(notes_of(handout.chapter("a.md")), ElementsAre("1 mailto:?subject=Hi"));
}

TEST(Handout, SaysAnAddressOnceMoreInAnotherSection) {
  const Resolved handout = handout_of({{"a.md", "# A\n\n[x](https://a.example)\n\n## B\n\n[x](https://a.example), [y](https://a.example)\n"}}, {"a.md"});
  EXPECT_THAT(notes_of(handout.chapter("a.md")), ElementsAre("1 https://a.example", "2 https://a.example"));
}

TEST(Handout, CountsItsNotesThrough) {
  const Resolved handout = handout_of({{"a.md", "# A\n\n[x](https://a.example)\n"}, {"b.md", "# B\n\n[y](https://b.example)\n"}}, {"a.md", "b.md"});
  EXPECT_THAT(notes_of(handout.chapter("b.md")), ElementsAre("2 https://b.example"));
}

TEST(Handout, HasCodesForAllItsAddressesWhereTheyAreWanted) {
  const Resolved handout = handout_of({{"book.toml", "[handout]\nqr = true\n"}, {"a.md", "# A\n\n[x](https://a.example) <https://b.example>\n"}}, {"a.md"});
  EXPECT_THAT(notes_of(handout.chapter("a.md")),
              ElementsAre("1 https://a.example [https://a.example]", "2 https://b.example [https://b.example]"));
}

}  // namespace
}  // namespace octavo::resolve
