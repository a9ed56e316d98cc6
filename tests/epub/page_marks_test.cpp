// Where the pages of the printed edition begin.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::HasSubstr;
using testing::Not;

// A book whose pages begin at the first of these words in the text of its blocks and cells, the first one being 1.
Made printed(const std::string& note, const std::vector<std::string>& beginnings) {
  resolve::Resolved source = resolve::resolved({{"a.md", note}});
  book::Folios folios;
  folios.pages.push_back({"i", {}, {}});  // the title page
  folios.pages.push_back({"ii", {}, {}});
  for (const std::string& words : beginnings) {
    book::PrintedPage page{std::to_string(folios.pages.size() - 1), {}, {}};
    const auto look = [&](book::BlockId block, const std::string& text) {
      if (const auto at = text.find(words); at != text.npos && !page.begins) page.begins = book::TextPlace{block, static_cast<std::uint32_t>(at)};
    };
    book::each_block(source.book.chapters[0].blocks, [&](const book::Block& block) {
      if (const auto* table = get_if<book::Table>(&block.value)) {
        look(block.id, book::plain_text(table->caption));
        for (const book::Row& row : table->rows)
          for (const book::Cell& cell : row) look(cell.id, book::plain_text(cell.content));
      } else {
        look(block.id, book::plain_text(block));
      }
      return true;
    });
    folios.pages.push_back(page);
  }
  return made(std::move(source), &folios);
}

std::string mark(const std::string& label) {
  return "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"page-" + label + ".\" aria-label=\"" + label + "\"></span>";
}

TEST(PageMarks, StandBeforeTheWordThatBeginsThePage) {
  const auto book = printed("# A\n\nOne two *three four* [five six](#a) seven.\n", {"One", "two", "four", "six", "seven"});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<p>" + mark("1") + "One " + mark("2") + "two <em>three " + mark("3") + "four</em> "));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("five " + mark("4") + "six</a> " + mark("5") + "seven.</p>"));
}

TEST(PageMarks, LeaveAHyphenatedWordToThePageWhereItBegins) {
  const auto book = printed("# A\n\nAn extraordinary word, well-known words.\n", {"ordinary", "known"});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("An extraordinary " + mark("1") + "word, well-" + mark("2") + "known words."));
}

TEST(PageMarks, StandBehindAWordThatEndsItsBlock) {
  const auto book = printed("# A\n\nAn extraordinary\n\nword.\n", {"ordinary"});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("<p>An extraordinary" + mark("1") + "</p>"));
}

TEST(PageMarks, StandInWhateverHoldsText) {
  const auto book = printed(
      "# A\n\n## Head of it\n\n- item one\n- item two\n\n> quoted words\n\n> [!note] Title here\n> body\n\n```rust\nlet mut x = 1;\nlet y = 2;\n```\n\n"
      "| a | b |\n|---|---|\n| left cell | right cell |\n\n<dl><dt>first term</dt><dd>saying</dd><dt>second term</dt><dd>more</dd></dl>\n",
      {"Head", "two", "words", "here", "let y", "cell", "second term"});
  const std::string& text = book["a.xhtml"];
  EXPECT_THAT(text, HasSubstr(mark("1") + "Head of it</h2>"));
  EXPECT_THAT(text, HasSubstr("<li>item " + mark("2") + "two</li>"));
  EXPECT_THAT(text, HasSubstr("quoted " + mark("3") + "words"));
  EXPECT_THAT(text, HasSubstr("Title " + mark("4") + "here</p>"));
  EXPECT_THAT(text, HasSubstr(mark("5") + "let y"));
  EXPECT_THAT(text, HasSubstr("<td>left " + mark("6") + "cell</td>"));
  EXPECT_THAT(text, HasSubstr("<dt>" + mark("7") + "second term</dt>"));
}

TEST(PageMarks, CountLineBreaksAndNotNoteCalls) {
  const auto book = printed("# A\n\none  \ntwo[^n] three\n\n[^n]: Note.\n", {"two", "three"});
  EXPECT_THAT(book["a.xhtml"], HasSubstr("one<br/>" + mark("1") + "two"));
  EXPECT_THAT(book["a.xhtml"], HasSubstr("</a> " + mark("2") + "three"));
}

