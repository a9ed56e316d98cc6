#include "markdown/includes.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The note is "folder/The note.md".
base::Memory holding(std::map<std::string, std::string> contents) {
  base::Memory files;
  files.contents = std::move(contents);
  return files;
}
ReadNote with(std::string note, std::map<std::string, std::string> contents) {
  return read_note(std::move(note), {}, holding(std::move(contents)));
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Includes, StandWhereTheirDirectiveStood) {
  EXPECT_EQ(with("a {{#include x.txt}} c\n", {{"folder/x.txt", "b\n"}}).dump(), "paragraph \"a b c\"\n");
  EXPECT_EQ(with("```c\n{{#include ../x.c:2:3}}\n```\n", {{"x.c", "1\n2\n  3\n4"}}).dump(),
            "code c\n  | 2\n  |   3\n");
  // Only the first line is indented as the directive is.
  EXPECT_EQ(with("```c\n  {{#include ../x.c}}\n```\n", {{"x.c", "1\n2"}}).dump(), "code c\n  |   1\n  | 2\n");
  EXPECT_EQ(with("{{#include x.md}}", {{"folder/x.md", "---\ntitle: X\n---\n## *H*\n\ntext\n"}}).dump(),
            "heading 2 \"*H*\"\nparagraph \"text\"\n");
  EXPECT_EQ(with("`\\{{#include x}}`", {}).dump(), "paragraph \"`{{#include x}}`\"\n");
}

TEST(Includes, ArePathsFromTheFileTheyStandIn) {
  const ReadNote note =
      with("{{#include ../a/x.md}}",
           {{"a/x.md", "x {{#include b/y.md}}"}, {"a/b/y.md", "y {{#include ../z.md}}"}, {"a/z.md", "z"}});
  EXPECT_EQ(note.dump(), "paragraph \"x y z\"\n");
  EXPECT_THAT(note.findings, IsEmpty());
}

TEST(Includes, OfAPlaygroundAreABlockOfRust) {
  EXPECT_EQ(with("{{#playground x.rs}}", {{"folder/x.rs", "# use a;\nfn b() {}\n"}}).dump(),
            "code rust\n  | fn b() {}\n");
  EXPECT_EQ(with("{{#playground x.rs ignore  no_run }}", {{"folder/x.rs", "c"}}).dump(),
            "code rust,ignore,no_run\n  | c\n");
}

TEST(Includes, DirectivesForATitleGiveOneWhereThereIsNone) {
  const ReadNote plain = with("{{#title A title}}\ntext", {});
  EXPECT_EQ(plain.title(), "A title");
  EXPECT_EQ(plain.written(plain.chapter.title_where), "{{#title A title}}");
  EXPECT_EQ(plain.dump(), "paragraph \"text\"\n");
  EXPECT_EQ(with("{{#title A title}}\n# Heading", {}).title(), "Heading");
  EXPECT_EQ(with("{{#title A title}}", {}).title(), "A title");
}

TEST(Includes, ThatFailStayAndAreReported) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"{{#include no.txt}}", "include/missing 1:1"},
      {"a {{#include x.txt:9}}", "include/missing 1:3"},
      {"{{#include x.txt:anchor}}", "include/missing 1:1"},
      {"{{#include ../folder}}", "include/missing 1:1"},
      {"{{#include ../../x.txt}}", "link/outside-folder 1:1"},
      {"{{#include /folder/x.txt}}", "link/outside-folder 1:1"},
      {std::string("{{#include x\0.txt}}", 19), "include/missing 1:1"},
  };
  for (const auto& [text, finding] : cases) {
    const ReadNote note = with(text, {{"folder/x.txt", "x"}});
    EXPECT_THAT(note.findings, ElementsAre(finding)) << text;
    EXPECT_NE(note.dump().find("{{#include "), std::string::npos) << text;
  }
}

TEST(Includes, OfWhatIsNotUtf8AreReportedInTheFile) {
  const ReadNote note = with("{{#include x.txt}} {{#include x.txt}}", {{"folder/x.txt", "\nab\xFF"}});
  EXPECT_THAT(note.findings, ElementsAre("text/not-utf8 2:3"));
}

