#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/config.h"

namespace octavo::config {
namespace {

using base::Memory;
using diagnostics::Sink;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Loaded {
  Settings settings;
  Sink sink;

  // "2.1 src/a.md: Title" with two spaces before it for each level below the first; prefaces in brackets.
  std::vector<std::string> chapters() const {
    std::vector<std::string> lines;
    if (settings.chapters) {
      for (const auto& one : *settings.chapters) {
        std::string line = *one.number + (one.number->empty() ? "" : " ") + one.path + ": " + one.title;
        if (one.kind == book::ChapterKind::preface) line = '[' + line + ']';
        lines.push_back(std::string(2 * static_cast<std::size_t>(one.level - 1), ' ') + line);
      }
    }
    return lines;
  }
  std::vector<std::string> parts() const {
    std::vector<std::string> lines;
    for (const auto& [title, first] : settings.parts) lines.push_back(std::to_string(first) + ' ' + title);
    return lines;
  }
  // "rule line:column `the text there`: message"
  std::vector<std::string> findings() const {
    std::vector<std::string> lines;
    for (const auto& one : sink.sorted()) {
      const auto at = sink.sources.position(one.where.file, one.where.begin);
      const std::string& text = sink.sources.of(one.where.file).text;
      lines.push_back(std::string(facts(one.rule).id) + ' ' + std::to_string(at.line) + ':' +
                      std::to_string(at.column) + " `" +
                      text.substr(one.where.begin, one.where.end - one.where.begin) + "`: " + one.message);
    }
    return lines;
  }
};

Loaded loaded(const std::map<std::string, std::string>& contents) {
  Memory files;
  for (const auto& [path, text] : contents) files.contents["book/" + path] = text;
  Loaded result;
  result.settings = load(files, "book", result.sink);
  return result;
}
Loaded summary(const std::string& text) { return loaded({{"SUMMARY.md", text}}); }

TEST(Summary, lists_prefaces_numbered_chapters_and_what_follows_them) {
  const auto book = summary(R"(# Summary

[Foreword](foreword.md)
[A *word* on `code`](word.md)

- [Stones](stones.md)
  - [Granite](stones/granite.md)
    - [Grey](stones/grey.md)
  - [Slate](stones/slate.md)
- [Rivers](rivers.md)

---

[Thanks](thanks.md)
)");
  EXPECT_THAT(book.chapters(),
              ElementsAre("[foreword.md: Foreword]", "[word.md: A word on code]", "1 stones.md: Stones",
                          "  1.1 stones/granite.md: Granite", "    1.1.1 stones/grey.md: Grey",
                          "  1.2 stones/slate.md: Slate", "2 rivers.md: Rivers", "thanks.md: Thanks"));
  EXPECT_THAT(book.parts(), IsEmpty());
  EXPECT_THAT(book.findings(), IsEmpty());
  EXPECT_EQ(book.settings.summary, "SUMMARY.md");
}

TEST(Summary, numbers_run_on_over_parts_and_rules) {
  const auto book = summary(R"(# Summary
[Foreword](foreword.md)
# Of *Stones*
1. [Granite](granite.md)
   1. [Grey](grey.md)
# Of Rivers
* [Rhine](rhine.md)
  - [Main](main.md)

---

* [Elbe](elbe.md)

[Thanks](thanks.md)
)");
  EXPECT_THAT(book.chapters(), ElementsAre("[foreword.md: Foreword]", "1 granite.md: Granite",
                                           "  1.1 grey.md: Grey", "2 rhine.md: Rhine", "  2.1 main.md: Main",
                                           "3 elbe.md: Elbe", "thanks.md: Thanks"));
  EXPECT_THAT(book.parts(), ElementsAre("1 Of Stones", "3 Of Rivers", "6 "));
}

TEST(Summary, a_draft_is_counted_and_told) {
  const auto book = summary("- [A](a.md)\n- [Not *yet*]()\n  - [B](b.md)\n- [C](c.md)\n");
  EXPECT_THAT(book.chapters(), ElementsAre("1 a.md: A", "2 : Not yet", "  2.1 b.md: B", "3 c.md: C"));
  EXPECT_THAT(
      book.findings(),
      ElementsAre("book/draft-chapter 2:3 `[Not *yet*]()`: \"Not yet\" is a draft without a file; the "
                  "book is made without it"));
}

TEST(Summary, paths_are_decoded_and_taken_from_its_folder) {
  const auto book = loaded(
      {{"book.toml", ""},
       {"src/SUMMARY.md", "- [A](./a%20b.md)\n- [B](<c d.md>)\n- [C](x/../e.md)\n- [D](../README.md)\n"}});
  EXPECT_THAT(book.chapters(),
              ElementsAre("1 src/a b.md: A", "2 src/c d.md: B", "3 src/e.md: C", "4 README.md: D"));
  EXPECT_EQ(book.settings.source, "src");
  EXPECT_EQ(book.settings.root, "book");
}

TEST(Summary, what_is_no_note_of_the_folder_is_told_at_its_place) {
  const auto book =
      summary("[Site](https://example.org/)\n  [Place](a.md#part)\n\n- [Out](../../x.md)\n- [A](a.md)\n");
  EXPECT_THAT(book.chapters(), ElementsAre("[: Site]", "[: Place]", "1 : Out", "2 a.md: A"));
  EXPECT_THAT(book.findings(),
              ElementsAre(HasSubstr("config/missing-chapter 1:1 `[Site](https://example.org/)`: "),
                          HasSubstr("config/missing-chapter 2:3 `[Place](a.md#part)`: "),
                          HasSubstr("link/outside-folder 4:3 `[Out](../../x.md)`: ")));
}

TEST(Summary, only_the_first_link_of_an_item_names_a_chapter) {
  const auto book = summary(
      "- [A](a.md), see [B](b.md)\n- no link\n  - [C](c.md)\n\n  [D](d.md)\n\n> - [E](e.md)\n\n<!-- "
      "[F](f.md) -->\n");
  EXPECT_THAT(book.chapters(), ElementsAre("1 a.md: A", "  1.1 c.md: C"));
}

TEST(Summary, a_rule_right_below_a_preface_makes_no_heading_of_it) {
  EXPECT_THAT(summary("[A](a.md)\n[B](b.md)\n---\n- [C](c.md)\n").chapters(),
              ElementsAre("[a.md: A]", "[b.md: B]", "1 c.md: C"));
}

TEST(Summary, without_a_chapter_it_is_no_order) {
  const auto book = summary("# Summary\n\nThis is a note about [nothing].\n");
  EXPECT_FALSE(book.settings.chapters);
  EXPECT_EQ(book.settings.summary, "");
  EXPECT_THAT(book.findings(),
              ElementsAre(HasSubstr("config/missing-chapter 1:1 ``: this summary lists no chapter")));
}

TEST(Summary, the_chapters_of_book_toml_go_before_it) {
  const auto book = loaded({{"book.toml", "chapters = ['b.md']"}, {"SUMMARY.md", "- [A](a.md)"}});
  ASSERT_EQ(book.settings.chapters->size(), 1u);
  EXPECT_EQ(book.settings.chapters->front().path, "b.md");
  EXPECT_FALSE(book.settings.chapters->front().number);
}

TEST(Summary, its_folder_is_src_only_beside_book_toml) {
  EXPECT_FALSE(loaded({{"src/SUMMARY.md", "- [A](a.md)"}}).settings.chapters);
  const auto own = loaded({{"book.toml", "[book]\nsrc = '.'"}, {"SUMMARY.md", "- [A](a.md)"}});
  EXPECT_THAT(own.chapters(), ElementsAre("1 a.md: A"));
  const auto named = loaded({{"book.toml", "[book]\nsrc = 'text'"}, {"text/SUMMARY.md", "- [A](a.md)"}});
  EXPECT_THAT(named.chapters(), ElementsAre("1 text/a.md: A"));
}

TEST(Summary, hostile_ones_end) {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += std::string(2 * static_cast<std::size_t>(i), ' ') + "- [A](a.md)\n";
  EXPECT_EQ(summary(deep).settings.chapters->size(), 100u);
  std::string brackets;
  for (int i = 0; i < 10'000; ++i) brackets += "![[]()";
  EXPECT_EQ(summary(brackets).settings.chapters->size(), 10'000u);
  EXPECT_THAT(summary(std::string(200'000, '-')).findings(), ElementsAre(HasSubstr("text/hostile 1:1")));
}

}  // namespace
}  // namespace octavo::config
