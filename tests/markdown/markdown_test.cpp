#include "markdown/markdown.h"

#include <gtest/gtest.h>

namespace octavo::markdown {
namespace {

TEST(Read, PutsChaptersInPartsAndTheRestOnTheShelf) {
  diagnostics::Sink sink;
  vault::Vault notes;
  for (const auto& [path, is_chapter] : std::vector<std::pair<std::string, bool>>{
           {"a.md", true}, {"b.md", true}, {"c.md", true}, {"d.md", false}}) {
    vault::Note note;
    note.path = path;
    note.file = sink.sources.add(path, "# Title of " + path);
    note.is_chapter = is_chapter;
    notes.notes.push_back(note);
  }
  notes.parts = {{"First", 1}, {"Second", 2}};
  config::Settings settings;
  settings.metadata.title = "Book";
  const book::Book book = read(notes, base::Memory(), settings, sink);
  EXPECT_EQ(book.metadata.title, "Book");
  ASSERT_EQ(book.chapters.size(), 3u);
  EXPECT_EQ(book::plain_text(book.chapters[1].title), "Title of b.md");
  ASSERT_EQ(book.shelf.size(), 1u);
  EXPECT_EQ(book.shelf[0].path, "d.md");
  ASSERT_EQ(book.parts.size(), 2u);
  EXPECT_EQ(book::plain_text(book.parts[0].title), "First");
  EXPECT_EQ(book.parts[0].first_chapter, 1u);
  EXPECT_EQ(book.parts[1].first_chapter, 2u);
}

TEST(Read, CallsTheFrontPageOfAFolderAfterTheFolder) {
  diagnostics::Sink sink;
  vault::Vault notes;
  for (const char* path : {"src/README.md", "src/guide/README.md", "src/guide/Index.md", "src/guide/deep.md"}) {
    vault::Note note;
    note.path = path;
    note.file = sink.sources.add(path, "No heading.");
    notes.notes.push_back(note);
  }
  config::Settings settings;
  settings.source = "src";
  std::vector<std::string> titles;
  for (const auto& chapter : read(notes, base::Memory(), settings, sink).chapters)
    titles.push_back(book::plain_text(chapter.title));
  EXPECT_EQ(titles, (std::vector<std::string>{"README", "guide", "guide", "deep"}));
}

}  // namespace
}  // namespace octavo::markdown
