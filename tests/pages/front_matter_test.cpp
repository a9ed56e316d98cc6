// What stands before the text, and in which order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::map<std::string, std::string> two_chapters(const std::string& toml) {
  return {{"book.toml", "title = \"Engines\"\n" + toml}, {"a.md", "# Alpha\n\nText.\n"}, {"b.md", "# Beta\n\nText.\n"}};
}

std::vector<std::string> labels(const Laid& book) {
  std::vector<std::string> found;
  for (const Page& page : book.printed.pages.pages) found.push_back(page.label);
  return found;
}

TEST(FrontMatter, BeginsWithAHalfTitleThatHasALeafOfItsOwn) {
  const Laid book = laid(two_chapters(""));
  EXPECT_THAT(labels(book), ElementsAre("i", "ii", "iii", "iv", "v", "vi", "1", "2"));
  EXPECT_THAT(book.lines(0), ElementsAre("Engines"));
  EXPECT_THAT(book.lines(1), ElementsAre("ii"));
  EXPECT_THAT(book.lines(2), ElementsAre("Engines"));
  EXPECT_EQ(book.printed.folios.title_page, 2u);
  EXPECT_EQ(book.lines(4).front(), "Contents");
  EXPECT_THAT(book.lines(5), ElementsAre("vi"));
  EXPECT_THAT(laid(two_chapters(""), "@page :blank { @bottom-left { content: none !important } }").lines(1), IsEmpty());
}

TEST(FrontMatter, IsLeftOutWhereTheSheetHidesIt) {
  const char* hidden = "section.half-title, section.title-page, section.imprint, section.index { display: none } section.contents + section.chapter { break-before: page }";
  std::map<std::string, std::string> files = two_chapters("");
  files["b.md"] = "# Beta\n\nAs [[a]] says.\n";
  const Laid book = laid(files, hidden);
  EXPECT_THAT(labels(book), ElementsAre("i", "1", "2")) << "the first chapter need not begin on the right";
  EXPECT_THAT(book.lines(0), ElementsAre("Contents", HasSubstr("Alpha"), HasSubstr("Beta"), "i")) << "nothing leads to what is not there";
  EXPECT_THAT(labels(laid(files, "section { display: none }")), ElementsAre("1", "2")) << "text is never lost";
}

TEST(FrontMatter, OfASingleChapterHasNoHalfTitleAndNoContentsOfOneLine) {
  const Laid book = laid({{"a.md", "# Alpha\n\nText.\n"}});
  EXPECT_THAT(labels(book), ElementsAre("i", "ii", "1"));
  const Laid longer = laid({{"a.md", "# Alpha\n\n## One\n\nText.\n\n## Two\n\nText.\n"}});
  EXPECT_EQ(longer.lines(2).front(), "Contents");
}

TEST(FrontMatter, BeginsEveryPageOfALongImprintAtItsHead) {
  std::string rights;
  for (int i = 0; i < 150; ++i) rights += "You may share this. ";
  const Laid book = laid(two_chapters("publisher = \"Press\"\nrights = \"" + rights + "\"\n"));
  const auto highest = [&](std::size_t page) {
    float y = 1e6f;
    for (const Item& item : book.printed.pages.pages.at(page).items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) y = std::min(y, run->origin.y);
    return y;
  };
  ASSERT_THAT(book.lines(4), Contains(HasSubstr("octavo"))) << "the imprint goes on to a second page";
  EXPECT_NEAR(highest(4), highest(3), 20);
}

// They are set less and less deep until they fit on a page, which these never do; their heading stands over them all the same.
TEST(FrontMatter, BeginsTheContentsOnTheirFirstPage) {
  std::map<std::string, std::string> files;
  for (int chapter = 100; chapter < 160; ++chapter) files["c" + std::to_string(chapter) + ".md"] = "# Chapter\n\n## Section\n\nText.\n";
  const Laid book = laid(files);
  ASSERT_THAT(labels(book)[4], "v");
  EXPECT_EQ(book.lines(4).front(), "Contents");
}

