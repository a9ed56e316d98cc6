// The book on paper, seen through the door: what stands on which page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::Contains;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::string words(int count) {
  std::string text;
  for (int index = 0; index < count; ++index) text += index % 9 ? "word " : "sentence. ";
  return text;
}

TEST(LayOut, PutsTheFirstChapterOnARightHandPageOne) {
  const auto book = laid({{"a.md", "# A\n\nText.\n"}});
  const auto& pages = book.printed.pages.pages;
  const auto first = std::find_if(pages.begin(), pages.end(), [](const Page& page) { return page.label == "1"; });
  ASSERT_NE(first, pages.end());
  EXPECT_EQ((first - pages.begin()) % 2, 0);
  EXPECT_THAT(book.lines(static_cast<std::size_t>(first - pages.begin())), Contains("A"));
}

TEST(LayOut, SaysThePageAfterALinkToAnotherPage) {
  const auto book = laid({{"a.md", "# A\n\nSee [[b]] there.\n"}, {"aside.md", "# Aside\n\nText.\n"},
                          {"b.md", "# B\n\nBack to [[a]], and to [[b|this]] page.\n"}});
  EXPECT_THAT(book.text(), HasSubstr("See b (p.\u00A03) there."));
  EXPECT_THAT(book.text(), HasSubstr("Back to a (p.\u00A01), and to this page."));
}

TEST(LayOut, AgreesWithItsOwnFolios) {
  const auto book = laid({{"a.md", "# A\n\n" + words(900) + "[[b#Far]]\n"}, {"b.md", "# B\n\n" + words(700) + "\n\n## Far\n\n[[a]]\n"}});
  const auto& folios = book.printed.folios;
  ASSERT_EQ(folios.pages.size(), book.printed.pages.pages.size());
  for (std::size_t page = 0; page < folios.pages.size(); ++page)
    EXPECT_EQ(folios.pages[page].label, book.printed.pages.pages[page].label);
  for (std::size_t anchor = 0; anchor < folios.page_of.size(); ++anchor) {
    const auto& destination = book.printed.pages.destinations[anchor];
    ASSERT_EQ(destination.has_value(), folios.page_of[anchor].has_value());
    if (destination) {
      EXPECT_EQ(destination->page, *folios.page_of[anchor]);
    }
  }
  EXPECT_TRUE(book.source.sink.empty());
}

TEST(LayOut, GivesEveryTargetAPlace) {
  const auto book = laid({{"a.md",
                           "# A\n\n- [[b#^x]] in a list[^n]\n\n| [[b]] | c |\n|---|---|\n| [[Ada]] | d[^n] |\n\n> [!note] [[b]]\n> e\n\n"
                           "## Key Players\n\n- [[Ada]]: first\n\n[^n]: A note to [[b]].\n"},
                          {"b.md", "# B\n\n> quoted\n\n^x\n\n```\ncode\n```\n"}});
  for (const Page& page : book.printed.pages.pages)
    for (const LinkArea& link : page.links) {
      const auto* anchor = std::get_if<book::AnchorId>(&link.target);
      ASSERT_TRUE(anchor);
      EXPECT_TRUE(book.printed.pages.destinations.at(anchor->index())) << link.description;
    }
  for (const OutlineEntry& entry : book.printed.pages.outline)
    EXPECT_TRUE(book.printed.pages.destinations.at(entry.target.index())) << entry.title;
}

TEST(LayOut, PutsNotesAtTheFootOfThePageThatCallsThem) {
  const auto book = laid({{"a.md", "# A\n\nCalled.[^n]\n\n[^n]: At the foot.\n"}});
  const auto lines = book.lines(book.first_page());
  EXPECT_THAT(lines, Contains("1At the foot."));
}

