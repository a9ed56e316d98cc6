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
