// What stands in the margins: by the rules of @page, from the strings the text sets.
#include "pages/margin_boxes.h"

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

// Nothing but what the test asks for.
const std::string bare =
    "@page { @top-left { content: none !important } @top-right { content: none !important } @bottom-left { content: none !important } "
    "@bottom-right { content: none !important } } ";

const GlyphRun* run_of(const Page& page, std::string_view words) {
  for (const Item& item : page.items)
    if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text == words) return run;
  return nullptr;
}

float width_of(const GlyphRun& run) {
  float width = 0;
  for (const glyphs::Glyph& glyph : run.glyphs) width += glyph.advance * run.size;
  return width;
}

std::string prose(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += i % 7 == 0 ? "engines " : "and what they were for ";
  return text;
}

std::string long_chapter(const std::string& name) {
  return "# " + name + "\n\n" + prose(250) + "\n\n## One\n\n" + prose(200) + "\n\n## Two\n\nText.\n\n## Three\n\n" + prose(250) + "\n";
}

TEST(MarginBoxes, StandWhereTheirNamesSay) {
  const Laid book = laid({{"a.md", "# A\n\nText.\n"}},
                         bare + "@page { size: 400pt 600pt; margin: 100pt 80pt; font-family: Lato; font-size: 10pt; line-height: 10pt; "
                                "@top-center { content: 'TC' } @bottom-right { content: 'BR' !important; vertical-align: bottom; padding: 0 } @top-left-corner { content: 'TLC' } "
                                "@right-middle { content: 'RM' } @left-bottom { content: 'LB' } @bottom-left { content: 'BL' !important; vertical-align: top; padding: 5pt } }");
  const Page& page = book.printed.pages.pages.at(book.first_page());
  const auto at = [&](std::string_view words) {
    const GlyphRun* run = run_of(page, words);
    EXPECT_TRUE(run) << words;
    return run ? run->origin : base::Point{};
  };
  const auto middle = [&](std::string_view words) { return at(words).x + width_of(*run_of(page, words)) / 2; };
  constexpr float baseline = 4;  // below the middle of a line, about
  EXPECT_NEAR(middle("TC"), 200, 0.5);
  EXPECT_NEAR(at("TC").y, 50 + baseline, 1.5);
  EXPECT_NEAR(at("BR").x + width_of(*run_of(page, "BR")), 320, 0.5);
  EXPECT_NEAR(at("BR").y, 595 + baseline, 2);
  EXPECT_NEAR(at("TLC").x + width_of(*run_of(page, "TLC")), 80, 0.5);
  EXPECT_NEAR(middle("RM"), 360, 0.5);
  EXPECT_NEAR(at("RM").y, 300 + baseline, 1.5);
  EXPECT_NEAR(middle("LB"), 40, 0.5);
  EXPECT_NEAR(at("LB").y, 495 + baseline, 1.5);
  EXPECT_NEAR(at("BL").x, 85, 0.1);
  EXPECT_NEAR(at("BL").y, 510 + baseline, 1.5);
  for (const char* words : {"TC", "BR", "TLC", "RM", "LB", "BL"}) EXPECT_FALSE(run_of(page, words)->structure) << "an artifact: " << words;
}

TEST(MarginBoxes, AreFurnitureOfTheirSide) {
  const Laid book = laid({{"a.md", "# A\n\nText.\n"}}, bare + "@page { @top-left { content: 'T' !important } @bottom-left { content: 'B' !important } @left-middle { content: 'L' } }");
  std::vector<FurnitureKind> kinds;
  for (const Furniture& one : book.printed.pages.pages.at(book.first_page()).furniture) kinds.push_back(one.kind);
  EXPECT_THAT(kinds, ElementsAre(FurnitureKind::head, FurnitureKind::foot, FurnitureKind::repeated));
}

