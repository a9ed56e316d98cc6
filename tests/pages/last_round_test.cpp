// Books whose references move the pages they speak of.
#include "pages/last_round.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <regex>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

// What is said of pages in a finished book and is not so, by what stands on the pages: a link's own page, its target's, and the words at it.
std::vector<std::string> untrue(const Laid& book, int& said) {
  std::vector<std::string> wrong;
  const auto& pages = book.printed.pages.pages;
  const auto& destinations = book.printed.pages.destinations;
  for (std::size_t number = 0; number < pages.size(); ++number)
    for (const LinkArea& link : pages[number].links) {
      std::string words;
      for (const Item& item : pages[number].items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run && run->structure == link.structure) words += run->text;
      const auto* anchor = std::get_if<book::AnchorId>(&link.target);
      if (!anchor || !destinations[anchor->index()]) continue;
      const std::size_t target = destinations[anchor->index()]->page;
      std::smatch found;
      bool is_so = true;
      if (std::regex_search(words, found, std::regex("\\(p\\.\u00A0(\\w+)\\)"))) is_so = found[1] == pages[target].label && link.description == pages[target].label;
      else if (words.find("(opposite)") != words.npos) is_so = target == (number % 2 == 0 ? number - 1 : number + 1);
      else if (words.find("(overleaf)") != words.npos) is_so = number % 2 == 0 && target == number + 1;
      else continue;
      ++said;
      if (!is_so) wrong.push_back(words + " on the page " + pages[number].label + " of what stands on " + pages[target].label);
    }
  return wrong;
}

// A chapter in which every line bears references to headings near page ends: what each says makes its line longer or shorter, and the pages
// end elsewhere.
std::string hostile(unsigned seed) {
  std::mt19937 random(seed);
  std::string text = "# A\n\n";
  const int sections = 40;
  for (int section = 0; section < sections; ++section) {
    text += "## S" + std::to_string(section) + "\n\n";
    for (unsigned paragraph = 0; paragraph < 1 + random() % 3; ++paragraph) {
      for (unsigned word = 0; word < 8 + random() % 30; ++word) {
        if (random() % 5 == 0) {
          const int near = section + static_cast<int>(random() % 9) - 4;
          text += "[[#S" + std::to_string((near + sections) % sections) + "|it]] ";
        } else {
          text += std::string(2 + random() % 8, static_cast<char>('a' + random() % 26)) + " ";
        }
      }
      text += "\n\n";
    }
  }
  return text;
}

TEST(LastRound, SaysNothingUntrueHoweverTheReferencesMoveThePages) {
  // Pages of few lines, so that most references stand near an end of one.
  const std::string small = "@page { size: 90mm 70mm; margin: 10mm }";
  int said = 0;
  for (unsigned seed = 0; seed < 12; ++seed) {
    const Laid book = laid({{"a.md", hostile(seed)}, {"b.md", "# B\n"}}, small);
    EXPECT_THAT(untrue(book, said), testing::IsEmpty()) << seed;
    // What is missing is told, and nothing else can be wrong.
    for (const std::string& finding : book.source.findings()) EXPECT_EQ(finding, "pages/unsettled") << seed;
  }
  EXPECT_GT(said, 1500);
}

TEST(LastRound, NumbersOfTheBackMatterAreTrueInAHostileBook) {
  const std::string small = "@page { size: 90mm 70mm; margin: 10mm }";
  const Laid book = laid({{"a.md", hostile(3) + "\n## Key Players\n\n- [[Ada]]: first, see [[b]]\n- [[Bob]]: second, see [[Ada]]\n"}, {"b.md", "# B\n\n[[Ada]], [[Bob]]\n"}}, small);
  int said = 0;
  EXPECT_THAT(untrue(book, said), testing::IsEmpty());
}

}  // namespace
}  // namespace octavo::pages
