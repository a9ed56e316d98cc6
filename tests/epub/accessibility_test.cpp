#include "epub/accessibility.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "epub/made.h"

namespace octavo::epub {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* square = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

AccessibilityFacts facts(const std::map<std::string, std::string>& notes, bool has_pages = false) {
  static std::vector<resolve::Resolved> alive;
  alive.push_back(resolve::resolved(notes));
  return accessibility(alive.back().book, {.has_pages = has_pages});
}

TEST(Accessibility, OfTextAloneIsAllText) {
  const auto book = facts({{"a.md", "# A\n\nText.\n"}});
  EXPECT_THAT(book.modes, ElementsAre("textual"));
  EXPECT_THAT(book.sufficient, ElementsAre("textual"));
  EXPECT_THAT(book.hazards, ElementsAre("none"));
  EXPECT_THAT(book.features, Not(Contains("alternativeText")));
  EXPECT_THAT(book.features, Not(Contains("pageNavigation")));
  EXPECT_THAT(book.features, Not(Contains("latex")));
}

TEST(Accessibility, CountsPicturesWithoutDescriptions) {
  const auto all = facts({{"a.md", "![a square](s.svg) <img src=\"s.svg\" alt=\"\">\n"}, {"s.svg", square}});
  EXPECT_THAT(all.sufficient, ElementsAre("textual", "textual,visual")) << "a decoration has nothing to be told";
  EXPECT_THAT(all.features, Contains("alternativeText"));
  const auto some = facts({{"a.md", "![a square](s.svg) ![](s.svg)\n\n![](s.svg)\n"}, {"s.svg", square}});
  EXPECT_THAT(some.modes, ElementsAre("textual", "visual"));
  EXPECT_THAT(some.sufficient, ElementsAre("textual,visual"));
  EXPECT_THAT(some.features, Not(Contains("alternativeText")));
  EXPECT_THAT(some.summary, HasSubstr("Pictures without a description: 2 of 3."));
}

TEST(Accessibility, KnowsNothingOfWhatMayMove) {
  const std::string moving = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"><animate attributeName=\"x\"/></rect></svg>";
  EXPECT_THAT(facts({{"a.md", "![a square](s.svg)\n"}, {"s.svg", moving}}).hazards, Contains("unknownFlashingHazard"));
  EXPECT_THAT(facts({{"a.md", "![a square](s.svg)\n"}, {"s.svg", square}}).hazards, ElementsAre("none"));
  const auto still = resolve::resolved({{"a.md", "# A\n"}});
  EXPECT_THAT(accessibility(still.book, {.may_move = true}).hazards, Contains("unknownMotionSimulationHazard"));
}

TEST(Accessibility, DoesNotCountDecorations) {
  const auto book = facts({{"a.md", "<img src=\"s.svg\" alt=\"\">\n"}, {"s.svg", square}});
  EXPECT_THAT(book.features, Not(Contains("alternativeText")));
  EXPECT_THAT(book.summary, Not(HasSubstr("Every picture")));
}

TEST(Accessibility, TellsOfPagesFormulasAndTheIndex) {
  const auto book = facts({{"a.md", "$x$ [[Nobody]]\n"}}, true);
  for (const char* feature : {"latex", "index", "pageNavigation", "pageBreakMarkers"}) EXPECT_THAT(book.features, Contains(feature));
  EXPECT_THAT(book.summary, HasSubstr("Formulas stand as LaTeX."));
}

TEST(Accessibility, IsSummedUpInTheLanguageOfTheBookOrInEnglish) {
  const auto german = facts({{"book.toml", "language = \"de-AT\""}, {"a.md", "# A\n"}});
  EXPECT_THAT(german.summary, HasSubstr("vorlesen"));
  const auto czech = facts({{"book.toml", "language = \"cs\""}, {"a.md", "# A\n"}});
  EXPECT_THAT(czech.summary, HasSubstr("read aloud"));
  EXPECT_EQ(czech.summary_language, "en");
  const auto own = facts({{"book.toml", "[accessibility]\nsummary = \"Read it.\""}, {"a.md", "# A\n"}});
  EXPECT_EQ(own.summary, "Read it.");
}

TEST(Accessibility, ConformanceIsForAPersonToClaim) {
  EXPECT_THAT(made({{"a.md", "# A\n"}})["package.opf"], Not(HasSubstr("conformsTo")));
  const std::string claimed = made({{"book.toml",
                                     "[accessibility]\nconforms-to = \"EPUB Accessibility 1.1 - WCAG 2.1 Level AA\"\n"
                                     "certified-by = \"Ada\"\ncredential = \"a long look\"\nreport = \"https://example.org/report\"\n"},
                                    {"a.md", "# A\n"}})["package.opf"];
  for (const char* part : {"<meta property=\"dcterms:conformsTo\" id=\"conformance\">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>",
                           "<meta property=\"a11y:certifiedBy\" refines=\"#conformance\" id=\"certifier\">Ada</meta>",
                           "<meta property=\"a11y:certifierCredential\" refines=\"#certifier\">a long look</meta>",
                           "<link rel=\"a11y:certifierReport\" refines=\"#conformance\" href=\"https://example.org/report\"/>"})
    EXPECT_THAT(claimed, HasSubstr(part));
}

}  // namespace
}  // namespace octavo::epub
