#include "markdown/blocks.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct BlockCase {
  std::string source, expected;
};

TEST(Blocks, AreThoseOfGitHub) {
  const std::vector<BlockCase> cases = {
      {"a\n\nb", "paragraph \"a\"\nparagraph \"b\"\n"},
      {"## A {#id}\n\n### *B* ##", "heading 2 {#id} \"A\"\nheading 3 \"*B*\"\n"},
      {"- a\n- b\n  - c",
       "list\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n    list\n      item\n        "
       "paragraph \"c\"\n"},
      {"3. a\n\n4. b", "list from 3 loose\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n"},
      {"- [ ] see [x]\n- [X] b",
       "list\n  item [ ]\n    paragraph \"see [x]\"\n  item [x]\n    paragraph \"b\"\n"},
      {"> a\n> > b", "quote\n  paragraph \"a\"\n  quote\n    paragraph \"b\"\n"},
      {"```rust,ignore\nfn x() {}\n\n[[a|b]] %%c%% \"d\"\n```",
       "code rust,ignore\n  | fn x() {}\n  |\n  | [[a|b]] %%c%% \"d\"\n"},
      {"a\n\n    [[x]]", "paragraph \"a\"\ncode\n  | [[x]]\n"},
      {"a\n\n***\n\nb", "paragraph \"a\"\nsection break\nparagraph \"b\"\n"},
      {"| a | b | c |\n|:--|:-:|--:|\n| *d* |",
       "table left center right\n  head \"a\" | \"b\" | \"c\"\n  row \"*d*\" | \"\" | \"\"\n"},
  };
  for (const BlockCase& one : cases) EXPECT_EQ(read_note(one.source).dump(), one.expected) << one.source;
}

TEST(Blocks, KnowWhatStandsAlone) {
  const std::vector<BlockCase> cases = {
      {"![[Note]]", "embed [[Note]]\n"},
      {"![[Note#A]]\n![[Note#^b]]", "embed [[Note#A]]\nembed [[Note#^b]]\n"},
      {"See ![[Note]]", "paragraph \"See ![[Note]]\"\n"},
      {"![alt](x.png)", "figure ![alt](x.png) \"\"\n"},
      {"![alt](x.png \"It's so\")", "figure ![alt](x.png 'It's so') \"It’s so\"\n"},
      {"![[x.png|100x50]]", "figure ![](x.png 100x50) \"\"\n"},
      {"- ![[Note]]", "list\n  item\n    embed [[Note]]\n"},
      {"$$a + b$$", "math \"a + b\"\n"},
      {"> $$\n> a\n> - b\n> > c\n> $$", "quote\n  math \"a\\n- b\\n> c\"\n"},
      {"$$\n# a\n| - |\n1. b\n$$", "math \"# a\\n| - |\\n1. b\"\n"},
      {"$$\na\n\n- b", "paragraph \"$$ a\"\nlist\n  item\n    paragraph \"b\"\n"},
      {"%%only a comment%%", ""},
  };
  for (const BlockCase& one : cases) EXPECT_EQ(read_note(one.source).dump(), one.expected) << one.source;
}

TEST(Blocks, TakeTheirIds) {
  const std::vector<BlockCase> cases = {
      {"a b ^id-1", "paragraph ^id-1 \"a b\"\n"},
      {"a\nb\n^id", "paragraph ^id \"a b\"\n"},
      {"- a\n- b\n\n^list", "list ^list\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n"},
      {"- a ^item", "list\n  item\n    paragraph ^item \"a\"\n"},
      {"> a\n\n^quote", "quote ^quote\n  paragraph \"a\"\n"},
      {"| a |\n|---|\n| b |\n^table", "table - ^table\n  head \"a\"\n  row \"b\"\n"},
      {"![[x.png]] ^pic", "figure ^pic ![](x.png) \"\"\n"},
      {"2^8 and a^b and `x ^c`", "paragraph \"2^8 and a^b and `x ^c`\"\n"},
      {"a ^not_an_id", "paragraph \"a ^not_an_id\"\n"},
  };
  for (const BlockCase& one : cases) EXPECT_EQ(read_note(one.source).dump(), one.expected) << one.source;
}

