#include "read.h"

#include <gmock/gmock.h>

namespace octavo::markdown {
namespace {

struct InlineCase {
  std::string source, expected;
};

TEST(Inlines, AreCommonMarkAndWhatNoteTakersAdd) {
  const std::vector<InlineCase> cases = {
      {"*a* **b** ~~c~~ `d` ***e***", "*a* **b** ~~c~~ `d` ***e***"},
      {"==high *x*== a == b ==c", "==high *x*== a == b ==c"},
      {"**a ==b** c==", "**a ==b** c=="},
      {"a %%gone%% b%%too%%", "a b"},
      {"100%% sure", "100%% sure"},
      {"`%%kept%%` %%`gone`%%", "`%%kept%%`"},
      {"a\nb", "a b"},
      {"a  \nb\\\nc", "a\\nb\\nc"},
      {"漢字\n漢字 a\n漢", "漢字漢字 a 漢"},
      {"&amp; &lt; &copy; &#x41; a&nbsp;b", "& < © A a\u00A0b"},
      {"\\*a\\* \\# \\$1", "*a* # $1"},
      {"`` a`b ``  `c\nd`", "`a`b` `c d`"},
  };
  for (const InlineCase& one : cases) EXPECT_EQ(read_line(one.source), one.expected) << one.source;
}

TEST(Inlines, KnowFormulasFromPrices) {
  const std::vector<InlineCase> cases = {
      {"$x_1 * y * [a](b)$", "$x_1 * y * [a](b)$"},
      {"a $$x^2$$ b", "a $$x^2$$ b"},
      {"$5 and $10", "$5 and $10"},
      {"$20,000 or $30,000", "$20,000 or $30,000"},
      {"`$a` and `b$`", "`$a` and `b$`"},
      {"*$HOME* and `$PATH`", "*$HOME* and `$PATH`"},
      {"\\$a$ b", "$a$ b"},
      {"$a -- \"b\"$", "$a -- \"b\"$"},
      {"[x](a$b) $c$", "[x](-> <a$b>) $c$"},
  };
  for (const InlineCase& one : cases) EXPECT_EQ(read_line(one.source), one.expected) << one.source;
}

TEST(Inlines, KnowTagsFromNumbersAndAddresses) {
  const ReadNote note = read_note("#tag #a/b-c #1 a#no `#code` [x](#anchor) #été, \\#esc #2nd");
  std::vector<std::string> names;
  for (const book::Inline& one : get<book::Paragraph>(note.chapter.blocks.at(0).value).content) {
    if (const auto* tag = get_if<book::Tag>(&one.value)) names.push_back(tag->name);
  }
  EXPECT_THAT(names, testing::ElementsAre("tag", "a/b-c", "été", "2nd"));
}

TEST(Inlines, BreakLinesWhereTheVaultDoes) {
  config::Settings settings;
  settings.hard_line_breaks = true;
  EXPECT_EQ(read_note("a\nb", settings).dump(), "paragraph \"a\\nb\"\n");
  EXPECT_EQ(read_note("a<br>\nb<br><br>\nc", settings).dump(), "paragraph \"a\\nb\\n\\nc\"\n");
}

TEST(Inlines, HaveTheirExactPlaceInTheSource) {
  // Every link, picture, call and code span of this text, as it is written, in the order they are read.
  const std::string source =
      "---\ntitle: T\n---\r\n"
      "[[One]] é [[Two|2]]\n   and [three](3.md\n'three') `fo\n   ur`\n\n"
      "> quote [[Five]]\n   lazy [[Six]] \\| ![alt](7.png)\n\n"
      "- item\n\n  \t[[Eight]]\n  > nested [^9]\n  - deep <https://ten.org>\n    more www.eleven.org\n\n"
      "Heading [[Twelve]]\n===\n\n## [[Thirteen]] `x` ## {#id}\n\n"
      "text\n| a\\|b [[14]] | [[15\\|x]] | |\n|---|---|--|\n| | `1\\|6` [[17|y]] | ![[18.png]]\n\n"
      "> [!note]+ Title [[19]]\n> Body [twenty][r]\n> - [x] done a.b@c.org\n\n"
      "[r]: r.md\nafter a definition [[22]] %%[[no]]%% [[23]]\n\n"
      "$$\n- [[no]]\n$$\n\n<b>[[24]]</b> &amp; \\* ==[[25]]== **[[26]]**\n\n"
      "[^9]: Note [[27]]\n\n    second [[28]]\n";
  const ReadNote note = read_note(source);
  std::vector<std::string> found;
  const auto look = [&](const book::Inlines& run) {
    book::each_inline(run, [&](const book::Inline& one) {
      if (holds_alternative<book::Link>(one.value) || holds_alternative<book::Code>(one.value) ||
          holds_alternative<book::Image>(one.value) ||
          holds_alternative<book::NoteCall>(one.value)) {
        found.push_back(note.written(one.where));
      }
      return true;
    });
  };
  const auto look_at_all = [&](const book::Blocks& blocks) {
    book::each_block(blocks, [&](const book::Block& block) {
      book::each_run(block, look);
      return true;
    });
  };
  look_at_all(note.chapter.blocks);
  for (const book::Note& one : note.chapter.notes) look_at_all(one.blocks);
  EXPECT_THAT(found, testing::ElementsAre("[[One]]", "[[Two|2]]", "[three](3.md\n'three')", "`fo\n   ur`",
                                          "[[Five]]", "[[Six]]", "![alt](7.png)", "[[Eight]]", "[^9]",
                                          "<https://ten.org>", "www.eleven.org", "[[Twelve]]", "[[Thirteen]]",
                                          "`x`", "[[14]]", "[[15\\|x]]", "`1\\|6`", "[[17|y]]", "![[18.png]]",
                                          "[[19]]", "[twenty][r]", "a.b@c.org", "[[22]]", "[[23]]", "[[24]]",
                                          "[[25]]", "[[26]]", "[[27]]", "[[28]]"));
}

}  // namespace
}  // namespace octavo::markdown
