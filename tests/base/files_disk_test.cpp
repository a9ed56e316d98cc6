#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "base/failure.h"
#include "base/files.h"

using namespace octavo::base;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

namespace fs = std::filesystem;

class DiskTest : public testing::Test {
 protected:
  DiskTest() {
    std::string pattern = (fs::temp_directory_path() / "octavo-disk-XXXXXX").string();
    root = fs::canonical(mkdtemp(pattern.data())).string();
  }
  ~DiskTest() override { fs::remove_all(root); }

  std::string in_root(const std::string& path) const { return root + "/" + path; }
  std::vector<std::string> names(const std::string& folder) const {
    std::vector<std::string> result;
    for (const Entry& entry : disk.list(folder)) result.push_back(entry.name);
    return result;
  }
  std::string failure_of_writing(const std::string& path, std::string_view bytes = "new") {
    try {
      disk.write(path, bytes);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "nothing was thrown";
  }
  std::string failure_of_reading(const std::string& path) const {
    try {
      disk.read(path);
    } catch (const Failure& failure) {
      return failure.what();
    }
    return "nothing was thrown";
  }

  Disk disk;
  std::string root;
};

}  // namespace

TEST_F(DiskTest, ReadsWhatWasWrittenAndMakesTheFolders) {
  const std::string bytes("a\0b\r\n\xFF", 6);
  disk.write(in_root("a/b/c.bin"), bytes);
  EXPECT_EQ(disk.read(in_root("a/b/c.bin")), bytes);
  EXPECT_THAT(names(in_root("a/b")), ElementsAre("c.bin"));
  disk.write(in_root("a/b/c.bin"), "");
  EXPECT_EQ(disk.read(in_root("a/b/c.bin")), "");
}

TEST_F(DiskTest, ReadsLargeFilesWhole) {
  const std::string bytes(3'000'001, 'x');
  disk.write(in_root("large"), bytes);
  EXPECT_EQ(disk.read(in_root("large")), bytes);
}

TEST_F(DiskTest, ListsByBytesAndSaysWhatLinksLeadTo) {
  disk.write(in_root("b.md"), "");
  disk.write(in_root("B/x.md"), "");
  fs::create_symlink("b.md", in_root("a.md"));
  fs::create_symlink("nowhere", in_root("c.md"));
  const std::vector<Entry> entries = disk.list(root);
  ASSERT_EQ(entries.size(), 4u);
  EXPECT_EQ(entries[0].name, "B");
  EXPECT_EQ(entries[0].kind, FileKind::folder);
  EXPECT_EQ(entries[1].name, "a.md");
  EXPECT_EQ(entries[1].kind, FileKind::file);
  EXPECT_TRUE(entries[1].is_link);
  EXPECT_EQ(entries[2].name, "b.md");
  EXPECT_FALSE(entries[2].is_link);
  EXPECT_EQ(entries[3].kind, FileKind::missing);
}

TEST_F(DiskTest, FollowsLinksToTheRealPlace) {
  disk.write(in_root("inside/a.md"), "");
  fs::create_symlink("/etc", in_root("inside/out"));
  fs::create_symlink("inside", in_root("door"));
  EXPECT_EQ(disk.real(in_root("door/../door/a.md")), in_root("inside/a.md"));
  EXPECT_EQ(disk.real(in_root("inside/out")), "/etc");
  EXPECT_EQ(disk.real(in_root("inside/missing")), std::nullopt);
}

TEST_F(DiskTest, RefusesToReadWhatIsNoFile) {
  EXPECT_EQ(failure_of_reading(root), "cannot read \"" + root + "\": is a directory");
  EXPECT_EQ(failure_of_reading(in_root("x")),
            "cannot read \"" + in_root("x") + "\": no such file or directory");
  ASSERT_EQ(mkfifo(in_root("pipe").c_str(), 0600), 0);
  EXPECT_THAT(failure_of_reading(in_root("pipe")), HasSubstr("it is not a regular file"));
  EXPECT_EQ(disk.kind(in_root("pipe")), FileKind::other);
}

TEST_F(DiskTest, APathWithANullNamesNothing) {
  disk.write(in_root("a"), "secret");
  const std::string path = in_root(std::string("a\0.md", 5));
  EXPECT_EQ(disk.kind(path), FileKind::missing);
  EXPECT_EQ(disk.real(path), std::nullopt);
  EXPECT_THAT(failure_of_reading(path), HasSubstr("cannot read"));
}

