// Inlines of the model as XHTML: marks, links, and what becomes of a link that leads nowhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Inlines, KeepTheirMarks) {
  const auto book = made({{"a.md", "# A\n\nx *e* **s** `c` ~~d~~ ==h== & <kbd>k</kbd>"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("x <em>e</em> <strong>s</strong> <code>c</code> <s>d</s> <mark>h</mark> &amp; <kbd>k</kbd>"));
}

TEST(Inlines, LinkToOtherChaptersAndTheirSections) {
  const auto book = made({{"One.md", "# One\n\n[[Two]] and [[Two#Deep Down|there]]"}, {"Two.md", "# Two\n\n## Deep Down\n\nHere."}});
  EXPECT_THAT(book["one.xhtml"], HasSubstr("<a href=\"two.xhtml\" id=\"m1\">Two</a>"));
  EXPECT_THAT(book["one.xhtml"], HasSubstr("<a href=\"two.xhtml#deep-down\" id=\"m2\">there</a>"));
  EXPECT_THAT(book["two.xhtml"], HasSubstr("<h2><span id=\"deep-down\"></span>Deep Down"));
}

TEST(Inlines, LinkToAddressesThatThereCanBe) {
  const auto book = made({{"a.md", "# A\n\n[x](http://a.org/[b]?c[d]=1#e#f) [y](http://a.org:99999/) [z](http://a..org/)\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<a href=\"http://a.org/%5Bb%5D?c%5Bd%5D=1#e%23f\">x</a> y z</p>"));
}

TEST(Inlines, OfABrokenLinkStayAsWords) {
  const auto book = made({{"a.md", "# A\n\nAsk [[Nobody|him]]."}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("Ask <span id=\"m1\">him</span>."));
  EXPECT_THAT(book["index.xhtml"], HasSubstr("<span class=\"term\" epub:type=\"index-term\">Nobody</span> <span class=\"places\" epub:type=\"index-locator-list\"><a href=\"a.xhtml#m1\" epub:type=\"index-locator\">A</a></span>"));
}

TEST(Inlines, NestNoLinksInLinks) {
  const auto book = made({{"a.md", "# A\n\n[see[^1] it](http://e.org) [a ![[b]] c](http://e.org)\n\n[^1]: N.\n"}, {"b.md", "[x](http://f.org)"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<a href=\"http://e.org\">see it</a><a href=\"#n1\""));
  EXPECT_THAT(book["a.xhtml"], HasSubstr(">a x c</a>"));
}

TEST(Inlines, WriteOnlyAddressesThatReadersCanOpen) {
  const auto book = made({{"a.md", "# A\n\n[a](http://) [b](obsidian://x) <http://e.org/a|b> [c](mailto:x@e.org)\n"}});
  EXPECT_THAT(book["a.xhtml"], Not(HasSubstr("href=\"http://\"")));
  EXPECT_THAT(book["a.xhtml"], Not(HasSubstr("obsidian:")));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("href=\"http://e.org/a%7Cb\""));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("href=\"mailto:x@e.org\""));
}

TEST(Inlines, OfAPlayersNameLeadToTheAppendix) {
  const auto book = made({{"a.md", "# A\n\n[[Ada]] wrote.\n\n## Key Players\n\n- **[[Ada]]** — first\n"}});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<a href=\"key-players.xhtml#p-ada\""));
  EXPECT_THAT(book["key-players.xhtml"], HasSubstr("id=\"p-ada\""));
}

}  // namespace
}  // namespace octavo::epub
