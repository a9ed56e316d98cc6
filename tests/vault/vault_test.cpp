#include "vault/vault.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace octavo::vault {
namespace {

using base::Memory;
using diagnostics::Rule;
using diagnostics::Sink;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

struct Opened {
  Sink sink;
  Vault vault;
};

Opened opened(const std::map<std::string, std::string>& contents, const std::string& path = "book") {
  Memory files;
  files.contents = contents;
  Opened result;
  result.vault = open(files, config::load(files, path, result.sink), result.sink);
  return result;
}

// The paths of the notes; those that are no chapters in brackets.
std::vector<std::string> order(const Vault& vault) {
  std::vector<std::string> paths;
  for (const auto& note : vault.notes) paths.push_back(note.is_chapter ? note.path : "(" + note.path + ")");
  return paths;
}

std::vector<std::string> findings(const Sink& sink) {
  std::vector<std::string> result;
  for (const auto& one : sink.sorted()) {
    std::string place;
    if (one.where.file) {
      const auto at = sink.sources.position(one.where.file, one.where.begin);
      place = " " + sink.sources.of(one.where.file).path + ":" + std::to_string(at.line) + ":" +
              std::to_string(at.column);
    }
    result.push_back(std::string(facts(one.rule).id) + place + ": " + one.message);
  }
  return result;
}

TEST(Vault, a_folder_is_a_book_of_all_its_notes) {
  const auto [sink, vault] = opened({{"book/Home.md", "# Home"},
                                     {"book/01 - Begin/a.md", "---\ntitle: A\n---\ntext"},
                                     {"book/img/x.png", "PNG"},
                                     {"elsewhere.md", "no"}});
  EXPECT_THAT(order(vault), ElementsAre("01 - Begin/a.md", "Home.md"));
  EXPECT_THAT(vault.files, ElementsAre("img/x.png"));
  EXPECT_THAT(vault.parts, ElementsAre(Pair("Begin", 0), Pair("", 1)));
  EXPECT_EQ(vault.notes[0].front.title, "A");
  EXPECT_EQ(sink.sources.of(vault.notes[0].file).path, "01 - Begin/a.md");
  EXPECT_EQ(sink.sources.of(vault.notes[0].file).text, "---\ntitle: A\n---\ntext");
  EXPECT_TRUE(sink.empty());
}

TEST(Vault, a_note_alone_sees_the_pictures_beside_it_but_no_other_notes) {
  const auto [sink, vault] = opened(
      {{"book/a.md", ""}, {"book/b.md", ""}, {"book/img/x.png", ""}, {"book/book.toml", "x"}}, "book/a.md");
  EXPECT_THAT(order(vault), ElementsAre("a.md"));
  EXPECT_THAT(vault.find("b", "a.md"), IsEmpty());
  EXPECT_EQ(vault.find("x.png", "a.md").size(), 1u);
  EXPECT_THAT(vault.parts, IsEmpty());
  EXPECT_TRUE(sink.empty());
}

TEST(Vault, chapters_come_as_the_author_lists_them) {
  const auto [sink, vault] =
      opened({{"book/book.toml", "chapters = ['z.md', 'part/Caf\xC3\xA9', './a.markdown']"},
              {"book/a.markdown", ""},
              {"book/m.md", ""},
              {"book/part/Cafe\xCC\x81.md", ""},
              {"book/z.md", ""}});
  EXPECT_THAT(order(vault), ElementsAre("z.md", "part/Cafe\xCC\x81.md", "a.markdown", "(m.md)"));
  EXPECT_THAT(vault.parts, IsEmpty());
  EXPECT_EQ(vault.find("m", "z.md").size(), 1u);
  EXPECT_TRUE(sink.empty());
}

const std::map<std::string, std::string> mdbook = {
    {"book/book.toml", "[book]\ntitle = 'Rocks'"},
    {"book/src/SUMMARY.md",
     "[Foreword](foreword.md)\n# Soft\n- [Clay](soft/clay.md)\n- [Not yet]()\n# Empty\n- [Gone](gone.md)\n# "
     "Hard\n"
     "- [Granite](hard/README.md)\n  - [Grey](hard/grey.md)\n\n[Thanks](../THANKS.md)\n"},
    {"book/src/foreword.md", ""},
    {"book/src/soft/clay.md", ""},
    {"book/src/hard/README.md", ""},
    {"book/src/hard/grey.md", ""},
    {"book/src/draft.md", ""},
    {"book/src/rock.png", ""},
    {"book/THANKS.md", ""},
    {"book/README.md", ""},
    {"book/pictures/rock.png", ""},
};

TEST(Vault, of_an_mdbook_the_notes_are_in_src_and_the_parts_in_the_summary) {
  const auto [sink, vault] = opened(mdbook);
  EXPECT_THAT(order(vault), ElementsAre("src/foreword.md", "src/soft/clay.md", "src/hard/README.md",
                                        "src/hard/grey.md", "THANKS.md", "(src/draft.md)"));
  EXPECT_THAT(vault.parts, ElementsAre(Pair("Soft", 1), Pair("Empty", 2), Pair("Hard", 2), Pair("", 4)));
  EXPECT_THAT(vault.files,
              ElementsAre("README.md", "book.toml", "pictures/rock.png", "src/SUMMARY.md", "src/rock.png"));
  EXPECT_THAT(
      findings(sink),
      ElementsAre(HasSubstr("book/draft-chapter src/SUMMARY.md:4:3"),
                  HasSubstr("config/missing-chapter src/SUMMARY.md:6:3: there is no note \"src/gone.md\"")));
}

TEST(Vault, names_and_paths_are_taken_from_the_folder_of_the_notes) {
  const auto [sink, vault] = opened(mdbook);
  const auto winner = [&](std::string_view name, std::string_view from) -> std::string {
    const auto found = vault.find(name, from);
    if (found.empty()) return "";
    return found.front().note ? vault.notes[found.front().note.index()].path
                              : vault.files[found.front().file.index()];
  };
  EXPECT_EQ(winner("/soft/clay", "src/hard/grey.md"), "src/soft/clay.md");
  EXPECT_EQ(winner("/src/soft/clay", "src/hard/grey.md"), "");
  EXPECT_EQ(winner("soft/clay", "src/hard/grey.md"), "src/soft/clay.md");
  EXPECT_EQ(vault.find("soft/clay", "src/hard/grey.md").front().fit, Fit::exact_path);
  EXPECT_EQ(winner("./grey", "src/hard/README.md"), "src/hard/grey.md");
  EXPECT_EQ(winner("../../pictures/rock.png", "src/hard/grey.md"), "pictures/rock.png");
  EXPECT_EQ(winner("pictures/rock.png", "src/foreword.md"), "pictures/rock.png");
  EXPECT_EQ(winner("rock.png", "src/foreword.md"), "src/rock.png");
  EXPECT_EQ(winner("../../../x", "src/foreword.md"), "");
}

TEST(Vault, without_a_summary_the_notes_of_src_come_in_their_natural_order) {
  const auto [sink, vault] = opened({{"book/book.toml", "[book]\nsrc = 'text'"},
                                     {"book/README.md", ""},
                                     {"book/text/b/c.md", ""},
                                     {"book/text/a.md", ""}});
  EXPECT_THAT(order(vault), ElementsAre("text/a.md", "text/b/c.md"));
  EXPECT_THAT(vault.parts, ElementsAre(Pair("", 0), Pair("b", 1)));
}

TEST(Vault, of_a_published_site_the_index_comes_first_and_the_rest_as_it_is_ordered) {
  const auto [sink, vault] = opened(
      {{"book/site-options.json",
        R"({"indexFile": "Home", "navigationOrdering": ["Stones", "Stones/b.md", "About.md", "Home.md"]})"},
       {"book/Home.md", ""},
       {"book/About.md", ""},
       {"book/Air/x.md", ""},
       {"book/Stones/a.md", ""},
       {"book/Stones/b.md", ""}});
  EXPECT_THAT(order(vault), ElementsAre("Home.md", "Stones/b.md", "Stones/a.md", "About.md", "Air/x.md"));
  EXPECT_THAT(vault.parts, ElementsAre(Pair("", 0), Pair("Stones", 1), Pair("", 3), Pair("Air", 4)));
  EXPECT_TRUE(sink.empty());
}

TEST(Vault, a_chapter_that_is_not_there_is_shown_in_book_toml) {
  const auto [sink, vault] =
      opened({{"book/book.toml", "chapters = [\n  'intro.md',\n  'Hannbal.md',\n  'intro',\n  '../x.md']"},
              {"book/intro.md", ""},
              {"book/Hannibal.md", ""},
              {"x.md", ""}});
  EXPECT_THAT(order(vault), ElementsAre("intro.md", "(Hannibal.md)"));
  EXPECT_THAT(
      findings(sink),
      ElementsAre(
          "config/missing-chapter book.toml:3:3: there is no note \"Hannbal.md\" in the book's folder; did "
          "you mean \"Hannibal.md\"?",
          "config/invalid book.toml:4:3: \"intro\" is a chapter already; take it out here or there",
          HasSubstr("link/outside-folder book.toml:5:3: \"../x.md\" leads out of the book's folder")));
  EXPECT_EQ(sink.sorted()[0].suggestion, "Hannibal.md");
}

TEST(Vault, a_note_that_is_not_utf8_is_left_out) {
  const auto [sink, vault] = opened({{"book/a.md", "good"}, {"book/b.md", "\xEF\xBB\xBFone\ntw\xF6"}});
  EXPECT_THAT(order(vault), ElementsAre("a.md"));
  EXPECT_THAT(findings(sink), ElementsAre(HasSubstr("text/not-utf8 b.md:2:3: ")));
  EXPECT_THAT(vault.find("b", "a.md"), IsEmpty());
}

TEST(Vault, a_note_longer_than_any_book_is_left_out) {
  const auto [sink, vault] = opened({{"book/a.md", "# A\n"}, {"book/b.md", std::string(8'000'001, 'b')}});
  EXPECT_THAT(order(vault), ElementsAre("a.md"));
  EXPECT_THAT(findings(sink), ElementsAre("file/unreadable b.md:1:1: this note is left out, for it is longer than 8 MB; divide it to have it in the book"));
}

TEST(Vault, nothing_to_make_a_book_of_is_an_error_that_says_why) {
  EXPECT_THAT(findings(opened({{"book/x.png", ""}}).sink),
              ElementsAre("book/empty: there is no note in \"book\" to make a book of; put a file there that "
                          "ends with .md or "
                          ".markdown"));
  EXPECT_THAT(findings(opened({{"book/book.toml", "chapters = []"}, {"book/a.md", ""}}).sink),
              ElementsAre(HasSubstr("book/empty: book.toml lists no chapter that is there")));
  EXPECT_THAT(
      findings(opened({{"book/a.md", "\xFF"}}).sink),
      ElementsAre(HasSubstr("book/empty: no chapter could be read"), HasSubstr("text/not-utf8 a.md:1:1")));
}

TEST(Vault, a_byte_order_mark_and_windows_lines_keep_places_right) {
  const auto [sink, vault] = opened({{"book/a.md", "\xEF\xBB\xBF---\r\nindex: maybe\r\n---\r\ntext"}});
  EXPECT_THAT(findings(sink), ElementsAre("front-matter/invalid a.md:2:8: \"index\" takes true or false"));
  const auto& note = vault.notes.at(0);
  EXPECT_EQ(sink.sources.of(note.file).text.substr(note.front.length), "text");
}

}  // namespace
}  // namespace octavo::vault