TEST_F(DiskTest, LeavesNothingBehindWhereAFolderStandsInTheWay) {
  disk.write(in_root("target/x"), "");
  EXPECT_THAT(failure_of_writing(in_root("target")), HasSubstr("is a directory"));
  EXPECT_THAT(names(root), ElementsAre("target"));
}

TEST_F(DiskTest, LeavesNothingBehindWhereAFileIsTakenForAFolder) {
  disk.write(in_root("file"), "old");
  EXPECT_THAT(failure_of_writing(in_root("file/a/b")), HasSubstr("not a directory"));
  EXPECT_THAT(names(root), ElementsAre("file"));
}

TEST_F(DiskTest, LeavesNothingBehindWhereTheNameIsTooLong) {
  EXPECT_THAT(failure_of_writing(in_root("a/b/" + std::string(300, 'n'))), HasSubstr("name too long"));
  EXPECT_THAT(names(root), IsEmpty());
}

TEST_F(DiskTest, KeepsTheOldFileWhenTheDiskIsFull) {
  disk.write(in_root("book.pdf"), "old");
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small = {4096, before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string failure = failure_of_writing(in_root("book.pdf"), std::string(10'000, 'x'));
  const std::string elsewhere = failure_of_writing(in_root("a/b/new.pdf"), std::string(10'000, 'x'));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_THAT(failure, HasSubstr("file too large"));
  EXPECT_THAT(elsewhere, HasSubstr("file too large"));
  EXPECT_EQ(disk.read(in_root("book.pdf")), "old");
  EXPECT_THAT(names(root), ElementsAre("book.pdf"));
}

TEST_F(DiskTest, SaysThatAFolderIsReadOnly) {
  if (geteuid() == 0) GTEST_SKIP() << "the superuser may write everywhere";
  fs::permissions(root, fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(failure_of_writing(in_root("a")), "cannot write \"" + in_root("a") + "\": permission denied");
  fs::permissions(root, fs::perms::owner_all);
}

TEST_F(DiskTest, ReplacesWhatALinkLeadsToAndKeepsTheRights) {
  disk.write(in_root("real/book.pdf"), "old");
  fs::permissions(in_root("real/book.pdf"),
                  fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_write);
  fs::create_symlink("real/book.pdf", in_root("book.pdf"));
  disk.write(in_root("book.pdf"), "new");
  EXPECT_TRUE(fs::is_symlink(in_root("book.pdf")));
  EXPECT_EQ(disk.read(in_root("real/book.pdf")), "new");
  EXPECT_EQ(fs::status(in_root("real/book.pdf")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_write);
}

TEST_F(DiskTest, WritesIntoADeviceInsteadOfReplacingIt) {
  disk.write("/dev/null", "bytes");
  EXPECT_EQ(disk.kind("/dev/null"), FileKind::other);
  EXPECT_THAT(failure_of_writing("/dev/full", "bytes"), HasSubstr("no space left on device"));
}

TEST_F(DiskTest, LeavesTheDraftOfAnotherRunAlone) {
  std::ofstream(in_root(".octavo-0.part")) << "another's";
  disk.write(in_root("book.pdf"), "mine");
  EXPECT_EQ(disk.read(in_root("book.pdf")), "mine");
  EXPECT_EQ(disk.read(in_root(".octavo-0.part")), "another's");
}

TEST_F(DiskTest, WhatNobodyMayWriteIsNotReplaced) {
  disk.write(in_root("kept.md"), "old");
  ASSERT_EQ(::chmod(in_root("kept.md").c_str(), 0444), 0);
  EXPECT_THAT(failure_of_writing(in_root("kept.md")), HasSubstr("permission denied"));
  EXPECT_EQ(disk.read(in_root("kept.md")), "old");
  EXPECT_THAT(names(root), ElementsAre("kept.md"));
}

TEST_F(DiskTest, WhatIsReplacedKeepsItsModeAndItsLink) {
  disk.write(in_root("real.md"), "old");
  ASSERT_EQ(::chmod(in_root("real.md").c_str(), 0640), 0);
  ASSERT_EQ(::symlink("real.md", in_root("link.md").c_str()), 0);
  disk.write(in_root("link.md"), "new");
  EXPECT_TRUE(fs::is_symlink(in_root("link.md")));
  EXPECT_EQ(disk.read(in_root("real.md")), "new");
  struct stat facts;
  ASSERT_EQ(::stat(in_root("real.md").c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 07777, 0640u);
}
