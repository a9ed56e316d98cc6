#include "pages/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

// How a page that stands so many pages after the first, a right one, speaks of another.
Wording wording(std::uint32_t from, std::uint32_t to) {
  book::Folios folios;
  for (int page = 0; page < 10; ++page) folios.pages.push_back({std::to_string(page + 1), {}, {}});
  folios.page_of = {to};
  return best_wording({.target = book::AnchorId(0), .page = from}, folios);
}

TEST(References, SayNothingOnTheirTargetsPage) { EXPECT_EQ(wording(3, 3), Wording::none); }

TEST(References, KnowTheFacingPageAndTheBackOfTheLeaf) {
  EXPECT_EQ(wording(1, 2), Wording::opposite);
  EXPECT_EQ(wording(2, 1), Wording::opposite);
  EXPECT_EQ(wording(2, 3), Wording::overleaf);
  EXPECT_EQ(wording(3, 2), Wording::number);  // back to the front of the leaf
  EXPECT_EQ(wording(0, 1), Wording::overleaf);
  EXPECT_EQ(wording(1, 4), Wording::number);
}

TEST(References, SpeakTheBooksLanguageInOnePiece) {
  EXPECT_EQ(words_of(Wording::number, "42", book::terms("de")), "S.\u00A042");
  EXPECT_EQ(words_of(Wording::opposite, "42", book::terms("de")), "gegenüber");
  EXPECT_EQ(words_of(Wording::overleaf, "42", book::terms("fr")), "au\u00A0verso");
  EXPECT_EQ(words_of(Wording::none, "42", book::terms("en")), "");
}

TEST(References, KnowWhetherALinkSaysTheNumberItself) {
  EXPECT_TRUE(says_number("Chapter 3", "ch.\u00A03"));
  EXPECT_TRUE(says_number("3.2 Names.", "\u00A7\u00A03.2"));
  EXPECT_TRUE(says_number("13 and 3", "ch.\u00A03"));
  EXPECT_FALSE(says_number("Chapter 13", "ch.\u00A03"));
  EXPECT_FALSE(says_number("Section 3.2", "ch.\u00A03"));
  EXPECT_FALSE(says_number("Section 3.21", "\u00A7\u00A03.2"));
  EXPECT_FALSE(says_number("Section 1.3", "ch.\u00A03"));
  EXPECT_FALSE(says_number("", "ch.\u00A03"));
}

TEST(References, AreFoundAgainAmongThoseOfTheRoundBefore) {
  const auto made = [](int from, std::optional<std::uint32_t> page) {
    return PageReference{.from = book::AnchorId(static_cast<std::size_t>(from)), .target = book::AnchorId(9), .page = page};
  };
  const std::vector<PageReference> before = {made(1, {}), made(1, 4), made(2, 5), made(1, 6)};
  std::size_t next = 0;
  EXPECT_EQ(as_before(before, next, made(1, {}))->page, 4u);  // the first stood nowhere
  EXPECT_EQ(as_before(before, next, made(2, {}))->page, 5u);
  EXPECT_EQ(as_before(before, next, made(1, {}))->page, 6u);
  EXPECT_EQ(as_before(before, next, made(2, {}))->page, 5u);  // from the beginning again
  EXPECT_EQ(as_before(before, next, made(3, {})), nullptr);
}

std::map<std::string, std::string> three_chapters(const std::string& toml) {
  return {{"book.toml", toml},
          {"a.md", "# Alpha\n\nTo [[b]], then [[c]], then [[d]].\n"},
          {"b.md", "# Beta\n\nBack to [[a]], on to [[c]].\n"},
          {"c.md", "# Gamma\n\nBack to [[b]], on to [[d#Deep|there]] and to [[d#Deep|the section 4.1]].\n"},
          {"d.md", "# Delta\n\n## Deep\n\nBack to [[a|the first]].\n"}};
}

