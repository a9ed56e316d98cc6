#include "resolve/stand_ins.h"

#include <gmock/gmock.h>

#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// What they lead to is said by tests/links/, W69 and W84.

TEST(StandIns, AFoldersIndexGoesBeforeItsReadme) {
  const Resolved book = resolved({{"a.md", "[[f]]"}, {"f/README.md", "# Read"}, {"f/index.md", "# First"}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("f -> first"));
}

TEST(StandIns, TheFolderOfTheShortestPathIsTaken) {
  const Resolved book =
      resolved({{"a.md", "[[f]]"}, {"deep/down/f/index.md", "# Deep"}, {"g/f/index.md", "# Shallow"}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("f -> shallow"));
}

TEST(StandIns, ATitleThatNobodyWroteIsNoName) {
  const Resolved book = resolved({{"a.md", "[[my-note]]"}, {"My note.md", "Text."}});
  EXPECT_THAT(book.links("a.md"), ElementsAre("my-note -> nothing"));
}

TEST(StandIns, ALinkToTheTitleIsAMentionOfTheNote) {
  const Resolved book =
      resolved({{"a.md", "# A\n\n[[The eternal city]]\n"}, {"rome.md", "# The eternal city\n"}});
  std::vector<std::string> terms;
  for (const auto& entry : book.book.index) terms.push_back(entry.term);
  EXPECT_THAT(terms, ElementsAre("The eternal city"));
}

TEST(StandIns, ManyFoldersAndMissingNotesTakeNoQuadraticTime) {
  std::map<std::string, std::string> notes;
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    notes["folder " + number + "/index.md"] =
        "# Title " + number + "\n\n[[folder " + number + "]] [[gone " + number + "]]\n";
  }
  EXPECT_EQ(resolved(notes).sink.sorted().size(), 6000u);
}

}  // namespace
}  // namespace octavo::resolve
