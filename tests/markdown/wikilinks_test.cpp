#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct LinkCase {
  std::string source, expected;
};

TEST(Wikilinks, AreReadAsTheTableOfCasesSays) {
  const std::vector<LinkCase> cases = {
      {"[[Three laws of motion]]", "[Three laws of motion](-> [[Three laws of motion]])"},
      {"[[Three laws.md]]", "[Three laws.md](-> [[Three laws.md]])"},
      {"[[Example|Custom name]]", "[Custom name](-> [[Example]])"},
      {"[[foo|a **bold**, *it*, ~~st~~]]", "[a **bold**, *it*, ~~st~~](-> [[foo]])"},
      {"[[foo|no [nested](link) [[here]]", "[[foo|no [nested](-> <link>) [here](-> [[here]])"},
      {"[[foo|no [nested](link) either]]", "[no nested either](-> [[foo]])"},
      {"[[ foo ]] , [[foo |bar]] , [[foo#^abc ]]",
       "[foo](-> [[foo]]) , [bar](-> [[foo]]) , [foo](-> [[foo#^abc]])"},
      {"[[Sp ace]]", "[Sp ace](-> [[Sp ace]])"},
      {"[[Multi\nLine]]", "[[Multi Line]]"},
      {"[[Sq]uare]]", "[Sq]uare](-> [[Sq]uare]])"},
      {"[[Nested [[Inner]] x]]", "[[Nested [Inner](-> [[Inner]]) x]]"},
      {"[[[three]]]", "[[three](-> [[three]])]"},
      {"[[unclosed link", "[[unclosed link"},
      {"[[]] , [[|]] , [[ ]] , [[|alias]]", "[[]] , [[|]] , [[ ]] , [[|alias]]"},
      {"`[[x]]` and ``[[`y]]``", "`[[x]]` and `[[`y]]`"},
      {"[[a`b]] ` c]]", "[a`b]] ` c](-> [[a`b]] ` c]])"},
      {"\\[\\[x\\]\\] and \\[[y]]", "[[x]] and [[y]]"},
      {"[[https://example.org]]", "[https://example.org](-> https://example.org)"},
      {"[[Page]]s", "[Page](-> [[Page]])s"},
      {"[[note\\|alias]]", "[alias](-> [[note]])"},
      {"[[#Preview]]", "[Preview](-> [[#Preview]])"},
      {"[[About#Links]]", "[About > Links](-> [[About#Links]])"},
      {"[[Help#Questions#Report bugs]]",
       "[Help > Questions > Report bugs](-> [[Help#Questions#Report bugs]])"},
      {"[[Example#Details|Section name]]", "[Section name](-> [[Example#Details]])"},
      {"[[note|alias#x]]", "[alias#x](-> [[note]])"},
      {"[[note#foo^bar]]", "[note > foo^bar](-> [[note#foo^bar]])"},
      {"[[F\\#]]", "[F#](-> [[F#]])"},
      {"[[../y]] [[./note]] [[/top/notes]]",
       "[../y](-> [[../y]]) [./note](-> [[./note]]) [/top/notes](-> [[/top/notes]])"},
      {"*[[a*b]] c*", "*[a*b](-> [[a*b]]) c*"},
      {"_[[x]]_ **[[y]]** ~~[[z]]~~", "*[x](-> [[x]])* **[y](-> [[y]])** ~~[z](-> [[z]])~~"},
      {"das**[[x]]**es", "das**[x](-> [[x]])**es"},
      {"[[a]] [a]\n\n[a]: https://example.org", "[a](-> [[a]]) [a](-> https://example.org)"},
      {"[see [[x]]](https://example.org)", "[see x](-> https://example.org)"},
      {"[label]([[page]])", "[label](-> [[page]])"},
      {"[[it's \"so\"]]", "[it’s “so”](-> [[it's \"so\"]])"},
  };
  for (const LinkCase& one : cases) EXPECT_EQ(read_line(one.source), one.expected) << one.source;
}

TEST(Wikilinks, KeepWhatResolvingNeeds) {
  const ReadNote note = read_note("[[Note # A #B|shown]] [[Note#^id]] [[#Here]]");
  std::vector<book::ToName> targets;
  std::vector<std::string> as_written;
  const auto& paragraph = get<book::Paragraph>(note.chapter.blocks.at(0).value);
  for (const book::Inline& one : paragraph.content) {
    if (const auto* link = get_if<book::Link>(&one.value)) {
      targets.push_back(std::get<book::ToName>(link->target));
      as_written.push_back(link->as_written);
    }
  }
  ASSERT_EQ(targets.size(), 3u);
  EXPECT_EQ(targets[0].note, "Note");
  EXPECT_THAT(targets[0].headings, ElementsAre("A", "B"));
  EXPECT_TRUE(targets[0].has_alias);
  EXPECT_EQ(targets[0].form, book::LinkForm::wikilink);
  EXPECT_EQ(targets[1].block, "id");
  EXPECT_THAT(targets[1].headings, IsEmpty());
  EXPECT_FALSE(targets[1].has_alias);
  EXPECT_EQ(targets[2].note, "");
  EXPECT_THAT(as_written, ElementsAre("Note # A #B", "Note#^id", "#Here"));
}