TEST(References, SayWhereANeighbouringPageIs) {
  const std::string text = laid(three_chapters("")).text();
  EXPECT_THAT(text, HasSubstr("To b (overleaf), then c (p.\u00A03), then d (p.\u00A04)."));
  EXPECT_THAT(text, HasSubstr("Back to a (p.\u00A01), on to c (opposite)."));
  EXPECT_THAT(text, HasSubstr("Back to b (opposite), on to there (overleaf) and to the section 4.1."));
  EXPECT_THAT(text, HasSubstr("Back to the first (p.\u00A01)."));
  EXPECT_THAT(laid(three_chapters("language = \"it\"\n")).text(), HasSubstr("To b (a\u00A0tergo), then c (p.\u00A03)"));
}

TEST(References, GoByTheLeavesOfPaperNotByTheNumbersOfPages) {
  // The chapter of the second part opens on a right-hand page, behind an empty one.
  const Laid book = laid({{"one/a.md", "# Alpha\n\nTo [[b]] and [[c]].\n"}, {"one/b.md", "# Beta\n\nTo [[c]].\n"}, {"two/c.md", "# Gamma\n\nTo [[a]].\n"}});
  EXPECT_THAT(book.text(), HasSubstr("To b (overleaf) and c (p.\u00A07)."));
  EXPECT_THAT(book.text(), HasSubstr("To c (p.\u00A07)."));
}

TEST(References, SayTheNumberWhereSectionsBearNumbers) {
  const std::string text = laid(three_chapters("numbered = \"sections\"\n")).text();
  EXPECT_THAT(text, HasSubstr("To b (ch.\u00A02, overleaf), then c (ch.\u00A03, p.\u00A03)"));
  EXPECT_THAT(text, HasSubstr("there (\u00A7\u00A04.1, overleaf)"));
  std::map<std::string, std::string> notes = three_chapters("numbered = \"sections\"\n");
  notes["c.md"] = "# Gamma\n\nOn to [[d#Deep|the section 4.1]].\n";
  EXPECT_THAT(laid(notes).text(), HasSubstr("the section 4.1 (overleaf)"));
  EXPECT_THAT(laid(three_chapters("")).text(), Not(HasSubstr("ch.")));
}

TEST(References, StandWhereTheirWordsDoNotWhereTheLinkBegins) {
  // A link that begins on a left-hand page and ends on the right-hand one, where what it leads to stands too: nothing is opposite there.
  int needless = 0;  // where the words themselves move the page, they say a number that is true
  for (int before = 190; before < 290; before += 3) {
    std::string text = "# A\n\n";
    for (int word = 0; word < before; ++word) text += "word ";
    text += "[[#Here|";
    for (int word = 0; word < 60; ++word) text += "link ";
    text += "end]] and.\n\n## Here\n\nText.\n";
    const Laid book = laid({{"a.md", text}, {"b.md", "# B\n"}});
    std::size_t at = 0, target = 0;  // the pages of the link's end and of the heading
    std::string said;
    for (std::size_t page = book.first_page(); page < book.printed.pages.pages.size(); ++page)
      for (const std::string& line : book.lines(page)) {
        if (line == "Here") target = page;
        if (const auto end = line.find(" and."); end != line.npos) at = page, said = line.substr(0, end);
      }
    const bool is_told = said.ends_with(")");
    if (at != target) {
      EXPECT_TRUE(is_told) << before;
      EXPECT_EQ(said.ends_with("(overleaf)"), at % 2 == 0) << before << " " << said;
    } else if (is_told) {
      ++needless;
      EXPECT_TRUE(said.ends_with("(p.\u00A0" + book.printed.pages.pages[at].label + ")")) << before << " " << said;
    }
  }
  EXPECT_LE(needless, 1);
}

TEST(References, AreNotMadeInTheHeadsOfColumns) {
  const Laid book = laid({{"a.md", "# A\n\n| [[b]] | c |\n|---|---|\n| [[b]] | d |\n"}, {"b.md", "# B\n"}});
  EXPECT_THAT(book.text(), HasSubstr("bc\n"));
  EXPECT_THAT(book.text(), HasSubstr("b (overleaf)d\n"));
}

}  // namespace
}  // namespace octavo::pages