TEST(MarginBoxes, SayTheStringsOfTheText) {
  const Laid book = laid({{"a.md", long_chapter("Alpha")}},
                         bare + "section > h2 { string-set: part 'Section ' content() } @page { @bottom-center { content: string(part) '|' string(part, start) '|' "
                                "string(part, last) '|' string(part, first-except) '|' string(title) } }");
  const auto foot = [&](std::size_t page) { return book.lines(book.first_page() + page).back(); };
  EXPECT_EQ(foot(0), "||||Alpha") << "nothing is set yet";
  std::string feet;
  for (std::size_t page = 0; book.first_page() + page < book.printed.pages.pages.size(); ++page) feet += foot(page) + "\n";
  EXPECT_THAT(feet, HasSubstr("Section One||Section One||Alpha")) << "set in the middle of a page";
  EXPECT_THAT(feet, HasSubstr("Section Three|Section Three|Section Three|Section Three|Alpha")) << "on a page without one";
}

TEST(MarginBoxes, CountThePages) {
  const Laid book = laid({{"a.md", long_chapter("Alpha")}},
                         bare + "@page { @bottom-center { content: counter(page) ' ' counter(page, upper-roman) ' of ' counter(pages) } }");
  const std::string total = std::to_string(book.printed.pages.pages.size());
  EXPECT_THAT(book.lines(0), Contains("i I of " + total));
  EXPECT_THAT(book.lines(book.first_page() + 1), Contains("2 II of " + total));
}

TEST(MarginBoxes, LoseWordsRatherThanRunIntoEachOther) {
  const std::string title = "A title that is a good deal longer than a running head can be on a page of this book, whatever its type";
  const Laid book = laid({{"a.md", long_chapter("Alpha")}},
                         bare + "@page { @top-left { content: '" + title + "' !important } @top-right { content: 'right' !important } @bottom-center { content: '" + title + "' } "
                                "@bottom-left { content: 'left' !important } }");
  const Page& page = book.printed.pages.pages.at(book.first_page());
  float end = 0;
  for (const Item& item : page.items)
    if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.starts_with("A title")) {
      EXPECT_TRUE(run->text.ends_with("\u2026")) << run->text;
      end = run->origin.x + width_of(*run);
    }
  ASSERT_GT(end, 0);
  EXPECT_LT(end, page.size.width - 17 * base::points_per_millimetre);
  EXPECT_TRUE(run_of(page, "right"));
  EXPECT_TRUE(run_of(page, "left"));
}

TEST(MarginBoxes, OfEmptyAndNamedPagesAreTheirOwn) {
  const Laid book = laid({{"a.md", "# A\n\nText.\n"}, {"b.md", "# B\n\nText.\n"}},
                         bare + "@page :blank { @bottom-center { content: 'left empty' } } section.chapter { page: text } @page text:first { @bottom-center { content: 'opens' } }");
  EXPECT_THAT(book.lines(book.first_page()), Contains("opens"));
  EXPECT_THAT(book.lines(book.first_page() - 1), ElementsAre("left empty"));
  EXPECT_THAT(book.lines(book.first_page() - 2), Not(Contains("opens")));
}

TEST(MarginBoxes, HaveRulesAndGroundsThatMeet) {
  const Laid book = laid({{"a.md", "# A\n\nText.\n"}},
                         bare + "@page { background: #ffe; @top-left { content: 'left' !important; border-bottom: 1pt solid red } @top-right { content: 'right' !important; border-bottom: 1pt solid red } }");
  const Page& page = book.printed.pages.pages.at(book.first_page());
  const auto* ground = std::get_if<Fill>(&page.items.front());
  ASSERT_TRUE(ground);
  EXPECT_EQ(ground->area, (base::Rect{0, 0, page.size.width, page.size.height}));
  float ruled = 0;
  for (const Item& item : page.items)
    if (const auto* fill = std::get_if<Fill>(&item); fill && fill->color == base::Color{1, 0, 0}) ruled += fill->area.width;
  EXPECT_NEAR(ruled, page.size.width - 37 * base::points_per_millimetre, 0.1) << "the whole measure";
}

TEST(MarginBoxes, AreOnTheirPaperHoweverNarrowTheMargin) {
  const Laid book = laid({{"a.md", "# A\n\nText.\n"}}, bare + "@page { margin: 0; @top-left { content: 'T' !important } @bottom-left { content: 'B' !important } @left-top { content: 'L' } }");
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      EXPECT_TRUE(!run || run->origin.y <= page.size.height) << run->text;
    }
}

}  // namespace
}  // namespace octavo::pages