TEST(PageMarks, AreListedWithTheTitlePageAndWithoutTheImprint) {
  const auto book = printed("# A\n\nOne two.\n", {"One", "two"});
  EXPECT_THAT(book["nav.xhtml"], HasSubstr("<nav epub:type=\"page-list\" role=\"doc-pagelist\" hidden=\"hidden\" aria-label=\"Pages\">\n<ol>\n"
                                           "<li><a href=\"title.xhtml#page-i.\">i</a></li>\n<li><a href=\"a.xhtml#page-1.\">1</a></li>\n"
                                           "<li><a href=\"a.xhtml#page-2.\">2</a></li>\n</ol>"));
  EXPECT_THAT(book["title.xhtml"], HasSubstr(mark("i")));
  EXPECT_THAT(book["toc.ncx"], HasSubstr("<pageTarget id=\"page-2\" type=\"front\" playOrder=\"2\"><navLabel><text>i</text></navLabel>"));
  EXPECT_THAT(book["toc.ncx"], HasSubstr("type=\"normal\" value=\"2\""));
  EXPECT_THAT(book["toc.ncx"], HasSubstr("<meta name=\"dtb:maxPageNumber\" content=\"2\"/>"));
}

TEST(PageMarks, AreToldInThePackage) {
  const auto book = printed("# A\n\nOne.\n", {"One"});
  EXPECT_THAT(book["package.opf"], HasSubstr("<meta property=\"schema:accessibilityFeature\">pageNavigation</meta>"));
  EXPECT_THAT(book["package.opf"], HasSubstr("<meta property=\"schema:accessibilityFeature\">pageBreakMarkers</meta>"));
  EXPECT_THAT(book["package.opf"], HasSubstr("<meta property=\"pageBreakSource\">A (PDF)</meta>"));
}

TEST(PageMarks, NamePlacesInTheIndexByTheirPages) {
  resolve::Resolved source = resolve::resolved({{"a.md", "# A\n\nSee [[b]].\n\n## Two\n\n[[b]]\n\n## Three\n\n[[b]][^n]\n\n[^n]: And [[b]].\n"}, {"b.md", "# B"}});
  book::Folios folios;
  folios.pages = {{"1", {}, {}}, {"2", {}, {}}};
  folios.page_of.resize(source.book.anchors.size());
  const auto& mentions = source.book.index.at(0).mentions;
  ASSERT_EQ(mentions.size(), 4u);
  for (std::size_t i = 0; i < mentions.size(); ++i) folios.page_of[mentions[i].occurrence.index()] = i < 2 ? 0 : 1;
  const auto book = made(std::move(source), &folios);
  // The second section is on the page of the first.
  EXPECT_THAT(book["index.xhtml"], HasSubstr("<a href=\"a.xhtml#m1\" epub:type=\"index-locator\" title=\"A\">1</a>, <a href=\"a.xhtml#m3\" epub:type=\"index-locator\" title=\"A: Three\">2</a></span>"));
}

TEST(PageMarks, StandOnceInATermWithoutWords) {
  auto source = resolve::resolved({{"a.md", "# A\n\n<dl><dt><img src=\"s.svg\" alt=\"\"></dt><dt>term</dt></dl>\n"},
                                   {"s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"}});
  book::Folios folios;
  folios.pages = {{"1", {}, {}}, {"2", book::TextPlace{source.book.chapters[0].blocks.at(0).id, 0}, {}}};
  folios.page_of.resize(source.book.anchors.size());
  const auto book = made(std::move(source), &folios);  // which proves that no id stands twice
  EXPECT_THAT(book["a.xhtml"], HasSubstr(mark("2")));
}

TEST(PageMarks, ThereAreNoneWithoutAPrintedEdition) {
  const auto book = made({{"a.md", "# A\n\nOne.\n"}});
  EXPECT_THAT(book["a.xhtml"], Not(HasSubstr("pagebreak")));
  EXPECT_THAT(book["nav.xhtml"], Not(HasSubstr("page-list")));
  EXPECT_THAT(book["package.opf"], Not(HasSubstr("pageBreakSource")));
}

TEST(PageMarks, TheTitlePageIsThatOfPaperNotTheHalfTitle) {
  book::Folios folios;
  folios.pages = {{"i", {}, {}}, {"ii", {}, {}}, {"iii", {}, {}}, {"iv", {}, {}}};
  folios.title_page = 2;
  const Made book = made(resolve::resolved({{"a.md", "# A\n\nText.\n"}}), &folios);
  EXPECT_THAT(book["title.xhtml"], HasSubstr(mark("iii")));
  EXPECT_THAT(book["nav.xhtml"], Not(HasSubstr(">i<")));
}

}  // namespace
}  // namespace octavo::epub
