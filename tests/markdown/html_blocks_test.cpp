#include "markdown/html_blocks.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(HtmlBlocks, AreThoseOfTheBook) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<div>&amp; <b>\"y\"</b></div>", "paragraph \"& **“y”**\"\n"},
      {"<p>a\nb</p><p>c<br>d<br></p>", "paragraph \"a b\"\nparagraph \"c\\nd\"\n"},
      {"<!-- only a comment -->", ""},
      {"<br>", ""},
      {"<div>1 < 2</div>", "paragraph \"1 < 2\"\n"},
      {"<p class=verse>line</p>", "group .verse\n  paragraph \"line\"\n"},
      {"<div dir=rtl style=\"x\">line</div>", "group dir=rtl\n  paragraph \"line\"\n"},
      {"<h3 id=\"here\">A <i>head</i></h3>", "heading 3 {#here} \"A *head*\"\n"},
      {"<ul><li>a<li>b<ul><li>c</ul></ul>",
       "list\n  item\n    paragraph \"a\"\n  item\n    paragraph \"b\"\n    list\n      item\n        "
       "paragraph "
       "\"c\"\n"},
      {"<ol start=4 id=steps><li><p>a</p></li></ol>",
       "list from 4 loose ^steps\n  item\n    paragraph \"a\"\n"},
      {"<blockquote>a<p>b</blockquote>", "quote\n  paragraph \"a\"\n  paragraph \"b\"\n"},
      {"<hr>", "section break\n"},
      {"<pre><code class=\"language-c\">a &lt; b\n\n  <em>c</em>\n</code></pre>",
       "code c\n  | a < b\n  |\n  |   c\n"},
      {"<dl><dt>one<dt>two<dd>both<dt>three<dd><p>a</p><p>b</p></dl>",
       "definitions\n  term \"one\"\n  term \"two\"\n    paragraph \"both\"\n  term \"three\"\n    paragraph "
       "\"a\"\n    paragraph \"b\"\n"},
      {"<details open><summary><b>S</b></summary>body</details>",
       "callout details open \"**S**\"\n  paragraph \"body\"\n"},
      {"<details>body</details>", "callout details closed \"Details\"\n  paragraph \"body\"\n"},
      {"<li>astray</li>", "paragraph \"astray\"\n"},
      {"<tr><td>a</td><td>b</td></tr>", "paragraph \"a\"\nparagraph \"b\"\n"},
      {"<div><b><p>a</p><p>b</p></b></div>", "paragraph \"**a**\"\nparagraph \"**b**\"\n"},
      {"<font>&#3;a</font>", "paragraph \"a\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

TEST(HtmlBlocks, OfPicturesAreFigures) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<img src=\"a.png\" alt=\"A\" title=\"T\" width=\"40px\" class=\"c\">",
       "figure ![A](a.png 40x 'T') \"T\"\n"},
      {"<img src=a.png alt=A style=\"max-width: 9px; Width: 50% ;\" width=40>", "figure ![A](a.png 50%) \"\"\n"},
      {"<img src=a.png alt=A width=\"25%\" height=\"9%\">", "figure ![A](a.png 25%) \"\"\n"},
      {"<img src=a.png alt=A style=\"width: 30px\" width=40>", "figure ![A](a.png 30x) \"\"\n"},
      {"<img src=a.png alt=A style=\"width: 0%; height: 4em\" width=40>", "figure ![A](a.png) \"\"\n"},
      {"<p align=center>\n<img src=a.png alt=A>\n</p>", "figure ![A](a.png) \"\"\n"},
      {"<picture><source srcset=b.webp><img src=a.png alt=A></picture>", "figure ![A](a.png) \"\"\n"},
      {"<div><img src=a.png alt=A> <img src=b.png alt=B></div>", "paragraph \"![A](a.png) ![B](b.png)\"\n"},
      {"<figure id=f><img src=a.png alt=A><figcaption>The <i>A</i></figcaption></figure>",
       "figure ^f ![A](a.png) \"The *A*\"\n"},
      {"<figure>\n\n![A](a.png \"title\")\n\n<figcaption>Caption</figcaption>\n</figure>",
       "figure ![A](a.png 'title') \"Caption\"\n"},
      {"<figure class=two><img src=a.png alt=A><p><img src=b.png "
       "alt=B></p><figcaption>Both</figcaption></figure>",
       "captioned .two \"Both\"\n  figure ![A](a.png) \"\"\n  figure ![B](b.png) \"\"\n"},
      {"<figure><img src=a.png alt=A></figure>", "figure ![A](a.png) \"\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

}  // namespace
}  // namespace octavo::markdown