TEST(LayOut, RepeatsTheHeadOfATable) {
  std::string table = "# A\n\n| Name | Number |\n|---|---|\n";
  for (int row = 0; row < 90; ++row) table += "| row | " + std::to_string(row) + " |\n";
  const auto book = laid({{"a.md", table}});
  int heads = 0;
  for (std::size_t page = 0; page < book.printed.pages.pages.size(); ++page)
    for (const std::string& line : book.lines(page)) heads += line == "NameNumber";
  EXPECT_GE(heads, 3);
}

TEST(LayOut, LosesNothingOfCode) {
  const std::string code = "fn main() { let a_very_long_name_indeed = another_function_call(with, some, arguments, that, go, on); }";
  const auto book = laid({{"a.md", "# A\n\n```\n" + code + "\n```\n"}});
  std::string set;
  for (const std::string& line : book.lines(book.first_page())) set += line;
  std::string without_spaces = code, found = set;
  std::erase(without_spaces, ' ');
  std::erase(found, ' ');
  EXPECT_THAT(found, HasSubstr(without_spaces));
}

TEST(LayOut, KeepsEverythingInsideThePage) {
  const auto book = laid({{"a.md",
                           "# A\n\n" + std::string(300, 'x') + "\n\n| " + std::string(200, 'y') + " | " + words(60) +
                               " |\n|---|---|\n| a | b |\n\n```\n" + std::string(300, 'z') + "\n```\n\n> > > " + words(50) + "\n"}});
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) {
        float width = 0;
        for (const auto& glyph : run->glyphs) width += glyph.advance * run->size;
        EXPECT_GE(run->origin.x, 40) << run->text;
        EXPECT_LE(run->origin.x + width, page.size.width - 40) << run->text;
      }
}

TEST(LayOut, ReportsACharacterNoFontHasWithItsPlace) {
  const auto book = laid({{"a.md", "# A\n\nPrivate: \uE123.\n"}});
  EXPECT_THAT(book.source.findings(), Contains("a.md:3:1 text/missing-glyph"));
}

TEST(LayOut, ReportsALanguageWithoutHyphenationOnce) {
  // Words so long that no line is good without: text/no-hyphenation.
  std::string text;
  for (int index = 0; index < 40; ++index) text += "ngokuphumelelisakuthile ukungazethembinakwabo ";
  const auto book = laid({{"a.md", "---\nlang: zu\n---\n# A\n\n" + text + "\n\n" + text + "\n"}}, "", glyphs::Hyphenation("/nowhere/"));
  EXPECT_THAT(book.source.findings(), Contains("a.md:6:1 text/no-hyphenation").Times(1));
}

TEST(LayOut, ListsPagesInTheIndexAsRanges) {
  // One paragraph a page or so, each with a link.
  std::string text = "# A\n\n";
  for (int page = 0; page < 4; ++page) text += words(330) + "[[Nobody]].\n\n";
  const auto book = laid({{"a.md", text}});
  EXPECT_THAT(book.text(), ContainsRegex("Nobody, [0-9]+\u2013[0-9]+"));
}

TEST(LayOut, SurvivesHeadingsWithoutWords) {
  for (const char* heading : {"#", "##", "## %%c%%", "# \u200B", "## <!-- c -->"})
    EXPECT_THAT(laid({{"a.md", std::string("# A\n\nText.\n\n") + heading + "\n\nAfter.\n"}}).text(), HasSubstr("After.")) << heading;
  EXPECT_THAT(laid({{"a.md", "#"}}).text(), HasSubstr("a"));
}

TEST(LayOut, PrintsANoteOnceHoweverOftenItIsCalled) {
  const std::string text = laid({{"a.md", "# A\n\nOne[^n] and two[^n].\n\n[^n]: The only note.\n"}}).text();
  EXPECT_EQ(text.find("The only note."), text.rfind("The only note."));
  EXPECT_THAT(text, HasSubstr("The only note."));
}

