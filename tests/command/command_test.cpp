// The whole program, on a disk in memory.
#include "command/command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "base/failure.h"

namespace octavo::command {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

struct Run {
  Exit exit = Exit::done;
  std::string out, error;
};

Run run(const std::vector<std::string>& arguments, base::Files& files, std::string epoch = "") {
  std::ostringstream out, error;
  World world{files, out, error};
  world.source_date_epoch = std::move(epoch);
  const auto exit = command::run(arguments, world);
  return {exit, out.str(), error.str()};
}

base::Memory disk(std::map<std::string, std::string> contents) {
  base::Memory result;
  result.contents = std::move(contents);
  return result;
}

// A disk with room for so many bytes more.
class FullDisk final : public base::Files {
 public:
  FullDisk(base::Memory below, std::size_t room) : below_(std::move(below)), room_(room) {}
  base::FileKind kind(const std::string& path) const override { return below_.kind(path); }
  std::string read(const std::string& path) const override { return below_.read(path); }
  std::vector<base::Entry> list(const std::string& folder) const override { return below_.list(folder); }
  std::optional<std::string> real(const std::string& path) const override { return below_.real(path); }
  void write(const std::vector<base::NewFile>& files) override {
    for (const base::NewFile& file : files) {
      if (file.bytes.size() > room_)
        throw base::Failure("cannot write \"" + file.path + "\": no space left on device");
      room_ -= file.bytes.size();
    }
    below_.write(files);
  }

