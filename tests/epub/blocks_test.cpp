// Blocks of the model as XHTML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Blocks, BecomeTheElementsOfTheirKind) {
  const std::pair<const char*, const char*> cases[] = {
      {"> said", "<blockquote>"},
      {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"},
      {"3. a\n4. b", "<ol start=\"3\">"},
      {"- a\n\n- b", "<li><p>a</p>"},
      {"- [x] done", "class=\"tasks\""},
      {"```rust\nlet a = \"<b>\";\n```", "<pre><code class=\"language-rust\">let a = \"&lt;b&gt;\";</code></pre>"},
      {"| a | b |\n|--:|:-:|\n| 1 | 2 |", "<th scope=\"col\" class=\"right\">a</th><th scope=\"col\" class=\"center\">b</th>"},
      {"> [!warning] Mind\n> the gap", "<aside class=\"callout warning\" role=\"note\">\n<p class=\"callout-title\">Mind</p>"},
      {"one\n\n---\n\ntwo", "<hr/>"},
      {"*all of it*", "<p class=\"standfirst\">all of it</p>"},
  };
  for (const auto& [note, xhtml] : cases) EXPECT_THAT(made({{"a.md", std::string("# A\n\n") + note}})["a.xhtml"], HasSubstr(xhtml)) << note;
}

TEST(Blocks, OfCodeHoldASpanForEveryToken) {
  auto source = resolve::resolved({{"a.md", "# A\n\n```c\nint a;\n/* \"b\" */\n```\n"}});
  auto& code = get<book::CodeBlock>(source.book.chapters[0].blocks[0].value);
  ASSERT_EQ(code.text, "int a;\n/* \"b\" */");
  code.tokens = {{0, 3, book::TokenKind::type}, {7, 16, book::TokenKind::comment}};
  EXPECT_THAT(made(std::move(source))["a.xhtml"],
              HasSubstr("<pre><code class=\"language-c\"><span class=\"type\">int</span> a;\n"
                        "<span class=\"comment\">/* \"b\" */</span></code></pre>"));
}

TEST(Blocks, OfAFootnotePutTheWayBackFirst) {
  const auto book = made({{"a.md", "# A\n\nText.[^n]\n\n[^n]: One.\n\n    Two.\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<a href=\"#n1\" class=\"note-call\" epub:type=\"noteref\" role=\"doc-noteref\" id=\"c1\">1</a>"));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<aside id=\"n1\" class=\"footnote\" epub:type=\"footnote\" role=\"doc-footnote\"><p><a href=\"#c1\""));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<p>Two.</p>"));
}

TEST(Blocks, ThatFoldAreTheReadersToOpen) {
  const auto book = made({{"a.md", "# A\n\n> [!tip]- Closed\n> Hidden.\n\n> [!tip]+ Open\n> Shown.\n\n"
                                   "> [!tip]- Linked to\n> Here. ^here\n\n[[#^here]]\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<details class=\"callout tip\">\n<summary class=\"callout-title\">Closed</summary>"));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<details class=\"callout tip\" open=\"open\">\n<summary class=\"callout-title\">Open</summary>"));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<details class=\"callout tip\" open=\"open\">\n<summary class=\"callout-title\">Linked to</summary>"));
}

// Kobo shows an element of nine characters and more that a link leads to, further on, in a window, as though it were a note.
TEST(Blocks, AreLedToByElementsWithoutWords) {
  const auto book = made({{"a.md", "# A\n\n[[#Deep Down]] [[#^p]] [[#^l]] [[#^t]] [[#^c]] [[#^q]]\n\n## Deep Down\n\nA paragraph. ^p\n\n- an item\n\n^l\n\n"
                                   "| a |\n|-|\n| b |\n\n^t\n\n```\ncode\n```\n\n^c\n\n> A quotation.\n\n^q\n"}});
  for (const char* place : {"<h2><span id=\"deep-down\"></span>Deep Down</h2>", "<p><span id=\"p\"></span>A paragraph.</p>",
                            "<ul>\n<li><span id=\"l\"></span>an item</li>", "<div class=\"table\"><span id=\"t\"></span><table>",
                            "<pre><code><span id=\"c\"></span>code</code></pre>", "<blockquote>\n<p><span id=\"q\"></span>A quotation.</p>"})
    EXPECT_THAT(book["a.xhtml"], HasSubstr(place));
}

TEST(Blocks, WithoutTextAreLedToAllTheSame) {
  for (const char* empty : {"<ul id=\"x\"><li></li></ul>", "<dl id=\"x\"></dl>", "<ol id=\"x\"><li><hr></li></ol>"})
    EXPECT_THAT(made({{"a.md", std::string("# A\n\n[x](#x)\n\n") + empty + "\n"}})["a.xhtml"], HasSubstr("<span id=\"x\"></span>")) << empty;
}

TEST(Blocks, OfDefinitionsBeginWithATerm) {
  EXPECT_THAT(made({{"a.md", "# A\n\n<dl><dd>said of nothing</dd></dl>\n"}})["a.xhtml"], HasSubstr("<dl>\n<dt/><dd>"));
}

TEST(Blocks, OfANoteInAnotherLanguageSaySo) {
  const auto book = made({{"a.md", "# A\n"}, {"b.md", "---\nlang: ar\n---\n# B\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("xml:lang=\"en\" lang=\"en\">"));
  EXPECT_THAT(book["b.xhtml"], HasSubstr("xml:lang=\"ar\" lang=\"ar\" dir=\"rtl\">"));
}

TEST(Blocks, OfATableHaveHeadsWithWords) {
  EXPECT_THAT(made({{"a.md", "# A\n\n|  | b |\n|-|-|\n| 1 | 2 |\n"}})["a.xhtml"], HasSubstr("<tr><td/><th scope=\"col\">b</th></tr>"));
}

constexpr const char* square = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

TEST(Blocks, WithPicturesSayWhatTheyShowOrThatNobodySaidIt) {
  const auto book = made({{"a.md", "# A\n\nx ![a square](s.svg) ![](s.svg) <img src=\"s.svg\" alt=\"\">\n"}, {"s.svg", square}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<img src=\"images/1.svg\" alt=\"a square\"/> <img src=\"images/1.svg\"/> <img src=\"images/1.svg\" alt=\"\"/>"));
  EXPECT_EQ(book.source.findings().size(), 1u);
}

TEST(Blocks, OfATightItemStayApart) {
  EXPECT_THAT(made({{"a.md", "# A\n\n- ![[b]]\n"}, {"b.md", "One.\n\nTwo.\n"}})["a.xhtml"], HasSubstr("<p>One.</p>\n<p>Two.</p>"));
}

TEST(Blocks, WithoutAPictureShowItsText) {
  const auto book = made({{"a.md", "# A\n\n![a lost view](gone.png)\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("a lost view"));
  EXPECT_THAT(book["a.xhtml"], Not(HasSubstr("<img")));
}

}  // namespace
}  // namespace octavo::epub
