#include <gmock/gmock.h>

#include "resolved.h"

// What each form of a link means is said, and proved, by tests/links/.

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Notes = std::map<std::string, std::string>;

TEST(Links, AnAddressWithoutEndIsNone) {
  const std::string address = "https://example.org/" + std::string(40'000, 'a');
  const Resolved book = resolved({{"a.md", "# A\n\n[kept](" + address + ")\n"}});
  ASSERT_EQ(book.links("a.md").size(), 1u);
  EXPECT_THAT(book.links("a.md")[0], testing::StartsWith("kept -> "));
  EXPECT_THAT(book.links("a.md")[0], testing::Not(HasSubstr("example.org")));
  EXPECT_THAT(book.findings(), ElementsAre(HasSubstr("text/hostile")));
}

TEST(Links, AMissingNoteIsReportedAtExactlyTheLinkWithTheNearestName) {
  const Resolved book =
      resolved({{"a.md", "# A\n\nOf [[Hannbal|him]] and again [[Hannbal]].\n"}, {"Hannibal.md", "# H\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:3:4 link/missing-note", "a.md:3:30 link/missing-note"));
  const auto first = book.sink.sorted().at(0);
  EXPECT_EQ(first.where.end - first.where.begin, std::string("[[Hannbal|him]]").size());
  EXPECT_EQ(first.message, "no note is called \"Hannbal\"; did you mean \"Hannibal\"?");
  EXPECT_EQ(first.suggestion, "[[Hannibal|him]]");
}

TEST(Links, SuggestionsAreNoNonsense) {
  const Resolved book = resolved({{"amazon-ai.md", "# Amazon AI\n\n[[Amazon]] [[GPT]] [[Daniela Amodei]]\n"},
                                  {"Dario Amodei.md", "# D\n"}});
  for (const auto& message : book.messages())
    EXPECT_THAT(message, testing::Not(HasSubstr("did you mean"))) << message;
  EXPECT_EQ(book.messages().size(), 3u);
}

TEST(Links, AmbiguityNamesTheNoteTakenAndTheOthers) {
  const Resolved book =
      resolved({{"s.md", "# S\n\n[[Tie]]\n"}, {"aa/Tie.md", "# One\n"}, {"bb/Tie.md", "# Two\n"}});
  const auto found = book.sink.sorted().at(0);
  EXPECT_THAT(found.message, HasSubstr("\"aa/Tie.md\" is taken"));
  EXPECT_EQ(found.suggestion, "[[aa/Tie]]");
  EXPECT_THAT(found.related, ElementsAre("it could also be \"bb/Tie.md\""));
}

TEST(Links, ARespelledNameGoesOnShowingWhatItShowed) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[log]] [[log|x]] [[#own]] [[AI]]\n\n## Own\n"},
                                  {"Log.md", "# Log\n"},
                                  {"Mind.md", "---\naliases: [AI]\n---\n# Mind\n"}});
  std::vector<std::string> suggestions;
  for (const auto& finding : book.sink.sorted()) suggestions.push_back(finding.suggestion);
  EXPECT_THAT(suggestions, ElementsAre("[[Log|log]]", "[[Log|x]]", "[[#Own|own]]", "[[Mind|AI]]"));
}

// Whether there are a few of an id or very many, of its own note first.
TEST(Links, ABlockOfTheNoteGoesBeforeAllThatAreEmbedded) {
  for (const int count : {3, 100, 1500}) {
    std::string many;
    for (int i = 0; i < count; ++i) many += "Copied. ^x\n\n";
    const auto result = resolved({{"a.md", "![[b]]\n\nOwn. ^x\n\n[[#^x|here]]\n"}, {"b.md", many}});
    std::string words;
    book::each_block(result.book.chapters[0].blocks, [&](const book::Block& block) {
      const bool is_target = block.anchor && result.book.anchors[block.anchor.index()].is_target;
      if (is_target) words += book::plain_text(block) + ' ';
      return true;
    });
    EXPECT_EQ(words, "Own. ") << count;
  }
}

TEST(Links, EveryLinkHasAPlaceOfItsOwn) {
  const Resolved book =
      resolved({{"a.md",
                 "# A\n\n## On [[b]]\n\n[[b]] [[nobody]] <https://x.org>\n\n| t |\n|---|\n| [[b]] "
                 "|\n\nNote.[^n]\n\n[^n]: [[b]]\n"},
                {"b.md", "# B\n"}});
  std::vector<std::string> ids;
  for (const auto& anchor : book.book.anchors) {
    if (anchor.kind == book::AnchorKind::mention && book.place(book.chapter("a.md").anchor) == "a" &&
        anchor.chapter == book::ChapterId(0))
      ids.push_back(anchor.id);
  }
  EXPECT_THAT(ids, ElementsAre("m1", "m2", "m3", "m4", "m5", "m6"));
  EXPECT_EQ(book.links("a.md").size(), 6u);
}

TEST(Links, OnlyWhatIsLinkedToIsATarget) {
  const Resolved book = resolved({{"a.md", "# A\n\n[[#^x]]\n\nOne. ^x\n\nTwo. ^y\n"}});
  const auto is_target = [&](const std::string& id) {
    for (const auto& anchor : book.book.anchors) {
      if (anchor.id == id) return anchor.is_target;
    }
    ADD_FAILURE() << "no anchor " << id;
    return false;
  };
  EXPECT_TRUE(is_target("x"));
  EXPECT_FALSE(is_target("y"));
}

TEST(Links, NothingOutsideTheFolderIsRead) {
  Resolved book =
      resolved({{"a.md", "# A\n\n[[../secret]] [x](../secret.md) ![[../secret]] ![x](../secret.png)\n"}});
  EXPECT_THAT(book.findings(), testing::Each(HasSubstr("link/outside-folder")));
  EXPECT_EQ(book.findings().size(), 4u);
  for (const auto& path : book.files.was_read) EXPECT_TRUE(path.starts_with("book/")) << path;
}

TEST(Links, ALargeVaultTakesNoQuadraticTime) {
  Notes notes;
  for (int i = 0; i < 2000; ++i) {
    std::string text = "# Note " + std::to_string(i) + "\n\n";
    for (int j = 0; j < 10; ++j)
      text +=
          "[[note " + std::to_string((i * 7 + j) % 2000) + "]] [[gone " + std::to_string(i * 10 + j) + "]]\n";
    notes["note " + std::to_string(i) + ".md"] = text;
  }
  const Resolved book = resolved(notes);
  EXPECT_EQ(book.sink.sorted().size(), 20'000u);
  EXPECT_EQ(book.book.index.size(), 22'000u);
}

}  // namespace
}  // namespace octavo::resolve
