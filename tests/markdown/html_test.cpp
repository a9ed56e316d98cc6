#include "markdown/html.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(Html, InALineIsUnderstoodInPairs) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a<br>b<br/>c", "a\\nb\\nc"},
      {"H<sub>2</sub>O x<sup>2</sup> <kbd>Tab</kbd> <u>u</u>", "H~2~O x^2^ <kbd>Tab</kbd> <u>u</u>"},
      {"<b>a</b> <strong>b</strong> <i>c</i> <em>*d*</em> <s>e</s> <del>f</del> <mark>g</mark>",
       "**a** **b** *c* **d** ~~e~~ ~~f~~ ==g=="},
      {"<a href=\"https://e.org/?a&amp;b\">text</a> <a id=\"x\"></a>", "[text](-> https://e.org/?a&b)"},
      {"<a href=\"Note.md#x\">t [[no]] link</a>", "[t no link](-> <Note.md#x>)"},
      {"<b>never closed", "never closed"},
      {"closed</b> never opened", "closed never opened"},
      {"<b><i>a</b></i>", "**a**"},
      {"a <!-- [[no]] \"comment\" --> b", "a b"},
      {"<font color=red>text</font> stays", "text stays"},
      {"1 < 2 and <3>", "1 < 2 and <3>"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_line(source), expected) << source;
}

TEST(Html, KeepsLanguageDirectionAndClasses) {
  const ReadNote note = read_note("<span lang=\"he\" dir=RTL class='a  b' onclick=\"x()\">text</span>");
  const auto& passage =
      std::get<book::Passage>(std::get<book::Paragraph>(note.chapter.blocks.at(0).value).content.at(0).value);
  EXPECT_EQ(passage.language, "he");
  EXPECT_EQ(passage.direction, "rtl");
  EXPECT_THAT(passage.classes, testing::ElementsAre("a", "b"));
  EXPECT_EQ(book::plain_text(passage.content), "text");
}

TEST(Html, InBlocksKeepsItsTextAndNothingActive) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<div>[[x]] &amp; <b>\"y\"</b></div>", "paragraph \"[[x]] & **“y”**\"\n"},
      {"<p>a\nb</p><p>c<br>d</p>", "paragraph \"a b\"\nparagraph \"c\\nd\"\n"},
      {"<script>\nalert(1)\n</script>\n\nafter", "paragraph \"after\"\n"},
      {"<div><style>p {}</style>kept<iframe src=x>no</iframe></div>", "paragraph \"kept\"\n"},
      {"<div><script>never closed", ""},
      {"<!-- only a comment -->", ""},
      {"<div>\n\n*Markdown* [[again]]\n\n</div>", "paragraph \"*Markdown* [again](-> [[again]])\"\n"},
      {"<div>1 < 2</div>", "paragraph \"1 < 2\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

TEST(Html, ThatIsDroppedIsReportedOncePerBlock) {
  EXPECT_THAT(
      read_note(
          "<div><img src=x><img src=y></div>\n\ntext <font>a</font> <font>b</font>\n\n<b>fine</b> <!-- c -->")
          .findings,
      testing::ElementsAre("html/dropped 1:1", "html/dropped 3:6"));
}

}  // namespace
}  // namespace octavo::markdown
