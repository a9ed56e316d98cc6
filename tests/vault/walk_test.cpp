#include "vault/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/failure.h"

namespace octavo::vault {
namespace {

namespace fs = std::filesystem;
using diagnostics::Rule;
using diagnostics::Sink;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Paths walked(const std::vector<std::string>& paths) {
  base::Memory files;
  for (const auto& path : paths) files.contents["book/" + path] = "";
  Sink sink;
  return walk_book(files, "book", {}, sink);
}

TEST(Walk, notes_come_in_the_order_people_read) {
  EXPECT_THAT(
      walked({"Zoo.md", "ant.md", "README.md", "Bee.md", "b/2.md", "b/10.md", "a/x.md", "a/index.md"}).notes,
      ElementsAre("README.md", "ant.md", "Bee.md", "Zoo.md", "a/index.md", "a/x.md", "b/2.md", "b/10.md"));
}

TEST(Walk, what_the_author_orders_comes_first_in_its_folder) {
  base::Memory files;
  for (const std::string path : {"b/x.md", "b/Cafe\xCC\x81.md", "b/z.md", "a/y.md", "README.md", "Home.md"})
    files.contents["book/" + path] = "";
  Sink sink;
  EXPECT_THAT(walk_book(files, "book", {"b", "b/z.md", "Home.md", "b/Caf\xC3\xA9.md", "gone"}, sink).notes,
              ElementsAre("b/z.md", "b/Cafe\xCC\x81.md", "b/x.md", "Home.md", "README.md", "a/y.md"));
}

TEST(Walk, numbers_order_notes_and_folders_together) {
  EXPECT_THAT(walked({"03 - End.md", "02 - Middle/b.md", "01 - Begin.md", "10 - Notes.md", "Index.md",
                      "people/Ada.md", "About.md"})
                  .notes,
              ElementsAre("Index.md", "01 - Begin.md", "02 - Middle/b.md", "03 - End.md", "10 - Notes.md",
                          "About.md", "people/Ada.md"));
}

TEST(Walk, everything_else_is_a_file) {
  const auto paths = walked({"b.png", "a/c.PDF", "a/N.MARKDOWN", "book.toml", "B"});
  EXPECT_THAT(paths.notes, ElementsAre("a/N.MARKDOWN"));
  EXPECT_THAT(paths.files, ElementsAre("B", "a/c.PDF", "b.png", "book.toml"));
}

TEST(Walk, what_tools_keep_is_skipped) {
  const auto paths = walked({".obsidian/a.md", ".hidden.md", "out/b.md", "node_modules/c.md", "a/.git/d.md",
                             "a/node_modules/e.md", "a/out/kept.md"});
  EXPECT_THAT(paths.notes, ElementsAre("a/out/kept.md"));
  EXPECT_THAT(paths.files, IsEmpty());
}

TEST(Walk, a_folder_too_deep_is_reported) {
  base::Memory files;
  std::string path = "book/";
  for (int i = 0; i < 5000; ++i) path += "d/";
  files.contents = {{path + "x.md", ""}, {"book/a.md", ""}};
  Sink sink;
  EXPECT_THAT(walk_book(files, "book", {}, sink).notes, ElementsAre("a.md"));
  ASSERT_EQ(sink.sorted().size(), 1u);
  EXPECT_TRUE(sink.sorted()[0].rule == Rule::file_unreadable);
}

TEST(Walk, around_a_note_it_is_shallow_and_silent) {
  base::Memory files;
  files.contents = {{"home/a.png", ""}, {"home/1/2/3/b.png", ""}, {"home/1/2/3/4/c.png", ""}};
  EXPECT_THAT(walk_around_note(files, "home").files, ElementsAre("1/2/3/b.png", "a.png"));
}

TEST(Walk, links_are_not_followed_out_of_the_folder_nor_in_circles) {
  const fs::path folder = fs::path(testing::TempDir()) / "octavo_walk_links";
  fs::remove_all(folder);
  fs::create_directories(folder / "book/notes");
  fs::create_directories(folder / "private");
  std::ofstream(folder / "book/notes/a.md");
  std::ofstream(folder / "private/secret.md");
  fs::create_symlink("notes/a.md", folder / "book/again.md");
  fs::create_symlink("../private/secret.md", folder / "book/secret.md");
  fs::create_directory_symlink("../private", folder / "book/private");
  fs::create_directory_symlink("..", folder / "book/notes/circle");
  fs::create_symlink("nowhere.md", folder / "book/broken.md");
  Sink sink;
  EXPECT_THAT(walk_book(base::Disk(), (folder / "book").string(), {}, sink).notes,
              ElementsAre("again.md", "notes/a.md"));
  // A note that is not there is missed; folders and files are not.
  ASSERT_EQ(sink.sorted().size(), 1u);
  EXPECT_TRUE(sink.sorted()[0].rule == Rule::link_outside_folder);
  EXPECT_THAT(sink.sorted()[0].message, HasSubstr("\"secret.md\" is a symbolic link out of the book's folder"));
  fs::remove_all(folder);
}

TEST(Walk, a_name_that_is_not_utf8_is_reported) {
  Sink sink;
  base::Memory files;
  files.contents = {{"book/a/caf\xE9.md", ""}, {"book/b.md", ""}};
  EXPECT_THAT(walk_book(files, "book", {}, sink).notes, ElementsAre("b.md"));
  ASSERT_EQ(sink.sorted().size(), 1u);
  EXPECT_THAT(sink.sorted()[0].message, HasSubstr("the name of \"a/caf\xEF\xBF\xBD.md\" is not UTF-8"));
}

// A disk on which one folder cannot be opened, whoever asks.
struct Locked final : base::Files {
  base::Memory memory;
  std::string locked;
  base::FileKind kind(const std::string& path) const override { return memory.kind(path); }
  std::string read(const std::string& path) const override { return memory.read(path); }
  std::vector<base::Entry> list(const std::string& folder) const override {
    if (folder == locked) throw base::Failure("cannot list \"" + folder + "\": permission denied");
    return memory.list(folder);
  }
  std::optional<std::string> real(const std::string& path) const override { return memory.real(path); }
  void write(const std::vector<base::NewFile>& files) override { memory.write(files); }
};

TEST(Walk, an_unreadable_folder_is_reported_and_the_rest_is_read) {
  Locked files;
  files.memory.contents = {{"book/a/x.md", ""}, {"book/b/y.md", ""}};
  files.locked = "book/a";
  Sink sink;
  EXPECT_THAT(walk_book(files, "book", {}, sink).notes, ElementsAre("b/y.md"));
  ASSERT_EQ(sink.sorted().size(), 1u);
  EXPECT_TRUE(sink.sorted()[0].rule == Rule::file_unreadable);
  EXPECT_EQ(sink.sorted()[0].message, "cannot list \"book/a\": permission denied");
}

TEST(Walk, an_unreadable_book_is_a_failure_but_what_is_around_a_note_does_not_matter) {
  Locked files;
  files.memory.contents = {{"book/x.md", ""}};
  files.locked = "book";
  Sink sink;
  EXPECT_THROW(walk_book(files, "book", {}, sink), base::Failure);
  EXPECT_THAT(walk_around_note(files, "book").files, IsEmpty());
}

}  // namespace
}  // namespace octavo::vault