TEST(LayOut, PrintsNotesOfTitlesAndOfNotes) {
  const std::string text =
      laid({{"a.md", "# A[^t]\n\nText.[^n]\n\n[^t]: Of the title.\n\n[^n]: Outer.[^i]\n\n[^i]: Inner.\n"}}).text();
  for (const char* note : {"Of the title.", "Outer.", "Inner."}) EXPECT_THAT(text, HasSubstr(note));
}

TEST(LayOut, KeepsTheStructureOfEverySectionItsOwn) {
  const auto book = laid({{"a.md", "# A\n\n- item\n"}, {"b.md", "# B\n\n| head |\n|---|\n| cell |\n"}});
  const Pages& pages = book.printed.pages;
  const auto role_of = [&](const std::string& words) {
    for (const Page& page : pages.pages)
      for (const Item& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text == words && run->structure)
          return pages.structure[run->structure.index()].role;
    return Role::document;
  };
  EXPECT_EQ(role_of("item"), Role::paragraph);
  EXPECT_EQ(role_of("\u2022"), Role::label);
  EXPECT_EQ(role_of("head"), Role::head_cell);
  EXPECT_EQ(role_of("cell"), Role::cell);
}

TEST(LayOut, NamesPlacesAsTheAuthorDoes) {
  const auto book = laid({{"a.md", "# First Note\n\nText of [[b]].\n\n## Its History\n\nText. ^claim\n\n[[a#^claim]]\n"}, {"b.md", "# B\n\nText.\n"}});
  std::vector<std::string> names;
  for (const NamedPlace& place : book.printed.pages.names) names.push_back(place.name);
  for (const char* name : {"first-note", "first-note.its-history", "first-note.claim", "b", "contents", "index"})
    EXPECT_THAT(names, Contains(name));
}

