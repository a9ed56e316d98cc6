#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/paper.h"
#include "numbered.h"

namespace octavo::sheets {
namespace {

using testing::ElementsAre;

std::vector<std::string> labels(const Sheets& sheets) {
  std::vector<std::string> result;
  for (const Sheet& sheet : sheets.sheets) result.push_back(sheet.label);
  return result;
}

// The pages in the order in which the leaves of the folded sheets turn up, as one who holds the booklet sees them; 0 is a blank one.
std::vector<std::size_t> unfolded(const Sheets& sheets, std::size_t signature) {
  const auto page_at = [&](std::size_t side, bool is_left) -> std::size_t {
    const float fold = 0.5f * sheets.sheets[side].size.width;
    for (std::size_t i = 0; i < sheets.places.size(); ++i)
      if (sheets.places[i].sheet == side && (sheets.places[i].at.x < fold - 10) == is_left) return i + 1;
    return 0;
  };
  std::vector<std::size_t> read;
  const std::size_t leaves = sheets.sheets.size() / 2;
  for (std::size_t first = 0; first < leaves; first += signature) {
    const std::size_t end = std::min(first + signature, leaves);
    // Front halves from the outermost sheet in, back halves from the innermost out.
    for (std::size_t sheet = first; sheet < end; ++sheet) {
      read.push_back(page_at(2 * sheet, false));
      read.push_back(page_at(2 * sheet + 1, true));
    }
    for (std::size_t sheet = end; sheet-- > first;) {
      read.push_back(page_at(2 * sheet + 1, false));
      read.push_back(page_at(2 * sheet, true));
    }
  }
  return read;
}

TEST(Folded, SidesAreInTheOrderOfASaddleStitch) {
  EXPECT_THAT(labels(folded(numbered(4), {{600, 400}})), ElementsAre("4, 1", "2, 3"));
  EXPECT_THAT(labels(folded(numbered(8), {{600, 400}})), ElementsAre("8, 1", "2, 7", "6, 3", "4, 5"));
}

TEST(Folded, PagesAreReadInTheirOrderHoweverManySheetsAreFoldedTogether) {
  for (const std::size_t count : {1u, 3u, 4u, 5u, 12u, 33u, 64u})
    for (const int signature : {0, 1, 2, 4}) {
      const Sheets sheets = folded(numbered(count), {{600, 400}, 0, signature});
      std::vector<std::size_t> wanted;
      for (std::size_t i = 1; i <= (count + 3) / 4 * 4; ++i) wanted.push_back(i <= count ? i : 0);
      EXPECT_EQ(unfolded(sheets, signature > 0 ? static_cast<std::size_t>(signature) : sheets.sheets.size()), wanted) << count << " by " << signature;
    }
}

TEST(Folded, AsManySheetsAsCanBeStapledAreFoldedTogetherElseTheyAreToBeSewn) {
  EXPECT_EQ(folded(numbered(80), {{600, 400}}).sheets[0].label, "80, 1");
  EXPECT_EQ(folded(numbered(81), {{600, 400}}).sheets[0].label, "32, 1");
}

TEST(Folded, PagesMeetAtTheFoldInTheMiddleOfTheirHeight) {
  const Sheets sheets = folded(numbered(4), {{700, 500}});
  EXPECT_EQ(sheets.places[0], (Place{0, {350, 50}, 1}));
  EXPECT_EQ(sheets.places[3], (Place{0, {50, 50}, 1}));
}

TEST(Folded, PagesAreMadeSmallerButNeverLarger) {
  EXPECT_EQ(folded(numbered(4), {{400, 1000}}).places[0].scale, 1) << "the sheet is turned";
  EXPECT_EQ(folded(numbered(4), {{480, 400}}).places[0], (Place{0, {240, 40}, 0.8f}));
}

// At the fore-edge the inner sheets stand out and are cut off; their pages go back to the fold by as much.
TEST(Folded, EachSheetWithinAnotherIsNearerToTheFold) {
  const Sheets sheets = folded(numbered(12), {{600, 400}, 0.5f});
  EXPECT_EQ(sheets.places[0].at.x, 300);
  EXPECT_EQ(sheets.places[2].at.x, 299.5f);
  EXPECT_EQ(sheets.places[4].at.x, 299);
  EXPECT_EQ(sheets.places[5].at.x, 0.5f + 0.5f) << "a left page";
  EXPECT_EQ(folded(numbered(12), {{600, 400}, 0.5f, 1}).places[4].at.x, 300) << "a sheet alone lies in no other";
}

TEST(Folded, CreepNeverTakesMoreThanHalfOfTheMargin) {
  pages::Pages pages = numbered(12);
  for (pages::Page& page : pages.pages) page.body = {20, 20, 256, 300};
  const Sheets sheets = folded(pages, {{600, 400}, 100});
  EXPECT_EQ(sheets.places[0].at.x, 300);
  EXPECT_EQ(sheets.places[2].at.x, 290);
}

TEST(Folded, SheetIsTheSmallestThatTakesPagesNearlyAsTheyAre) {
  const auto sheet = [](std::string_view paper, Region region) { return sheet_for_folding(numbered(4, base::read_paper(paper)->size), region); };
  EXPECT_EQ(sheet("a5", Region::metric), base::paper("a4").size);
  EXPECT_EQ(sheet("a6", Region::metric), base::paper("a5").size);
  EXPECT_EQ(sheet("a4", Region::metric), base::paper("a3").size);
  EXPECT_EQ(sheet("octavo", Region::metric), base::paper("a4").size);
  EXPECT_EQ(sheet("6x9in", Region::american), base::paper("letter").size);
  EXPECT_EQ(sheet("letter", Region::american), base::paper("tabloid").size);
  EXPECT_EQ(folded(numbered(4, base::paper("a5").size), {base::paper("a4").size}).places[0].scale, 1);
  EXPECT_EQ(folded(numbered(4, base::paper("a4").size), {base::paper("a3").size}).places[0].scale, 1);
}

}  // namespace
}  // namespace octavo::sheets