TEST(Wikilinks, ThatAreWrongAreReportedWhereTheyStand) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"See [[unclosed link", "link/unclosed 1:5"},
      {"> a\n> b [[Multi\n> Line]]", "link/unclosed 2:5"},
      {"- é [[]]", "link/empty 1:5"},
      {"An [[https://example.org]]", "link/url-in-brackets 1:4"},
      {"prose: [[note\\|alias]]", "link/escaped-pipe 1:8"},
      {"| a |\n|---|\n| x [[note|alias]] |", "link/unescaped-pipe 3:5"},
      {"[text]()", "link/empty 1:1"},
  };
  for (const auto& [source, finding] : cases)
    EXPECT_THAT(read_note(source).findings, ElementsAre(finding)) << source;
}

TEST(Wikilinks, ThatAreRightAreNoFinding) {
  EXPECT_THAT(
      read_note("[[a]] [[a|b]] `[[` \\[\\[ %%[[%%\n\n| x |\n|--|\n| [[a\\|b]] |\n\n```\n[[\n```").findings,
      IsEmpty());
}

TEST(Wikilinks, InTablesKeepTheirBars) {
  EXPECT_EQ(
      read_note(
          "| [[a|b]] | c |\n|---|---|\n| [[note\\|alias]] | ![[img.png\\|200]] |\n| [[d|*e*]] | f\\|g |")
          .dump(),
      "table - -\n"
      "  head \"[b](-> [[a]])\" | \"c\"\n"
      "  row \"[alias](-> [[note]])\" | \"![](img.png 200x)\"\n"
      "  row \"[*e*](-> [[d]])\" | \"f|g\"\n");
}

TEST(MarkdownLinks, SplitTheirFragmentBeforeDecoding) {
  const std::vector<LinkCase> cases = {
      {"[t](Three%20laws%20of%20motion.md)", "[t](-> <Three laws of motion.md>)"},
      {"[t](Sub/a%23b.md#c%20d)", "[t](-> <Sub/a#b.md#c d>)"},
      {"[t](<path with space.md#sec>)", "[t](-> <path with space.md#sec>)"},
      {"[t](#^block)", "[t](-> <#^block>)"},
      {"[t](Sub/My Note.md)", "[t](Sub/My Note.md)"},
      {"[t](https://example.org/a%20b)", "[t](-> https://example.org/a%20b)"},
      {"[t](mailto:a@b.org)", "[t](-> mailto:a@b.org)"},
      {"[t](javascript:alert(1))", "[t](-> nothing)"},
      {"[t][r] [r]\n\n[r]: a.md#b", "[t](-> <a.md#b>) [r](-> <a.md#b>)"},
      {"https://a.org/x_y--z, www.b.org a.b@c.org <https://d.org>",
       "[https://a.org/x_y--z](-> https://a.org/x_y--z), [www.b.org](-> http://www.b.org) "
       "[a.b@c.org](-> mailto:a.b@c.org) [https://d.org](-> https://d.org)"},
  };
  for (const LinkCase& one : cases) EXPECT_EQ(read_line(one.source), one.expected) << one.source;
}

TEST(Pictures, HaveTheSizeTheyWereGiven) {
  const std::vector<LinkCase> cases = {
      {"a ![[Engelbart.jpg]]", "a ![](Engelbart.jpg)"},
      {"a ![[Engelbart.jpg|100x145]]", "a ![](Engelbart.jpg 100x145)"},
      {"a ![[Engelbart.jpg|100]]", "a ![](Engelbart.jpg 100x)"},
      {"a ![[img.PNG|alt text|300]]", "a ![alt text](img.PNG 300x)"},
      {"a ![[img.png|alt]]", "a ![alt](img.png)"},
      {"a ![250](https://e.org/x)", "a ![](https://e.org/x 250x)"},
      {"a ![Alt *it*|100x145](my%20x.jpg \"T\")", "a ![Alt it](my x.jpg 100x145 'T')"},
  };
  for (const LinkCase& one : cases) EXPECT_EQ(read_line(one.source), one.expected) << one.source;
}

}  // namespace
}  // namespace octavo::markdown