TEST(LayOut, ShowsAPictureOnceInTheFileHoweverOftenOnPaper) {
  const auto book = laid({{"a.md", "# A\n\n![s](s.svg)\n\n![s|20](s.svg)\n\nIn ![[s.svg]] line.\n"},
                          {"s.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"/>"}});
  ASSERT_EQ(book.printed.pages.pictures.size(), 1u);
  EXPECT_NEAR(book.printed.pages.pictures[0].width, 30, 0.01);
}

TEST(LayOut, ShortensARunningHeadAtAWord) {
  const auto book = laid({{"a.md", "# WWWWW MMMMM WWWWW MMMMM WWWWW MMMMM WWWWW MMMMM WWWWW\n\n" + words(900)}});
  bool has_folio = true;
  for (std::size_t page = book.first_page() + 1; page < book.printed.pages.pages.size(); ++page)
    has_folio = has_folio && book.lines(page).front().find(book.printed.pages.pages[page].label) != std::string::npos;
  EXPECT_TRUE(has_folio);
}

TEST(LayOut, StaysOnThePaperHoweverDeepTheNesting) {
  std::string list;
  for (int level = 0; level < 40; ++level) list += std::string(2 * level, ' ') + "- level\n";
  const auto book = laid({{"a.md", "# A\n\n" + list + "\n" + [] {
                             std::string quotes;
                             for (int level = 0; level < 40; ++level) quotes += "> ";
                             return quotes;
                           }() + "deep\n"}});
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) {
        EXPECT_LE(run->origin.x, page.size.width - 50) << run->text;
      }
}

TEST(LayOut, BeginsAPageWhereAStyleAsksEvenUnderAHeading) {
  const auto book = laid({{"a.md", "# A\n\n## B\n\n### C\n\nText.\n"}}, "h3 { break-before: page }");
  EXPECT_THAT(book.lines(book.first_page() + 1), Contains("C"));
}

TEST(LayOut, GivesAFirstPageOfOtherMarginsLessText) {
  const auto book = laid({{"a.md", "# A\n\n" + words(500)}}, "@page :first { margin-top: 90mm }");
  for (const Item& item : book.printed.pages.pages[book.first_page()].items)
    if (const auto* run = std::get_if<GlyphRun>(&item)) {
      EXPECT_LE(run->origin.y, book.printed.pages.pages[book.first_page()].size.height - 30) << run->text;
    }
}

TEST(LayOut, LeavesOutWhatAStyleHides) {
  const auto book = laid({{"a.md", "# A\n\n## Hidden\n\nSeen.\n"}}, "h2 { display: none }");
  EXPECT_THAT(book.lines(book.first_page()), Not(Contains("Hidden")));
}

TEST(LayOut, EndsWhereANoteIsTallerThanThePage) {
  const auto book = laid({{"a.md", "# A\n\nText.[^n]\n\n[^n]: ![tall](t.svg)\n"},
                          {"t.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"1200\"/>"}});
  EXPECT_LT(book.printed.pages.pages.size(), 12u);
}

TEST(LayOut, HangsMarkersAtTheRightWhereTextIsReadFromTheRight) {
  const auto book = laid({{"book.toml", "language = \"he\"\n"}, {"a.md", "# \u05D0\n\n- \u05D1\u05D2\n"}});
  float marker = 0, text = 0;
  for (const Item& item : book.printed.pages.pages[book.first_page()].items)
    if (const auto* run = std::get_if<GlyphRun>(&item)) {
      if (run->text == "\u2022") marker = run->origin.x;
      if (run->text == "\u05D1\u05D2") text = run->origin.x;
    }
  EXPECT_GT(text, 200);
  EXPECT_GT(marker, text);
}

TEST(LayOut, NeverEndsInAnEndlessBook) {
  // A page too small for its own furniture still ends.
  const auto book = laid({{"a.md", "# A\n\n" + words(40) + "[^n]\n\n[^n]: " + words(40) + "\n"}}, "@page { size: 40mm 40mm; margin: 2mm }");
  EXPECT_GT(book.printed.pages.pages.size(), 4u);
  EXPECT_LT(book.printed.pages.pages.size(), 200u);
}

TEST(LayOut, NestedChaptersRunOnAsSectionsOfTheirChapter) {
  const Laid book = laid({{"SUMMARY.md", "# Summary\n\n- [One](one.md)\n  - [Inner](inner.md)\n- [Two](two.md)\n"},
                          {"one.md", "# One\n\nFirst words.[^n]\n\n[^n]: First note.\n"},
                          {"inner.md", "## Inner\n\nInner words.[^n]\n\n[^n]: Inner note.\n"},
                          {"two.md", "# Two\n\nOther words, see [[inner]].\n"}});
  std::map<std::string, std::size_t> page_of;
  for (std::size_t page = 0; page < book.printed.pages.pages.size(); ++page)
    for (const std::string& line : book.lines(page)) page_of.try_emplace(line.substr(0, line.find('.')), page);
  EXPECT_EQ(page_of["First words"], page_of["Inner words"]);
  EXPECT_EQ(page_of["First words"], page_of["1First note"]);
  EXPECT_EQ(page_of["First words"], page_of["2Inner note"]);
  EXPECT_LT(page_of["Inner words"], page_of["Other words, see inner (p"]);
}

TEST(LayOut, CellsThatSpanRowsLeaveRoomForThoseBesideThem) {
  const Laid book = laid({{"a.md", "# A\n\n<table><tr><td rowspan=2>tall</td><td>upper</td></tr><tr><td>lower</td></tr>"
                                   "<tr><td colspan=2>wide</td></tr></table>\n"}});
  std::map<std::string, base::Point> places;
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) places.try_emplace(std::string(run->text), run->origin);
  EXPECT_FLOAT_EQ(places["tall"].y, places["upper"].y);
  EXPECT_FLOAT_EQ(places["upper"].x, places["lower"].x);
  EXPECT_GT(places["lower"].x, places["tall"].x);
  EXPECT_GT(places["lower"].y, places["upper"].y);
  EXPECT_FLOAT_EQ(places["wide"].x, places["tall"].x);
}

// A paragraph that is set again, a line longer or shorter, calls what it called.
TEST(LayOut, LosesNoNoteThatOnlyANoteCalls) {
  constexpr const char* some[] = {"the", "of", "and", "water", "is", "has", "people", "their", "would", "which", "a", "number", "other", "she", "to"};
  std::uint32_t state = 7;
  const auto next = [&] { return (state = state * 1664525u + 1013904223u) >> 16; };
  for (int book = 0; book < 12; ++book) {
    std::string text = "# T\n\n", notes;
    for (int index = 0; index < 12; ++index) {
      const std::string number = std::to_string(index);
      const std::uint32_t count = 60 + next() % 100;
      for (std::uint32_t word = 0; word < count; ++word) text += std::string(some[next() % 15]) + (word == 5 ? "[^a" + number + "] " : " ");
      text += "end.\n\n";
      notes += "[^a" + number + "]: outer" + number + "x calls[^b" + number + "].\n\n[^b" + number + "]: inner" + number + "x.\n\n";
    }
    const std::string printed = laid({{"t.md", text + notes}}).text();
    for (int index = 0; index < 12; ++index) EXPECT_THAT(printed, HasSubstr("inner" + std::to_string(index) + "x")) << book;
  }
}

TEST(LayOut, EndsWithAPageTooSmallForAnything) {
  for (const char* css : {"@page { size: 200mm 60mm }", "@page { size: 140mm 100mm; margin-top: 60mm; margin-bottom: 30mm }"})
    EXPECT_THAT(laid({{"t.md", "# T\n\nwords\n"}}, css).text(), HasSubstr("words")) << css;
}

TEST(LayOut, LeavesNoHeadingOverEmptyLinesOfCode) {
  for (int above = 10; above < 24; ++above) {
    std::string text = "# T\n\n";
    for (int index = 0; index < above; ++index) text += "word\n\n";
    text += "### Head\n\n```\n" + std::string(30, '\n') + "code\n```\n";
    const Laid book = laid({{"t.md", text}});
    for (std::size_t page = 0; page < book.printed.pages.pages.size(); ++page) {
      const auto lines = book.lines(page);
      if (std::ranges::find(lines, "Head") != lines.end()) {
        EXPECT_THAT(lines, Contains("code")) << above;
      }
    }
  }
}

// An icon stands in its line like a letter.
TEST(LayOut, KeepsLinesWithIconsAsCloseAsOthers) {
  const Laid book = laid({{"t.md", "# T\n\n" + words(30) + "![x](i.svg) " + words(60) + "\n"},
                          {"i.svg", R"(<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"><path d="M0 0h24v24z"/></svg>)"}});
  std::vector<float> heights;
  bool has_icon = false;
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items) {
      has_icon = has_icon || std::holds_alternative<Picture>(item);
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run && run->text.find("word") != std::string::npos) heights.push_back(run->origin.y);
    }
  EXPECT_TRUE(has_icon);
  std::ranges::sort(heights);
  for (std::size_t index = 1; index < heights.size(); ++index) EXPECT_LT(heights[index] - heights[index - 1], 14) << index;
}

TEST(LayOut, KeepsHeadsAndFoliosOnThePaperHoweverNarrowItsMargins) {
  const Laid book = laid({{"t.md", "# T\n\n" + words(900) + "\n"}}, "@page { size: 140mm 216mm; margin-top: 3mm; margin-bottom: 3mm }");
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) {
        EXPECT_GE(run->origin.y, run->size);
        EXPECT_LE(run->origin.y, page.size.height);
      }
}

}  // namespace
TEST(LayOut, TheNameOfAListingsFileIsSetSmallerThanTheText) {
  const Laid book = laid({{"a.md", "# A\n\n<span class=\"filename\">Filename: a.c</span>\n\n```c\nint a;\n```\n\nText.\n"}});
  std::map<std::string, float> sizes;
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) sizes.try_emplace(std::string(run->text), run->size);
  EXPECT_LT(sizes["Filename: a.c"], sizes["Text."]);
}

}  // namespace octavo::pages