 private:
  base::Memory below_;
  std::size_t room_;
};

const std::map<std::string, std::string> good = {{"notes/one.md", "# One\n\nSee [[two]].\n"},
                                                 {"notes/two.md", "# Two\n\nThe end.\n"}};

TEST(Command, BuildLeavesBothBooksAndSaysWhere) {
  auto files = disk(good);
  const auto said = run({"build", "notes"}, files);
  EXPECT_EQ(said.exit, Exit::done) << said.error;
  EXPECT_THAT(said.error, IsEmpty());
  EXPECT_THAT(said.out, ContainsRegex("notes/out/notes\\.pdf  [0-9]+\\.[0-9] kB, [0-9]+ pages\n"));
  EXPECT_THAT(said.out, ContainsRegex("notes/out/notes\\.epub  [0-9]+\\.[0-9] kB\n"));
  EXPECT_THAT(files.contents.at("notes/out/notes.pdf"), StartsWith("%PDF-"));
  EXPECT_THAT(files.contents.at("notes/out/notes.epub"), StartsWith("PK"));
  EXPECT_EQ(files.contents.size(), good.size() + 2);
}

TEST(Command, TheSameNotesGiveTheSameBytes) {
  auto first = disk(good), second = disk(good);
  run({"build", "notes"}, first);
  run({"build", "notes"}, second);
  run({"build", "notes"}, second);
  EXPECT_EQ(first.contents, second.contents);
}

TEST(Command, OneBookOrAnotherFolderOnRequest) {
  auto files = disk(good);
  EXPECT_EQ(run({"build", "notes", "--epub", "-o", "books"}, files).exit, Exit::done);
  EXPECT_TRUE(files.contents.contains("books/notes.epub"));
  EXPECT_FALSE(files.contents.contains("books/notes.pdf"));
  EXPECT_EQ(run({"build", "notes/two.md", "--pdf", "--quiet"}, files).out, "");
  EXPECT_TRUE(files.contents.contains("notes/out/two.pdf"));
  EXPECT_FALSE(files.contents.contains("notes/out/two.epub"));
}

TEST(Command, AnUnresolvedLinkIsAWarningToBuildAndAnErrorToCheck) {
  auto files = disk({{"one.md", "# One\n\nSee [[Hannibal]].\n"}});
  const auto built = run({"build", "one.md", "--epub"}, files);
  EXPECT_EQ(built.exit, Exit::done);
  EXPECT_THAT(built.error, HasSubstr("link/missing-note"));
  EXPECT_THAT(built.out, Not(HasSubstr("link/missing-note")));
  EXPECT_EQ(run({"build", "one.md", "--epub", "--strict"}, files).exit, Exit::findings);
  const auto checked = run({"check", "one.md"}, files);
  EXPECT_EQ(checked.exit, Exit::findings);
  EXPECT_THAT(checked.out, HasSubstr("one.md:3:"));
  EXPECT_THAT(checked.error, IsEmpty());
}

TEST(Command, CheckOfAGoodBookWritesNothingAndSaysNothing) {
  auto files = disk(good);
  const auto checked = run({"check", "notes", "--strict"}, files);
  EXPECT_EQ(checked.exit, Exit::done);
  EXPECT_EQ(checked.out + checked.error, "");
  EXPECT_EQ(files.contents, good);
}

TEST(Command, WhatKeepsABookFromBeingMadeLeavesTheOldOne) {
  const std::vector<std::map<std::string, std::string>> broken = {
      {{"b/readme.txt", "no note"}},
      {{"b/a.md", "# A\n\nCaf\xE9\n"}},
      {{"b/a.md", "# A\n"}, {"b/c.md", "\xFF"}},
      {{"b/a.md", "# A\n"}, {"b/book.toml", "title = [broken"}},
  };
  for (auto contents : broken) {
    contents["b/out/b.epub"] = contents["b/out/b.pdf"] = "old";
    auto files = disk(contents);
    const auto said = run({"build", "b"}, files);
    EXPECT_EQ(said.exit, Exit::findings) << said.error;
    EXPECT_THAT(said.error, HasSubstr("octavo: no book was made; what an earlier run made is as it was\n"));
    EXPECT_THAT(said.out, IsEmpty());
    EXPECT_EQ(files.contents, contents);
  }
}

TEST(Command, OtherErrorsOfTheAuthorStillGiveABook) {
  auto files = disk({{"b/a.md", "# A\n\n![[c]]\n"}, {"b/c.md", "# C\n\n![[a]]\n"}});
  const auto said = run({"build", "b", "--epub"}, files);
  EXPECT_EQ(said.exit, Exit::findings);
  EXPECT_THAT(said.error, HasSubstr("embed/cycle"));
  EXPECT_TRUE(files.contents.contains("b/out/b.epub"));
}

TEST(Command, FailuresOfTheMachineAreOneClearLine) {
  auto files = disk(good);
  auto said = run({"build", "nowhere"}, files);
  EXPECT_EQ(said.exit, Exit::failure);
  EXPECT_EQ(said.error, "octavo: there is no file or folder \"nowhere\"\n");
  said = run({"build", "notes"}, files, "yesterday");
  EXPECT_EQ(said.exit, Exit::failure);
  EXPECT_THAT(said.error, StartsWith("octavo: SOURCE_DATE_EPOCH is \"yesterday\""));
  FullDisk full(disk(good), 0);
  said = run({"build", "notes", "--epub"}, full);
  EXPECT_EQ(said.exit, Exit::failure);
  EXPECT_EQ(said.error, "octavo: cannot write \"notes/out/notes.epub\": no space left on device\n");
  EXPECT_THAT(said.out, IsEmpty());
}

TEST(Command, WhereOnlyOneBookFitsNeitherIsReplaced) {
  auto files = disk(good);
  run({"build", "notes"}, files);
  const auto larger = std::max(files.contents.at("notes/out/notes.pdf").size(),
                               files.contents.at("notes/out/notes.epub").size());
  files.contents["notes/out/notes.pdf"] = files.contents["notes/out/notes.epub"] = "old";
  FullDisk full(files, larger - 1);
  EXPECT_EQ(run({"build", "notes"}, full).exit, Exit::failure);
  EXPECT_EQ(full.read("notes/out/notes.pdf") + full.read("notes/out/notes.epub"), "oldold");
}

TEST(Command, WrongUsageGoesToStandardErrorAndHelpToStandardOutput) {
  auto files = disk({});
  const auto wrong = run({"fold"}, files);
  EXPECT_EQ(wrong.exit, Exit::failure);
  EXPECT_THAT(wrong.error, StartsWith("octavo: unknown command \"fold\""));
  EXPECT_THAT(wrong.out, IsEmpty());
  const auto help = run({"--help"}, files);
  EXPECT_EQ(help.exit, Exit::done);
  EXPECT_THAT(help.out, HasSubstr("octavo build"));
  EXPECT_THAT(help.error, IsEmpty());
}

TEST(Command, AReportThatDoesNotArriveIsAFailure) {
  auto files = disk(good);
  std::ostringstream out, error;
  out.setstate(std::ios::badbit);
  World world{files, out, error};
  EXPECT_EQ(command::run({"check", "notes"}, world), Exit::failure);
  EXPECT_THAT(error.str(), HasSubstr("cannot write to standard output"));
}

}  // namespace
}  // namespace octavo::command
