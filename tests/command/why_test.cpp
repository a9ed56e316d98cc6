// What a link means, and why, told of a book in memory.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "command/command.h"

namespace octavo::command {
namespace {

using testing::HasSubstr;

const std::map<std::string, std::string> book = {
    {"b/book.toml", "[links]\n\"../std/\" = \"https://doc.example.org/std/\"\n"},
    {"b/Note.md",
     "---\naliases: [The Other]\n---\n# Note\n\ntext ^place\n\n## A\n\n### Same\n\n## B\n\n### Same\n\n"
     "## Key Players\n\n- **Ada Lovelace** — wrote programs\n"},
    {"b/a/Note.md", "# Note\n"},
    {"b/a/s.md", "# s\n\n## Own\n\n```\nopen"},
    {"b/p/Only Here.md", "# Only Here\n"},
    {"b/sign.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"/>"},
};

struct Said {
  Exit exit = Exit::done;
  std::string out, error;
};

Said why(const std::string& link, const std::string& from = "a/s.md",
         std::map<std::string, std::string> contents = book) {
  base::Memory files;
  files.contents = std::move(contents);
  std::ostringstream out, error;
  World world{files, out, error};
  const auto exit = run({"why", "--book", "b", "--", link, from}, world);
  return {exit, out.str(), error.str()};
}

TEST(Why, TellsTheWinnerAndWhoWasPassedOver) {
  const auto said = why("[[Note#Same]]");
  EXPECT_EQ(said.exit, Exit::done);
  EXPECT_EQ(said.out,
            "[[Note#Same]] in a/s.md\n"
            "\"Note\" fits 2 notes or files:\n"
            "  Note.md    the whole path from the folder of the notes; taken\n"
            "  a/Note.md  in the note's own folder; the whole path from the folder of the notes goes before\n"
            "\"Same\" fits in \"Note.md\":\n"
            "  line 10  A > Same  its text; taken, as the first\n"
            "  line 14  B > Same  further down\n"
            "2 notes are called \"Note\"; \"Note.md\" is taken, write its path to be sure [link/ambiguous]\n"
            "2 headings read \"Same\"; the first is taken, name the heading above the one you mean too: "
            "[[Note#Part#Section]] [heading/ambiguous]\n"
            "leads to \"Note.md\", line 10, \"Same\"\n");
}

TEST(Why, SaysWhereEveryKindOfLinkLeads) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[[Note#B#Same|alias]]", "leads to \"Note.md\", line 14, \"Same\"\n"},
      {"Note#same", "its text but for capital letters; taken"},
      {"[[The Other]]", "  Note.md  an alias; taken\n"},
      {"[[note]]", "in other capital letters; taken"},
      {"[x](../Note.md#same-1)", "  line 14  Same  its address; taken\n"},
      {"<Only Here.md>", "\"a/Only Here.md\", the path as seen from the note, is not there\n"},
      {"p/Only Here", "leads to \"p/Only Here.md\"\n"},
      {"./Note.md", "leads to \"a/Note.md\"\n"},
      {"../Note.html#Same", "\"Note.html\" is the address of a note's page where the book is published\n"},
      {"../std/vec.html",
       "\"../std/vec.html\" begins as [links] in book.toml says\nleads to "
       "https://doc.example.org/std/vec.html, out"},
      {"https://example.org/x", "leads to https://example.org/x, out of the book\n"},
      {"#Own", "no note is named, so it is the note the link stands in\n"},
      {"[[Note#^place]]", "leads to \"Note.md\", line 6\n"},
      {"[[Ada Lovelace]]", "leads to \"Ada Lovelace\" in the appendix of key players"},
      {"![[Note#A]]", "the text of \"Note.md\" stands here\n"},
      {"![A sign](sign.svg)",
       "  sign.svg  the whole path from the folder of the notes; taken\nshows \"sign.svg\"\n"},
  };
  for (const auto& [link, expected] : cases) {
    const auto said = why(link);
    EXPECT_EQ(said.exit, Exit::done) << link << '\n' << said.out << said.error;
    EXPECT_THAT(said.out, HasSubstr(expected)) << link;
  }
}

TEST(Why, SaysWhyALinkLeadsNowhere) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[[Nota]]", "notes that are called nearly so:\n  Note.md    spelt otherwise\n"},
      {"[[The Othr]]", "  Note.md  its alias \"The Other\" is spelt otherwise\n"},
      {"x/Only Here", "  p/Only Here.md  its path does not end so\n"},
      {"[[#Elsewhere]]", "no heading of \"a/s.md\" reads \"Elsewhere\""},
      {"[[Note#^nowhere]]", "has the id \"^nowhere\"; its text stays without a link [link/missing-block]\n"},
      {"../../../x.md", "[link/outside-folder]\nleads nowhere\n"},
      {"[[sign.svg]]", "[link/outside-book]\nleads nowhere\n"},
      {"![[Nobody]]", "[embed/missing]\nshows nothing\n"},
      {"![](nothing.png)", "[image/missing]\nshows nothing\n"},
  };
  for (const auto& [link, expected] : cases) {
    const auto said = why(link);
    EXPECT_EQ(said.exit, Exit::findings) << link << '\n' << said.out << said.error;
    EXPECT_THAT(said.out, HasSubstr(expected)) << link;
  }
}

TEST(Why, NotesThatAreNoChapters) {
  auto contents = book;
  contents["b/book.toml"] = "chapters = [\"Note.md\"]\n";
  const auto said = why("[[Only Here]]", "Note.md", contents);
  EXPECT_EQ(said.exit, Exit::findings);
  EXPECT_THAT(said.out, HasSubstr("the name, in any folder, no chapter of the book; taken\n"));
  EXPECT_EQ(why("[[Note]]", "a/s.md", contents).exit, Exit::done);
}

TEST(Why, FollowsPagesThatHaveMoved) {
  auto contents = book;
  contents["b/book.toml"] = "[output.html.redirect]\n\"/old.html\" = \"Note.html\"\n";
  EXPECT_THAT(
      why("../old.html", "a/s.md", contents).out,
      HasSubstr("\"old.html\" has moved, as book.toml says\n\"Note.html\" is the address of a note's page"));
}

TEST(Why, TakesTheNoteByItsPathOrName) {
  for (const char* from : {"a/s.md", "b/a/s.md", "./b/a/s.md", "s"})
    EXPECT_THAT(why("[[#Own]]", from).out, HasSubstr("[[#Own]] in a/s.md\n")) << from;
  const auto several = why("[[#Own]]", "Note");
  EXPECT_EQ(several.exit, Exit::failure);
  EXPECT_EQ(several.error,
            "octavo: 2 notes are called \"Note\"; say which by its path: \"Note.md\" or \"a/Note.md\"\n");
  const auto none = why("[[#Own]]", "Only Her");
  EXPECT_EQ(none.exit, Exit::failure);
  EXPECT_EQ(none.error, "octavo: this book has no note \"Only Her\"; did you mean \"Only Here\"?\n");
}

TEST(Why, WantsALink) {
  const auto said = why("[[]]");
  EXPECT_EQ(said.exit, Exit::failure);
  EXPECT_THAT(said.error, HasSubstr("\"[[]]\" is no link"));
}

}  // namespace
}  // namespace octavo::command