TEST(Blocks, MakeCalloutsOfQuotes) {
  const std::vector<BlockCase> cases = {
      {"> [!NOTE]\n> Body", "callout note \"Note\"\n  paragraph \"Body\"\n"},
      {"> [!see-also] *Title* [[x]]", "callout see-also \"*Title* [x](-> [[x]])\"\n"},
      {"> [!tip]- Closed\n> - a", "callout tip closed \"Closed\"\n  list\n    item\n      paragraph \"a\"\n"},
      {"> [!tip|right]+ Open\n>\n> > [!bug]\n> > in",
       "callout tip open \"Open\"\n  callout bug \"Bug\"\n    paragraph \"in\"\n"},
      {"> [!no\n> b]", "quote\n  paragraph \"[!no b]\"\n"},
      {"> [!no]way", "quote\n  paragraph \"[!no]way\"\n"},
  };
  for (const BlockCase& one : cases) EXPECT_EQ(read_note(one.source).dump(), one.expected) << one.source;
}

TEST(Blocks, KnowTheirPlaces) {
  const ReadNote note = read_note(
      "# T\n\npara\ngraph ^id\n\n- item\n  more\n\n> quote\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n\n## H "
      "{#i}\n\n![[E]]\n\n---\n");
  std::vector<std::string> found;
  for (const book::Block& block : note.chapter.blocks) found.push_back(note.written(block.where));
  EXPECT_THAT(found, ElementsAre("para\ngraph", "- item\n  more", "> quote", "```\ncode\n```",
                                 "| a |\n|---|\n| b |", "## H {#i}", "![[E]]", "---"));
}

TEST(Blocks, ReadTheIdsOfHeadings) {
  const ReadNote note =
      read_note("## A {#one .x}\n\n## B {.y}\n\n## C {}\n\n## D {text}\n\n## E \\{#no}\n\nF {#two}\n---\n");
  std::vector<std::string> ids, texts;
  for (const book::Block& block : note.chapter.blocks) {
    ids.push_back(get<book::Heading>(block.value).id);
    texts.push_back(book::plain_text(get<book::Heading>(block.value).content));
  }
  EXPECT_THAT(ids, ElementsAre("one", "", "", "", "", "two"));
  EXPECT_THAT(texts, ElementsAre("A", "B", "C {}", "D {text}", "E {#no}", "F"));
}

TEST(Footnotes, KeepTheirBlocksAndLabels) {
  const ReadNote note = read_note(
      "a[^1] b[^my_note] c[^1]\n\n[^1]: First\n\n    - second\n\n          code\n\n[^my_note]: **Other** "
      "[^1]\n");
  EXPECT_EQ(note.dump(), "paragraph \"a[^1] b[^my_note] c[^1]\"\n");
  ASSERT_EQ(note.chapter.notes.size(), 2u);
  EXPECT_EQ(note.chapter.notes[0].label, "1");
  EXPECT_EQ(book::dump(note.chapter.notes[0].blocks),
            "paragraph \"First\"\nlist loose\n  item\n    paragraph \"second\"\n    code\n      | code\n");
  EXPECT_EQ(book::dump(note.chapter.notes[1].blocks), "paragraph \"**Other** [^1]\"\n");
  EXPECT_THAT(note.findings, IsEmpty());
}

TEST(Footnotes, ThatAreMissingOrIdleAreReported) {
  const ReadNote note = read_note("a[^x] [^y](z) `[^c]`\n\n[^idle]: text\n\n[^IDLE]: again\n");
  EXPECT_EQ(note.dump(), "paragraph \"a[^x] [^y](-> <z>) `[^c]`\"\n");
  EXPECT_THAT(note.findings, ElementsAre("note/undefined-footnote 1:2", "note/unused-footnote 3:1",
                                         "note/unused-footnote 5:1"));
}

TEST(Code, ThatCannotBeRunIsNamed) {
  EXPECT_THAT(read_note("```mermaid\ngraph TD\n```\n\n```rust\n```").findings,
              ElementsAre("content/unsupported 1:1"));
}

TEST(Code, ThatIsAllForTheCompilerIsLeftOut) {
  EXPECT_EQ(read_note("```rust\n# use a;\n```\n\n```rust\n```\n\ntext").dump(),
            "code rust\n  |\nparagraph \"text\"\n");
}

TEST(Code, CalledMathIsAFormula) {
  EXPECT_EQ(read_note("```math\na *b* [[c]]\n```").dump(), "math \"a *b* [[c]]\"\n");
}

}  // namespace
}  // namespace octavo::markdown
