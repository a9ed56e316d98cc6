#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "config/config.h"

namespace octavo::config {
namespace {

using diagnostics::Rule;
using diagnostics::Sink;

TEST(TextFile, notes_are_known_by_their_ending) {
  for (const auto* note : {"a.md", "b/a.MD", "a.markdown", "a.1.Md"}) EXPECT_TRUE(is_note(note)) << note;
  for (const auto* other : {"a", "md", "a.mdx", "a.md/b", "a.txt", ".md"})
    EXPECT_FALSE(is_note(other)) << other;
}

TEST(TextFile, a_byte_order_mark_is_no_text) {
  base::Memory files;
  files.contents = {{"book/a.md", "\xEF\xBB\xBFtext"}};
  Sink sink;
  const auto file = read_text(files, "book", "a.md", sink);
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(sink.sources.of(*file).text, "text");
  EXPECT_EQ(sink.sources.of(*file).path, "a.md");
}

TEST(TextFile, bad_bytes_are_shown_where_they_are) {
  base::Memory files;
  files.contents = {{"book/a.md", "\xC3\xA9\nab\xFF and \xFE\n"}};
  Sink sink;
  EXPECT_FALSE(read_text(files, "book", "a.md", sink).has_value());
  const auto all = sink.sorted();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_TRUE(all[0].rule == Rule::text_not_utf8);
  const auto place = sink.sources.position(all[0].where.file, all[0].where.begin);
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 3u);
  EXPECT_EQ(sink.sources.line(all[0].where.file, 2), "ab\xEF\xBF\xBD and \xEF\xBF\xBD");
}

TEST(TextFile, what_cannot_be_read_is_reported) {
  Sink sink;
  EXPECT_FALSE(read_text(base::Memory(), "book", "a.md", sink).has_value());
  ASSERT_EQ(sink.sorted().size(), 1u);
  EXPECT_TRUE(sink.sorted()[0].rule == Rule::file_unreadable);
}

TEST(TextFile, links_may_lead_about_the_folder_but_not_out_of_it) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "octavo_stays_inside";
  fs::remove_all(folder);
  fs::create_directories(folder / "book/notes");
  fs::create_directories(folder / "bookcase");
  std::ofstream(folder / "book/a.md") << "inside";
  std::ofstream(folder / "bookcase/b.md") << "outside";
  fs::create_symlink("../a.md", folder / "book/notes/in.md");
  fs::create_symlink("../bookcase/b.md", folder / "book/out.md");
  fs::create_symlink("nowhere.md", folder / "book/broken.md");
  const base::Disk disk;
  const auto root = (folder / "book").string();
  EXPECT_TRUE(stays_inside(disk, root, "a.md"));
  EXPECT_TRUE(stays_inside(disk, root, "notes/in.md"));
  EXPECT_TRUE(stays_inside(disk, "/", folder.string() + "/bookcase/b.md"));
  EXPECT_FALSE(stays_inside(disk, root, "out.md"));
  EXPECT_FALSE(stays_inside(disk, root, "../bookcase/b.md"));
  EXPECT_FALSE(stays_inside(disk, root, "broken.md"));

  // Not even book.toml is read through such a link.
  std::ofstream(folder / "bookcase/secret.toml") << "title = 'Secret'";
  fs::create_symlink("../bookcase/secret.toml", folder / "book/book.toml");
  Sink sink;
  EXPECT_EQ(load(disk, root, sink).metadata.title, "");
  ASSERT_EQ(sink.sorted().size(), 1u);
  EXPECT_TRUE(sink.sorted()[0].rule == Rule::link_outside_folder);
  fs::remove_all(folder);
}

}  // namespace
}  // namespace octavo::config
