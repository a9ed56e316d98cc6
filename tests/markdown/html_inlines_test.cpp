#include "markdown/html_inlines.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(HtmlInlines, AreUnderstoodInPairs) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a<br>b<br/>c", "a\\nb\\nc"},
      {"H<sub>2</sub>O x<sup>2</sup> <kbd>Tab</kbd> <u>u</u> <ins>v</ins>",
       "H~2~O x^2^ <kbd>Tab</kbd> <u>u</u> <u>v</u>"},
      {"<b>a</b> <strong>b</strong> <i>c</i> <em>*d*</em> <s>e</s> <del>f</del> <strike>g</strike> "
       "<mark>h</mark>",
       "**a** **b** *c* **d** ~~e~~ ~~f~~ ~~g~~ ==h=="},
      {"<var>x</var> <cite>Iliad</cite> <dfn>term</dfn>", "*x* *Iliad* *term*"},
      {"<code>a *b* \"c\"</code> <samp>d</samp> <tt>e</tt>", "`a `*`b`*` \"c\"` `d` `e`"},
      {"he said <q>no</q> <abbr title=\"for example\">e.g.</abbr> <time>today</time>",
       "he said “no” e.g. today"},
      {"<small>print</small> <i lang=la>ipse</i>", "{print .small} {*ipse* lang=la}"},
      {"<a href=\"https://e.org/?a&amp;b\">text</a> <a id=\"x\"></a>", "[text](-> https://e.org/?a&b)<#x>"},
      {"a <b id=\"bold\">c</b>", "a <#bold>**c**"},
      {"a <a name=\"here\"/>b", "a <#here>b"},
      {"a <a id=\"unclosed\">b", "a <#unclosed>b"},
      {"<a href=\"Note.md#x\">t [[no]] link</a>", "[t no link](-> <Note.md#x>)"},
      {"<b>never closed", "never closed"},
      {"closed</b> never opened", "closed never opened"},
      {"<b><i>a</b></i>", "**a**"},
      {"a <!-- [[no]] \"comment\" --> b", "a b"},
      {"<font color=red>text</font> stays", "text stays"},
      {"1 < 2 and <3>", "1 < 2 and <3>"},
      {"so lo<wbr>ng", "so long"},
      {"an <img src=\"a%20b.png\" alt=\"one\" width=20 height=\"30px\"> in a line",
       "an ![one](a b.png 20x30) in a line"},
      {"half <img src=x.png width=\"50%\">", "half ![](x.png 50%)"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_line(source), expected) << source;
}

TEST(HtmlInlines, KeepsLanguageDirectionAndClasses) {
  const ReadNote note = read_note("<span lang=\"he\" dir=RTL class='a  b' onclick=\"x()\">text</span>");
  const auto& passage =
      get<book::Passage>(get<book::Paragraph>(note.chapter.blocks.at(0).value).content.at(0).value);
  EXPECT_EQ(passage.language, "he");
  EXPECT_EQ(passage.direction, "rtl");
  EXPECT_THAT(passage.classes, testing::ElementsAre("a", "b"));
  EXPECT_EQ(book::plain_text(passage.content), "text");
}

TEST(HtmlInlines, ThatAreNoLanguageOrDirectionAreNotKept) {
  EXPECT_EQ(read_line("<span lang='a b' dir=up>text</span>"), "text");
  for (const std::string no_tag : {"de-", "-", "123", "ab-cdefghijk"}) EXPECT_EQ(read_line("<span lang='" + no_tag + "'>text</span>"), "text");
}

TEST(HtmlInlines, BreakLinesWhereABlockStandsInALine) {
  EXPECT_EQ(read_line("any file<p/>Example"), "any file\\nExample");
  EXPECT_EQ(read_line("a <div>b</div><div>c</div> d"), "a\\nb\\nc\\n d");
  EXPECT_EQ(read_note("| a |\n|---|\n| <ul><li>one</li><li>two</li></ul> |").dump(),
            "table -\n  head \"a\"\n  row \"• one\\n• two\"\n");
}

TEST(HtmlInlines, AreAtTheirPlaceInTheSource) {
  const ReadNote note = read_note("a <b>c</b> <img src=x.png> d");
  const auto& run = get<book::Paragraph>(note.chapter.blocks.at(0).value).content;
  EXPECT_EQ(note.written(run.at(1).where), "<b>c</b>");
  EXPECT_EQ(note.written(run.at(3).where), "<img src=x.png>");
}

}  // namespace
}  // namespace octavo::markdown