TEST(Includes, KeepTheirOwnPlaces) {
  diagnostics::Sink sink;
  vault::Vault notes;
  vault::Note note;
  note.path = "n.md";
  note.file = sink.sources.add(note.path, "one\n\n{{#include x.md}} [[]]\n\ntwo [[]]\n");
  notes.notes.push_back(note);
  const auto files = holding({{"x.md", "- a\n- b [[]]\n\n| c |\n|---|\n| [[]] |\n\nlast"}});
  const book::Book book = read(notes, files, {}, sink);
  std::vector<std::string> found;
  for (const auto& one : sink.sorted()) {
    const auto [line, column] = sink.sources.position(one.where.file, one.where.begin);
    found.push_back(sink.sources.of(one.where.file).path + ':' + std::to_string(line) + ':' +
                    std::to_string(column));
  }
  EXPECT_THAT(found, ElementsAre("n.md:3:19", "n.md:5:5", "x.md:2:5", "x.md:6:3"));
  for (const book::Block& block : book.chapters.at(0).blocks) {
    const auto& text = sink.sources.of(block.where.file).text;
    EXPECT_LE(block.where.begin, block.where.end);
    EXPECT_LE(block.where.end, text.size());
  }
  EXPECT_EQ(book.chapters[0].blocks.at(1).where.file, sink.sorted()[2].where.file);
}

TEST(Includes, OfThemselvesAreCycles) {
  const ReadNote itself = with("{{#include x.md}}", {{"folder/x.md", "x {{#include ./x.md}}"}});
  EXPECT_EQ(itself.dump(), "paragraph \"x {{#include ./x.md}}\"\n");
  EXPECT_THAT(itself.findings, ElementsAre("include/cycle 1:3"));
  const std::string a = "a {{#include b.md}}", b = "b {{#include a.md}}";
  const ReadNote note = with("{{#include a.md}}", {{"folder/a.md", a}, {"folder/b.md", b}});
  EXPECT_EQ(note.dump(), "paragraph \"a b {{#include a.md}}\"\n");
  EXPECT_THAT(note.findings, ElementsAre("include/cycle 1:3"));
  // Lines that do not hold the directive make no cycle.
  const ReadNote part = with("{{#include a.md:1}}", {{"folder/a.md", "one {{#include a.md:2}}\ntwo\n"}});
  EXPECT_EQ(part.dump(), "paragraph \"one two\"\n");
  EXPECT_THAT(part.findings, IsEmpty());
}

TEST(HostileIncludes, EndWithADiagnostic) {
  const auto has_hostile = [](const ReadNote& note) {
    return std::any_of(note.findings.begin(), note.findings.end(),
                       [](const std::string& one) { return one.starts_with("text/hostile"); });
  };
  EXPECT_TRUE(
      has_hostile(with(repeated("{{#include x}}\n", 100'000), {{"folder/x", repeated("text\n", 100)}})));
  EXPECT_TRUE(has_hostile(with("{{#include x}}", {{"folder/x", repeated("text of ten\n", 2'000'000)}})));
  EXPECT_TRUE(has_hostile(with(repeated("{{#rustdoc_include x:a}}\n", 100'000),
                               {{"folder/x", repeated("ANCHOR: a\nANCHOR_END: a\n", 10'000)}})));
  std::map<std::string, std::string> chain;  // each file includes the next a hundred times; the last is empty
  for (int i = 0; i < 9; ++i)
    chain["folder/" + std::to_string(i)] = repeated("{{#include " + std::to_string(i + 1) + "}}", 100);
  chain["folder/9"] = "";
  EXPECT_TRUE(has_hostile(with("{{#include 0}}", chain)));
  std::map<std::string, std::string> deep;
  for (int i = 0; i < 12; ++i)
    deep["folder/" + std::to_string(i)] = "{{#include " + std::to_string(i + 1) + "}}";
  EXPECT_TRUE(has_hostile(with("{{#include 0}}", deep)));
  EXPECT_THAT(with(repeated("{{#include ", 100'000), {}).findings, IsEmpty());
}

}  // namespace
}  // namespace octavo::markdown
