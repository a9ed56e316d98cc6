#include "command/edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/failure.h"

namespace octavo::command {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Edit;
using diagnostics::Rule;
using testing::IsEmpty;

struct Note {
  base::Memory files;
  diagnostics::Sources sources;
  base::FileId file;
  std::vector<Diagnostic> findings;

  explicit Note(const std::string& text, const std::string& mark = "") {
    files.contents["book/a.md"] = mark + text;
    file = sources.add("a.md", text);
  }
  // A finding that is mended by putting texts in the place of these stretches.
  void find(const std::vector<std::tuple<std::uint32_t, std::uint32_t, std::string>>& edits) {
    Diagnostic finding{Rule::link_case, {file, std::get<0>(edits.front()), std::get<1>(edits.front())}, "wrong"};
    for (const auto& [begin, end, text] : edits) finding.fix.push_back(Edit{{file, begin, end}, text});
    findings.push_back(std::move(finding));
  }
  Fixes fixes() const { return fixes_of(findings, sources, files, "book"); }
  std::string after() const {
    const Fixes all = fixes();
    std::vector<const Fix*> chosen;
    for (const Fix& fix : all.fixes) chosen.push_back(&fix);
    const auto result = files_after(chosen, all.files);
    return result.empty() ? "" : result.at("book/a.md");
  }
};

TEST(Edits, AreMadeBehindAByteOrderMark) {
  Note note("abcdef", "\xEF\xBB\xBF");
  note.find({{1, 3, "XYZ"}, {6, 6, "!"}});
  EXPECT_EQ(note.after(), "\xEF\xBB\xBF" "aXYZdef!");
}

TEST(Edits, TheSameOneOfTwoFindingsIsMadeOnce) {
  Note note("abcdef");
  note.find({{0, 1, "A"}, {6, 6, "!"}});
  note.find({{5, 6, "F"}, {6, 6, "!"}});
  EXPECT_EQ(note.after(), "AbcdeF!");
}

TEST(Edits, WhatOverlapsAnEarlierFixIsLeftOutAsAWhole) {
  Note note("abcdef");
  note.find({{1, 4, "X"}});
  note.find({{0, 1, "A"}, {3, 5, "Y"}});
  note.find({{2, 2, "-"}});
  note.find({{4, 5, "E"}});
  EXPECT_EQ(note.after(), "aXEf");
  Note insertions("ab");
  insertions.find({{1, 1, "x"}});
  insertions.find({{1, 1, "y"}});
  EXPECT_EQ(insertions.after(), "axb");
}

TEST(Edits, NoLineIsAddedOrTakenAway) {
  Note note("ab\r\ncd");
  note.find({{0, 1, "A\n"}});
  note.find({{1, 4, ""}});
  note.find({{3, 4, ""}});
  note.find({{4, 99, ""}});
  EXPECT_THAT(note.fixes().fixes, IsEmpty());
}

TEST(Edits, AFileThatIsAnotherByNowIsAFailure) {
  Note note("abc");
  note.find({{0, 1, "A"}});
  note.files.contents["book/a.md"] = "xyz";
  EXPECT_THROW(note.fixes(), base::Failure);
  note.files.contents.clear();
  EXPECT_THROW(note.fixes(), base::Failure);
}

}  // namespace
}  // namespace octavo::command
