// octavo check --fix, on a disk in memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/failure.h"
#include "book/book.h"
#include "command/command.h"
#include "command/pipeline.h"

namespace octavo::command {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

using Notes = std::map<std::string, std::string>;

struct Run {
  Exit exit = Exit::done;
  std::string out, error;
};

Run run(const std::vector<std::string>& arguments, base::Files& files) {
  std::ostringstream out, error;
  World world{files, out, error};
  const auto exit = command::run(arguments, world);
  return {exit, out.str(), error.str()};
}

base::Memory disk(const Notes& notes) {
  base::Memory files;
  for (const auto& [path, text] : notes) files.contents["notes/" + path] = text;
  return files;
}

std::string dumped(base::Memory& files) {
  std::ostringstream out, error;
  World world{files, out, error};
  diagnostics::Sink sink;
  Progress progress(world, Loudness::quiet);
  return book::dump(resolved("notes", world, sink, progress).book);
}

// What a note is after --fix. The book must be the same as before, and a second --fix must change nothing.
std::string after_fix(const Notes& notes, const std::string& path) {
  base::Memory files = disk(notes);
  const std::string book = dumped(files);
  const auto first = run({"check", "--fix", "notes"}, files);
  EXPECT_NE(first.exit, Exit::failure) << first.error;
  EXPECT_EQ(dumped(files), book);
  const auto contents = files.contents;
  EXPECT_THAT(run({"check", "--fix", "notes"}, files).out, StartsWith("mended 0 findings in 0 files\n"));
  EXPECT_EQ(files.contents, contents);
  return files.contents.at("notes/" + path);
}

const Notes vault = {
    {"Log.md", "# The log\n\n## First entry\n\nWords. ^spot\n\n## What's new?\n\n## Here – there\n\n## Version 1.5\n"},
    {"people/Ada Byron.md", "---\naliases: [AB]\n---\n# Ada\n\n## Life\n\nShe was born.\n"},
};

std::string mended(const std::string& text, Notes notes = vault) {
  notes["a.md"] = text;
  return after_fix(notes, "a.md");
}

TEST(Fix, NamesAreSpelledAsTheFileIsAndTheTextStays) {
  EXPECT_EQ(mended("See [[LOG]].\n"), "See [[Log|LOG]].\n");
  EXPECT_EQ(mended("See [[LOG|it]], [[ log ]].\n"), "See [[Log|it]], [[ Log |log]].\n");
  EXPECT_EQ(mended("See [[log|]].\n"), "See [[Log|log]].\n");
  EXPECT_EQ(mended("![[LOG]]\n"), "![[Log]]\n");
  EXPECT_EQ(mended("See [[PEOPLE/ada byron|her]].\n"), "See [[people/Ada Byron|her]].\n");
  EXPECT_EQ(mended("See [[log.MD|it]].\n"), "See [[Log.md|it]].\n");
}

TEST(Fix, AddressesKeepTheirWayOfWriting) {
  EXPECT_EQ(mended("[x](log.md) [y](<People/ada byron.md> \"title\")\n"),
            "[x](Log.md) [y](<people/Ada Byron.md> \"title\")\n");
  EXPECT_EQ(mended("[x](./people/../PEOPLE/ada%20byron.md#Life)\n"), "[x](./people/../people/Ada%20Byron.md#Life)\n");
  EXPECT_EQ(mended("[x](%C3%A4rger.md)\n", {{"Ärger.md", "# Ä\n"}}), "[x](%C3%84rger.md)\n");
}

TEST(Fix, TwoFindingsOfOneLinkGoTogether) {
  EXPECT_EQ(mended("See [[LOG#FIRST ENTRY|x]].\n"), "See [[Log#First entry|x]].\n");
  EXPECT_EQ(mended("See [[LOG#FIRST ENTRY]].\n"), "See [[Log#First entry|LOG > FIRST ENTRY]].\n");
  EXPECT_EQ(mended("See [[LOG#^SPOT]].\n"), "See [[Log#^spot|LOG]].\n");
  EXPECT_EQ(mended("![[LOG#FIRST ENTRY]]\n"), "![[Log#First entry]]\n");
}

TEST(Fix, AnAliasIsPutBehindABar) {
  EXPECT_EQ(mended("See [[AB]].\n"), "See [[Ada Byron|AB]].\n");
  Notes two = vault;
  two["others/Ada Byron.md"] = "# Another\n";
  EXPECT_EQ(mended("See [[AB]].\n", two), "See [[people/Ada Byron|AB]].\n");
}

TEST(Fix, HeadingsAreSpelledAsTheyAre) {
  EXPECT_EQ(mended("[[Log#Whats new|x]]\n"), "[[Log#What's new?|x]]\n");
  EXPECT_EQ(mended("[[Log#Here - there|x]]\n"), "[[Log#Here – there|x]]\n");
  EXPECT_EQ(mended("[[Log#whats-new|x]]\n"), "[[Log#What's new?|x]]\n");
  // Not one of two, and not a number that is another.
  EXPECT_EQ(mended("[[Log#Version 15|x]]\n"), "[[Log#Version 15|x]]\n");
  Notes twins = {{"Two.md", "# Two\n\n## It's\n\n## Its!\n"}};
  EXPECT_EQ(mended("[[Two#I'ts|x]]\n", twins), "[[Two#I'ts|x]]\n");
  // What Obsidian leaves out itself is no finding.
  Notes signs = {{"Net.md", "# Net\n\n## TCP/IP: a #1 model\n"}};
  EXPECT_EQ(mended("[[Net#TCP IP a 1 model|x]]\n", signs), "[[Net#TCP IP a 1 model|x]]\n");
  EXPECT_EQ(mended("[[Net#tcp-ip-a-1 model|x]]\n", signs), "[[Net#TCP/IP: a 1 model|x]]\n");
}

TEST(Fix, BarsInTablesAndOutside) {
  const std::string head = "| a | b |\n|---|---|\n";
  EXPECT_EQ(mended(head + "| [[Log|x]] | [[LOG]] |\n"), head + "| [[Log\\|x]] | [[Log\\|LOG]] |\n");
  EXPECT_EQ(mended("See [[LOG\\|x]].\n"), "See [[Log|x]].\n");
}

TEST(Fix, AnAddressInDoubleBracketsIsAnOrdinaryLink) {
  EXPECT_EQ(mended("[[https://example.org]], [[https://example.org|there]]\n"),
            "<https://example.org>, [there](https://example.org)\n");
}

TEST(Fix, InHeadingsNotesQuotesAndLists) {
  EXPECT_EQ(mended("# A\n\n## On [[LOG]]\n\n> - [[LOG]][^n]\n\n[^n]: See [[LOG]].\n"),
            "# A\n\n## On [[Log|LOG]]\n\n> - [[Log|LOG]][^n]\n\n[^n]: See [[Log|LOG]].\n");
}

TEST(Fix, EverythingElseStaysByteByByte) {
  EXPECT_EQ(mended("\xEF\xBB\xBF# A\r\n\r\nSee [[LOG]].  \r\nEnd\t"), "\xEF\xBB\xBF# A\r\n\r\nSee [[Log|LOG]].  \r\nEnd\t");
}

TEST(Fix, WhatIsNotWrittenAsExpectedIsLeft) {
  EXPECT_EQ(mended("[[LO%%hidden%%G]] [x][ref]\n\n[ref]: log.md\n"), "[[LO%%hidden%%G]] [x][ref]\n\n[ref]: log.md\n");
  // Decomposed in the note, composed on the disk.
  const std::string decomposed = "[[CAFE\xCC\x81|x]]\n";
  EXPECT_EQ(mended(decomposed, {{"Café.md", "# C\n"}}), decomposed);
}

TEST(Fix, AnIncludedFileIsMendedItself) {
  Notes notes = vault;
  notes["a.md"] = "# A\n\n{{#include parts/text.txt}}\n";
  notes["parts/text.txt"] = "See [[LOG]].\n";
  notes["SUMMARY.md"] = "# Summary\n\n- [A](a.md)\n- [Log](Log.md)\n";
  EXPECT_EQ(after_fix(notes, "parts/text.txt"), "See [[Log|LOG]].\n");
  EXPECT_EQ(after_fix(notes, "a.md"), notes["a.md"]);
}

TEST(Fix, WhatIsExemptOrOffIsLeft) {
  Notes off = vault;
  off["book.toml"] = "[rules]\n\"link/case\" = \"off\"\n";
  EXPECT_EQ(mended("[[LOG]] [[AB]]\n", off), "[[LOG]] [[Ada Byron|AB]]\n");
  Notes exempt = vault;
  exempt["book.toml"] = "[[rules.exempt]]\nlinks = [\"LOG\"]\n";
  EXPECT_EQ(mended("[[LOG]] [[log]]\n", exempt), "[[LOG]] [[Log|log]]\n");
}

TEST(Fix, WhatWouldChangeTheBookIsLeftAndSaid) {
  // The list of key players takes the name from the note's where the link shortens it.
  base::Memory files = disk(vault);
  files.contents["notes/a.md"] = "# A\n\nSee [[LOG]].\n\n## Key Players\n\n- [[ADA BYRON|Ada]] — wrote\n";
  const std::string book = dumped(files);
  const auto said = run({"check", "--fix", "notes"}, files);
  EXPECT_EQ(files.contents.at("notes/a.md"),
            "# A\n\nSee [[Log|LOG]].\n\n## Key Players\n\n- [[ADA BYRON|Ada]] — wrote\n");
  EXPECT_EQ(dumped(files), book);
  EXPECT_THAT(said.out, AllOf(StartsWith("mended 1 finding in 1 file\n"), HasSubstr("a.md:7: "),
                              HasSubstr("left alone")));
  EXPECT_EQ(run({"check", "--fix", "notes"}, files).out.substr(0, 29), "mended 0 findings in 0 files\n");
}

TEST(Fix, OnlyWhatIsMendedIsGoneFromTheReport) {
  base::Memory files = disk(vault);
  files.contents["notes/a.md"] = "See [[LOG]] and [[Nobody]].\n";
  const auto said = run({"check", "--fix", "notes"}, files);
  EXPECT_EQ(said.exit, Exit::findings);
  EXPECT_THAT(said.out, AllOf(StartsWith("mended 1 finding in 1 file\nnotes/a.md:1:21: error: "), HasSubstr("\n1 error\n")));
  EXPECT_EQ(said.out.substr(said.out.find("notes/")), run({"check", "notes"}, files).out);
}

TEST(Fix, ADryRunShowsTheDifferenceAndWritesNothing) {
  base::Memory files = disk(vault);
  files.contents["notes/a.md"] = "See [[LOG]].\n";
  const auto contents = files.contents;
  const auto said = run({"check", "--fix", "--dry-run", "notes"}, files);
  EXPECT_EQ(said.exit, Exit::done);
  EXPECT_EQ(said.out, "--- a/notes/a.md\n+++ b/notes/a.md\n@@ -1,1 +1,1 @@\n-See [[LOG]].\n+See [[Log|LOG]].\n");
  EXPECT_EQ(said.error, "would mend 1 finding in 1 file\n");
  EXPECT_EQ(files.contents, contents);
}

// Somebody writes into a note while octavo reads: from the so many-th reading of it on it is another.
class Edited final : public base::Files {
 public:
  Edited(base::Memory below, int readings) : below_(std::move(below)), left_(readings) {}
  base::FileKind kind(const std::string& path) const override { return below_.kind(path); }
  std::string read(const std::string& path) const override {
    if (path == "notes/a.md" && left_-- <= 0) return "Other words.\n";
    return below_.read(path);
  }
  std::vector<base::Entry> list(const std::string& folder) const override { return below_.list(folder); }
  std::optional<std::string> real(const std::string& path) const override { return below_.real(path); }
  void write(const std::vector<base::NewFile>&) override { has_written = true; }
  bool has_written = false;

 private:
  base::Memory below_;
  mutable int left_;
};

TEST(Fix, AFileThatChangesMeanwhileIsNotOverwritten) {
  base::Memory files = disk(vault);
  files.contents["notes/a.md"] = "See [[LOG]].\n";
  for (const int readings : {1, 2}) {
    Edited edited(files, readings);
    const auto said = run({"check", "--fix", "notes"}, edited);
    EXPECT_EQ(said.exit, Exit::failure) << readings;
    EXPECT_THAT(said.error, HasSubstr("changed while octavo was"));
    EXPECT_FALSE(edited.has_written);
  }
}

TEST(Fix, AHundredThousandInOneFile) {
  std::string text, wanted;
  for (int i = 0; i < 100'000; ++i) {
    text += "- [[LOG|x]]\n";
    wanted += "- [[Log|x]]\n";
  }
  base::Memory files = disk(vault);
  files.contents["notes/a.md"] = text;
  EXPECT_THAT(run({"check", "--fix", "--quiet", "notes"}, files).out, IsEmpty());
  EXPECT_EQ(files.contents.at("notes/a.md"), wanted);
}

}  // namespace
}  // namespace octavo::command