TEST(FrontMatter, CountsPrefacesInRomanFigures) {
  const Laid book = laid({{"book.toml", "chapters = [\"p.md\", \"a.md\", \"b.md\"]\n"},
                          {"p.md", "# Preface\n\nText.\n"}, {"a.md", "# Alpha\n\nText.\n"}, {"b.md", "# Beta\n\nText.\n"}});
  EXPECT_THAT(labels(book), ElementsAre("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "1", "2"));
  EXPECT_THAT(book.lines(4), Contains(HasSubstr("vii")));
  EXPECT_EQ(book.lines(6).front(), "Preface");
  EXPECT_EQ(book.lines(6).back(), "vii");
}

TEST(FrontMatter, OfPrefacesAloneIsTheBook) {
  const Laid book = laid({{"a.md", "# Preface\n\nText.\n"}});
  EXPECT_THAT(labels(book), ElementsAre("i", "ii", "1"));
}

TEST(FrontMatter, SaysAllThatIsKnownOfTheBook) {
  const Laid book = laid(two_chapters("subtitle = \"A History\"\nauthors = [\"Ada\", \"Bob\"]\neditors = \"Eve\"\ntranslators = [\"Tom\"]\n"
                                      "illustrators = [\"Ida\"]\npublisher = \"House\"\ndate = \"1843-08-05\"\nrights = \"All mine.\"\n"
                                      "series = \"Machines\"\nseries-position = 3\nedition = \"Second edition\"\n"
                                      "isbn = { epub = \"978-3-16-148410-0\", pdf = 9780306406157 }\nidentifier = \"https://example.org/e\"\n"));
  EXPECT_THAT(book.lines(2), ElementsAre("Ada and Bob", "Engines", "A History", "Edited by Eve", "Translated by Tom", "Illustrated by Ida",
                                         "Second edition", "House"));
  EXPECT_THAT(book.lines(3),
              ElementsAre("Engines", "A History", "Ada and Bob", "Edited by Eve", "Translated by Tom", "Illustrated by Ida",
                          "Machines, vol.\u00A03", "Second edition", "\u00A9\u00A01843 Ada and Bob", "All mine.", "House, 1843",
                          "ISBN\u00A09780306406157 (PDF)", "ISBN\u00A09783161484100 (EPUB)", "https://example.org/e",
                          testing::StartsWith("Set in ")));
}

TEST(FrontMatter, SaysItInTheBooksLanguage) {
  const Laid book = laid(two_chapters("language = \"de\"\neditors = [\"Eva\", \"Udo\"]\n"));
  EXPECT_THAT(book.lines(3), Contains("Herausgegeben von Eva und Udo"));
  EXPECT_THAT(book.lines(3).back(), testing::StartsWith("Gesetzt aus "));
}

TEST(FrontMatter, NamesTheFontsOnThePages) {
  const auto colophon = [](const std::string& text, const std::string& css) {
    return laid({{"a.md", "# Alpha\n\n" + text + "\n"}}, css).lines(1).back();
  };
  const std::string css = "body { font-family: Vollkorn } code { font-family: \"JetBrains Mono\" }";
  EXPECT_EQ(colophon("Text.", css), "Set in Vollkorn by octavo " OCTAVO_VERSION);
  EXPECT_EQ(colophon("Text and `code`.", css), "Set in Vollkorn and JetBrains Mono by octavo " OCTAVO_VERSION);
  EXPECT_EQ(colophon("`more code than text, as far as letters go, all those of the title and of the imprint included, which are in the face of the text`", css), "Set in JetBrains Mono and Vollkorn by octavo " OCTAVO_VERSION);
  // A font of the folios alone is a font of the book.
  EXPECT_THAT(colophon("Text.", css + " @page { @bottom-left { font-family: \"JetBrains Mono\" } }"), HasSubstr("JetBrains Mono"));
}

TEST(FrontMatter, ListsSectionsAsDeepAsAsked) {
  std::map<std::string, std::string> notes = two_chapters("[contents]\ndepth = 1\n");
  notes["b.md"] = "# Beta\n\n## Gamma\n\n### Delta\n\n#### Epsilon\n\nText.\n";
  EXPECT_THAT(laid(notes).lines(4), Not(Contains(HasSubstr("Gamma"))));
  notes["book.toml"] = "[contents]\ndepth = 3\n";
  EXPECT_THAT(laid(notes).lines(4), AllOf(Contains(HasSubstr("Delta")), Not(Contains(HasSubstr("Epsilon")))));
  notes["book.toml"] = "[contents]\ndepth = 4\n";
  EXPECT_THAT(laid(notes).lines(4), Contains(HasSubstr("Epsilon")));
}

TEST(FrontMatter, ListsWhatWasAskedForHoweverLongItIs) {
  std::string sections = "# Beta\n";
  for (int index = 0; index < 60; ++index) sections += "\n## Section " + std::to_string(index) + "\n\nText.\n";
  std::map<std::string, std::string> notes = two_chapters("");
  notes["b.md"] = sections;
  EXPECT_THAT(laid(notes).lines(4), Not(Contains(HasSubstr("Section"))));  // chapters alone fit the page
  notes["book.toml"] = "[contents]\ndepth = 2\n";
  const Laid book = laid(notes);
  EXPECT_THAT(book.lines(4), Contains(HasSubstr("Section 0")));
  EXPECT_THAT(book.lines(5), Contains(HasSubstr("Section 59")));
  EXPECT_EQ(book.lines(5).front().substr(0, 2), "vi");  // it goes on under a running head
}

TEST(FrontMatter, GivesAPartALeafOfItsOwn) {
  const Laid book = laid({{"one/a.md", "# Alpha\n\nText.\n"}, {"one/b.md", "# Beta\n\nText.\n"}, {"two/c.md", "# Gamma\n\nText.\n"}});
  std::map<std::string, std::size_t> page_of;
  for (std::size_t page = book.first_page(); page < book.printed.pages.pages.size(); ++page)
    for (const std::string& line : book.lines(page)) page_of.try_emplace(line, page - book.first_page());
  EXPECT_EQ(page_of["one"], 0u);
  EXPECT_THAT(book.lines(book.first_page() + 1), ElementsAre("2"));
  EXPECT_EQ(page_of["Alpha"], 2u);
  EXPECT_EQ(page_of["Beta"], 3u);
  EXPECT_EQ(page_of["two"], 4u);
  EXPECT_EQ(page_of["Gamma"], 6u);
}

}  // namespace
}  // namespace octavo::pages
