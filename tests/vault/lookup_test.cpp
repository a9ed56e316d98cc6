#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>

#include "vault/vault.h"

namespace octavo::vault {
namespace {

using diagnostics::Sink;
using testing::ElementsAre;

struct Opened {
  Sink sink;
  Vault vault;
};

// A vault of notes and files without text, or "path: its text".
Opened vault_of(const std::vector<std::string>& paths) {
  base::Memory files;
  for (const auto& path : paths) {
    const auto colon = path.find(": ");
    files.contents["book/" + path.substr(0, colon)] =
        colon == std::string::npos ? "" : path.substr(colon + 2);
  }
  Opened result;
  result.vault = open(files, {.root = "book"}, result.sink);
  return result;
}

std::string described(const Vault& vault, const Candidate& candidate) {
  constexpr const char* fits[] = {"exact path", "relative path", "path suffix",
                                  "own folder", "name",          "alias"};
  const auto path =
      candidate.note ? vault.notes[candidate.note.index()].path : vault.files[candidate.file.index()];
  return path + " (" + fits[static_cast<int>(candidate.fit)] + (candidate.exact_case ? ")" : ", other case)");
}

std::vector<std::string> found(const Vault& vault, const std::string& name, const std::string& from) {
  std::vector<std::string> result;
  for (const auto& candidate : vault.find(name, from)) result.push_back(described(vault, candidate));
  return result;
}

constexpr auto cafe_composed = "Caf\xC3\xA9";
constexpr auto cafe_decomposed = "Cafe\xCC\x81";

TEST(Lookup, finds_what_the_table_of_wikilinks_says) {
  struct Case {
    std::string id;
    std::vector<std::string> paths;
    std::string name, from;
    std::vector<std::string> candidates;
  };
  const std::string ai = "Artificial Intelligence.md: ---\naliases: [AI, 'TCP/IP']\n---\n";
  for (const auto& wanted : {
           Case{"W01",
                {"a/b/Three laws of motion.md"},
                "Three laws of motion",
                "x.md",
                {"a/b/Three laws of motion.md (name)"}},
           Case{"W02",
                {"Three laws of motion.md"},
                "Three laws of motion.md",
                "x.md",
                {"Three laws of motion.md (exact path)"}},
           Case{"W02 in a folder", {"a/Laws.md"}, "Laws.md", "x.md", {"a/Laws.md (name)"}},
           Case{"W02 longer ending", {"Laws.markdown"}, "Laws", "x.md", {"Laws.markdown (exact path)"}},
           Case{"W03", {"Ext.md"}, "Ext.MD", "x.md", {"Ext.md (exact path)"}},
           Case{"W03 the other way", {"Ext.MD"}, "Ext.md", "x.md", {"Ext.MD (exact path)"}},
           Case{"W06", {"foo.md"}, "  foo\t", "x.md", {"foo.md (exact path)"}},
           Case{"W07", {"Sp ace.md", "Space.md"}, "Sp ace", "x.md", {"Sp ace.md (exact path)"}},
           Case{"W53 exact", {"Log.md"}, "Log", "x.md", {"Log.md (exact path)"}},
           Case{"W53 small", {"Log.md"}, "log", "x.md", {"Log.md (exact path, other case)"}},
           Case{"W53 large", {"Log.md"}, "LOG", "x.md", {"Log.md (exact path, other case)"}},
           Case{"W53 both",
                {"Log.md", "a/log.md"},
                "log",
                "x.md",
                {"a/log.md (name)", "Log.md (exact path, other case)"}},
           Case{"W54",
                {"Projects/Laws.md", "a/Projects/Laws.md"},
                "Projects/Laws",
                "x.md",
                {"Projects/Laws.md (exact path)", "a/Projects/Laws.md (path suffix)"}},
           Case{"W55",
                {"a/b/Note.md", "c/Note.md", "a/bb/Note.md"},
                "b/Note",
                "x.md",
                {"a/b/Note.md (path suffix)"}},
           Case{"W55 beside",
                {"a/b/Note.md", "z/b/Note.md"},
                "b/Note",
                "z/x.md",
                {"z/b/Note.md (relative path)", "a/b/Note.md (path suffix)"}},
           Case{"W56",
                {"b/Note.md", "a/b/Note.md"},
                "b/Note",
                "a/b/x.md",
                {"b/Note.md (exact path)", "a/b/Note.md (path suffix)"}},
           Case{"W57",
                {"Note.md", "a/b/Note.md"},
                "Note",
                "a/b/x.md",
                {"Note.md (exact path)", "a/b/Note.md (own folder)"}},
           Case{"W58",
                {"zzzz/Note.md", "b/Note.md"},
                "Note",
                "zzzz/x.md",
                {"zzzz/Note.md (own folder)", "b/Note.md (name)"}},
           Case{"W59",
                {"zzzz/Note.md", "b/Note.md"},
                "Note",
                "zzzz/deep/x.md",
                {"b/Note.md (name)", "zzzz/Note.md (name)"}},
           Case{"W60",
                {"a/b/Note.md", "zzzz/Note.md"},
                "Note",
                "x.md",
                {"a/b/Note.md (name)", "zzzz/Note.md (name)"}},
           Case{"W61", {"bb/Tie.md", "aa/Tie.md"}, "Tie", "x.md", {"aa/Tie.md (name)", "bb/Tie.md (name)"}},
           Case{"W62 up", {"y.md", "a/y.md"}, "../y", "a/x.md", {"y.md (relative path)"}},
           Case{"W62 here", {"note.md", "a/note.md"}, "./note", "a/x.md", {"a/note.md (relative path)"}},
           Case{"W62 across", {"b/y.md"}, "../b/./y.md", "a/x.md", {"b/y.md (relative path)"}},
           Case{"W62 not elsewhere", {"b/note.md"}, "./note", "a/x.md", {}},
           Case{"W62 out of the root", {"y.md"}, "../../y", "a/x.md", {}},
           Case{"W63",
                {"top/notes.md", "a/top/notes.md"},
                "/top/notes",
                "a/x.md",
                {"top/notes.md (exact path)"}},
           Case{"W63 not elsewhere", {"a/notes.md"}, "/notes", "a/x.md", {}},
           Case{"W64", {ai}, "AI", "x.md", {"Artificial Intelligence.md (alias)"}},
           Case{"W64 folded", {ai}, "ai", "x.md", {"Artificial Intelligence.md (alias, other case)"}},
           Case{"W64 with a slash", {ai}, "TCP/IP", "x.md", {"Artificial Intelligence.md (alias)"}},
           Case{"W64 names win",
                {ai, "b/Ai.md"},
                "AI",
                "x.md",
                {"b/Ai.md (name, other case)", "Artificial Intelligence.md (alias)"}},
           Case{"W64 of itself",
                {"Ada.md: ---\naliases: [Ada, ada]\n---\n"},
                "Ada",
                "x.md",
                {"Ada.md (exact path)"}},
           Case{"W66",
                {std::string(cafe_decomposed) + ".md"},
                cafe_composed,
                "x.md",
                {std::string(cafe_decomposed) + ".md (exact path)"}},
           Case{"W66 the other way",
                {"a/" + std::string(cafe_composed) + "/b.md"},
                std::string(cafe_decomposed) + "/b",
                "x.md",
                {"a/" + std::string(cafe_composed) + "/b.md (path suffix)"}},
           Case{"W67", {"my note.md"}, "my_note", "x.md", {}},
           Case{"W68", {"Present.md"}, "Missing", "x.md", {}},
           Case{"W70", {"Note.1.md", "Note.md"}, "Note.1", "x.md", {"Note.1.md (exact path)"}},
           Case{"W70 with its ending", {"Note.1.md"}, "Note.1.md", "x.md", {"Note.1.md (exact path)"}},
           Case{
               "W44 a picture", {"img/Engelbart.jpg"}, "Engelbart.jpg", "x.md", {"img/Engelbart.jpg (name)"}},
           Case{"W44 by suffix", {"a/img/E.jpg"}, "img/E.jpg", "x.md", {"a/img/E.jpg (path suffix)"}},
           Case{"W44 by path", {"img/E.jpg"}, "/img/E.jpg", "x.md", {"img/E.jpg (exact path)"}},
           Case{"W52 needs its ending", {"Figure 1.png"}, "Figure 1", "x.md", {}},
           Case{"W52 other case",
                {"Figure 1.PNG"},
                "Figure 1.png",
                "x.md",
                {"Figure 1.PNG (exact path, other case)"}},
           Case{"nothing", {"Note.md"}, "", "x.md", {}},
           Case{"a slash", {"Note.md"}, "/", "x.md", {}},
           Case{"dots", {"Note.md"}, "..", "a/x.md", {}},
           Case{"an ending", {"Note.md"}, ".md", "x.md", {}},
       }) {
    EXPECT_EQ(found(vault_of(wanted.paths).vault, wanted.name, wanted.from), wanted.candidates) << wanted.id;
  }
}

TEST(Lookup, names_are_all_that_a_note_can_be_called_by) {
  const auto opened =
      vault_of({"b/Note.1.md", "a/Note.1.md", "Ada.md: ---\naliases: Countess\n---\n", "x.png"});
  EXPECT_THAT(opened.vault.names(), ElementsAre("Ada", "Countess", "Note.1"));
}

// A name that one note alone has is found on a shorter way; with a space behind it, which does not count, on the long one.
TEST(Lookup, the_short_way_leads_where_the_long_one_does) {
  const std::vector<std::string> names = {"Ada",      "ada",    "Ada Lovelace", "ADA LOVELACE", "Note.1", "Note.md", ".hidden", "e",
                                          "x.png",    "Ada (2)", "caf\xC3\xA9",  "cafe\xCC\x81",  "CAF\xC3\x89", "a  b",    "a b",  "b "};
  std::mt19937 random(1);
  const auto any = [&](std::size_t count) { return random() % count; };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> paths;
    for (std::size_t i = 0, count = 1 + any(8); i < count; ++i) {
      const std::string folder = std::array{"", "a/", "b/", "a/b/"}[any(4)];
      const std::string ending = std::array{".md", ".markdown", ".png", ""}[any(4)];
      const std::string alias = any(3) == 0 ? ": ---\naliases: ['" + names[any(names.size())] + "']\n---\n" : "";
      paths.push_back(folder + names[any(names.size())] + ending + (ending.starts_with(".m") ? alias : ""));
    }
    const auto opened = vault_of(paths);
    for (const auto& name : names) {
      for (const std::string from : {"x.md", "a/x.md", "a/b/x.md"})
        EXPECT_EQ(found(opened.vault, name, from), found(opened.vault, name + ' ', from))
            << name << " from " << from << " in " << testing::PrintToString(paths);
    }
  }
}

TEST(Lookup, ten_thousand_notes_are_searched_at_once) {
  std::vector<std::string> paths;
  for (int i = 0; i < 10000; ++i)
    paths.push_back("folder " + std::to_string(i % 100) + "/Note " + std::to_string(i) + ".md");
  const auto opened = vault_of(paths);
  const auto start = std::chrono::steady_clock::now();
  std::size_t count = 0;
  for (int i = 0; i < 10000; ++i)
    count += opened.vault.find("note " + std::to_string(i), "folder 7/x.md").size();
  EXPECT_EQ(count, 10000u);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

}  // namespace
}  // namespace octavo::vault
