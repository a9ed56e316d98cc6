#include "config/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"

namespace octavo::config {
namespace {

using base::Memory;
using diagnostics::Sink;
using testing::HasSubstr;

std::string failure_of(const Memory& files, const std::string& path) {
  Sink sink;
  try {
    load(files, path, sink);
  } catch (const base::Failure& failure) {
    return failure.what();
  }
  return "";
}

TEST(Config, a_missing_path_is_a_failure_that_names_it) {
  EXPECT_EQ(failure_of(Memory(), "bokos"), "there is no file or folder \"bokos\"");
}

TEST(Config, a_file_that_is_not_markdown_is_refused) {
  Memory files;
  files.contents = {{"letters/thesis.docx", "PK"}};
  EXPECT_THAT(failure_of(files, "letters/thesis.docx"), HasSubstr("\"letters/thesis.docx\" is not Markdown"));
}

TEST(Config, a_file_is_a_book_of_one_note) {
  struct Case {
    std::string path, root, only_file, name;
  };
  for (const auto& wanted : {
           Case{"amazon-ai.md", ".", "amazon-ai.md", "amazon-ai"},
           Case{"notes/Ada.1.MD", "notes", "Ada.1.MD", "Ada.1"},
           Case{"/Ada.markdown", "/", "Ada.markdown", "Ada"},
           Case{"A\tB\x07.md", ".", "A\tB\x07.md", "A\tB"},
       }) {
    Memory files;
    files.contents = {{wanted.path, "text"}, {"notes/book.toml", "title = 'Not for a single note'"}};
    Sink sink;
    const auto settings = load(files, wanted.path, sink);
    EXPECT_EQ(settings.root, wanted.root);
    EXPECT_EQ(settings.only_file, wanted.only_file);
    EXPECT_EQ(settings.name, wanted.name);
    EXPECT_EQ(settings.metadata.title, "");
    EXPECT_TRUE(sink.empty());
  }
}

TEST(Config, a_folder_gives_the_book_its_name) {
  Memory files;
  files.contents = {{"/shelf/hannibal/a.md", ""}};
  for (const std::string path :
       {"/shelf/hannibal", "/shelf/hannibal/", "/shelf/hannibal//", "/shelf/hannibal/."}) {
    Sink sink;
    const auto settings = load(files, path, sink);
    EXPECT_EQ(settings.name, "hannibal") << path;
    EXPECT_EQ(settings.only_file, "");
    EXPECT_FALSE(settings.chapters.has_value());
  }
}

TEST(Config, nothing_needs_to_be_said) {
  Memory files;
  files.contents = {{"book/a.md", ""}};
  Sink sink;
  const auto settings = load(files, "book", sink);
  EXPECT_FALSE(settings.title_given);
  EXPECT_EQ(settings.metadata.language, "en");
  EXPECT_EQ(settings.metadata.modified, "1980-01-01T00:00:00Z");
  EXPECT_THAT(settings.player_headings, testing::ElementsAre("Key Players"));
  EXPECT_TRUE(settings.number_chapters);
  EXPECT_FALSE(settings.hard_line_breaks);
  EXPECT_FALSE(settings.print.paper.has_value());
  EXPECT_TRUE(settings.theme == Theme::book);
}

TEST(Config, the_identifier_follows_from_title_and_authors) {
  const auto identifier = [](const std::string& toml) {
    Memory files;
    files.contents = {{"book/book.toml", toml}};
    Sink sink;
    return load(files, "book", sink).metadata.identifier;
  };
  const auto first = identifier("title = 'Notes'\nauthors = ['Ada']");
  EXPECT_THAT(first, testing::StartsWith("urn:uuid:"));
  EXPECT_EQ(first, identifier("authors = ['Ada']\npublisher = 'Taylor'\ntitle = 'Notes'"));
  EXPECT_NE(first, identifier("title = 'Notes'\nauthors = ['Charles']"));
  EXPECT_NE(first, identifier("title = 'Letters'\nauthors = ['Ada']"));
  EXPECT_EQ(identifier("identifier = 'https://example.org/notes'"), "https://example.org/notes");
}

}  // namespace
}  // namespace octavo::config
