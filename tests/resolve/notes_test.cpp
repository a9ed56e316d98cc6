#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;

std::vector<std::string> notes(const book::Chapter& chapter) {
  std::vector<std::string> lines;
  for (const auto& note : chapter.notes)
    lines.push_back(note.number + ' ' + book::plain_text(note.blocks.at(0)) + " x" +
                    std::to_string(note.calls.size()));
  return lines;
}

TEST(Notes, AreNumberedByTheirFirstCallsInEachChapter) {
  const Resolved book =
      resolved({{"a.md", "# A\n\nOne[^z] two[^a] one again[^z].\n\n[^a]: second\n\n[^z]: first\n"},
                {"b.md", "# B\n\nOne[^a].\n\n[^a]: other\n"}});
  EXPECT_THAT(notes(book.chapter("a.md")), ElementsAre("1 first x2", "2 second x1"));
  EXPECT_THAT(notes(book.chapter("b.md")), ElementsAre("1 other x1"));
}

TEST(Notes, CalledInNotesComeAfterThoseOfTheText) {
  const Resolved book = resolved(
      {{"a.md",
        "# A\n\nOne[^a] two[^b].\n\n[^a]: with its own[^c]\n\n[^b]: plain\n\n[^c]: deep, and back[^a]\n"}});
  EXPECT_THAT(notes(book.chapter("a.md")),
              ElementsAre("1 with its own x2", "2 plain x1", "3 deep, and back x1"));
}

TEST(Notes, BothWaysAreTargets) {
  const Resolved book = resolved({{"a.md", "# A\n\nOne[^a].\n\n[^a]: text\n"}});
  const auto& note = book.chapter("a.md").notes.at(0);
  const auto& there = book.book.anchors.at(note.anchor.index());
  const auto& back = book.book.anchors.at(note.calls.at(0).index());
  EXPECT_EQ(there.id, "n1");
  EXPECT_EQ(back.id, "c1");
  EXPECT_TRUE(there.is_target && back.is_target);
}

// A draft as no parser makes it: what has no text is no call, what nobody calls is no note.
TEST(Notes, ThatDoNotMatchTheirCallsDisappear) {
  book::Book draft;
  auto& chapter = draft.chapters.emplace_back();
  chapter.path = "a.md";
  chapter.blocks.push_back({book::Paragraph{{{book::Text{"x"}, {}}, {book::NoteCall{"gone"}, {}}}}});
  chapter.notes.push_back({"idle", {}, {}});
  base::Memory files;
  files.contents["book/a.md"] = "x";
  diagnostics::Sink sink;
  const auto settings = config::load(files, "book", sink);
  const auto notes = vault::open(files, settings, sink);
  const auto book = with_back_matter(resolve(draft, notes, files, settings, sink), notes, settings);
  EXPECT_TRUE(book.chapters.at(0).notes.empty());
  EXPECT_EQ(book::plain_text(book.chapters.at(0).blocks.at(0)), "x[^gone]");
}

}  // namespace
}  // namespace octavo::resolve
