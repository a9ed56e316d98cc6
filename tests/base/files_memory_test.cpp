#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"
#include "base/files.h"

using namespace octavo::base;
using testing::ElementsAre;

namespace {

std::string message_of(const auto& doing) {
  try {
    doing();
  } catch (const Failure& failure) {
    return failure.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST(Memory, HasFoldersWhereFilesLieBelowThem) {
  Memory files;
  files.contents = {{"book/people/Ada.md", ""}, {"book/people.md", ""}};
  EXPECT_EQ(files.kind("book"), FileKind::folder);
  EXPECT_EQ(files.kind("book/people/"), FileKind::folder);
  EXPECT_EQ(files.kind("book/./x/../people/Ada.md"), FileKind::file);
  EXPECT_EQ(files.kind("book/peop"), FileKind::missing);
  EXPECT_EQ(files.kind(""), FileKind::folder);
}

TEST(Memory, ListsAFolderByBytes) {
  Memory files;
  files.contents = {
      {"book/people/Ada.md", ""}, {"book/people/Bob.md", ""}, {"book/people.md", ""}, {"other", ""}};
  std::vector<std::string> names;
  for (const Entry& entry : files.list("book")) {
    names.push_back(entry.name + (entry.kind == FileKind::folder ? "/" : ""));
  }
  EXPECT_THAT(names, ElementsAre("people/", "people.md"));
}

TEST(Memory, ReadsWhatWasWrittenAndRemembersWhatWasRead) {
  Memory files;
  files.write("out/./book.pdf", "bytes");
  EXPECT_EQ(files.read("out/book.pdf"), "bytes");
  EXPECT_THAT(files.was_read, ElementsAre("out/book.pdf"));
  EXPECT_EQ(files.real("out/x/../book.pdf"), "out/book.pdf");
  EXPECT_EQ(files.real("out/x"), std::nullopt);
}

TEST(Memory, FailsInTheWordsOfTheDisk) {
  Memory files;
  files.contents = {{"a/b", ""}};
  EXPECT_EQ(message_of([&] { files.read("x"); }), "cannot read \"x\": no such file or directory");
  EXPECT_EQ(message_of([&] { files.read("a"); }), "cannot read \"a\": is a directory");
  EXPECT_EQ(message_of([&] { files.list("x"); }), "cannot list \"x\": no such file or directory");
  EXPECT_EQ(message_of([&] { files.list("a/b"); }), "cannot list \"a/b\": not a directory");
  EXPECT_EQ(message_of([&] { files.write("a", ""); }), "cannot write \"a\": is a directory");
  EXPECT_EQ(message_of([&] { files.write("a/b/c", ""); }), "cannot make the folder \"a/b\": not a directory");
}
