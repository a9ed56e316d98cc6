// Where blocks stand that have a width, and cells beside taller ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

constexpr base::Color red = {1, 0, 0};

struct Block {
  base::Rect area, body;
};
// The first block whose ground is red.
Block block_of(const std::string& text, const std::string& css) {
  const Laid book = laid({{"a.md", "# A\n\n" + text}}, css);
  const Page& page = book.printed.pages.pages.at(book.first_page());
  for (const Fill& band : bands_of(page))
    if (band.color == red) return {band.area, page.body};
  return {{}, page.body};
}

TEST(Frame, ABlockWithAWidthStandsWhereItsMarginsLetIt) {
  const std::string text = "> Quoted.\n", quote = "blockquote { background: red; padding: 0 10pt; width: 120pt; ";
  const auto at_left = block_of(text, quote + "}");
  EXPECT_NEAR(at_left.area.x, at_left.body.x, 0.01f);
  EXPECT_NEAR(at_left.area.width, 140, 0.01f) << "its padding is round its width";
  const auto centred = block_of(text, quote + "margin: 0 auto }");
  EXPECT_NEAR(centred.area.x - centred.body.x, centred.body.right() - centred.area.right(), 0.01f);
  const auto at_right = block_of(text, quote + "margin-left: auto }");
  EXPECT_NEAR(at_right.area.right(), at_right.body.right(), 0.01f);
  const auto share = block_of(text, "blockquote { background: red; padding: 0; max-width: 50% }");
  EXPECT_NEAR(share.area.width, share.body.width / 2, 0.01f);
  const auto too_wide = block_of(text, "blockquote { background: red; padding: 0; width: 900pt; margin: 0 auto }");
  EXPECT_NEAR(too_wide.area.width, too_wide.body.width, 0.01f);
}

TEST(Frame, ARoundBlockEndsWhereItEnds) {
  const Laid book = laid({{"a.md", "# A\n\n> Quoted.\n>\n> Again.\n"}}, "blockquote { background: red; border: 1pt solid blue; border-radius: 4pt; padding: 2pt }");
  std::vector<Fill> bands;
  for (const Fill& band : bands_of(book.printed.pages.pages.at(book.first_page())))
    if (band.radius > 0) bands.push_back(band);
  ASSERT_EQ(bands.size(), 2u) << "a ground and a frame";
  for (const Fill& band : bands) EXPECT_TRUE(band.begins && band.ends);
  EXPECT_EQ(bands[0].area, bands[1].area);
  EXPECT_EQ(bands[1].frame, 1);
}

TEST(Frame, WordsHaveATintAndALineRoundThem) {
  const Laid book = laid({{"a.md", "# A\n\nPress `q`.\n"}}, "code { background: red; border: 0.5pt solid blue; border-radius: 2pt }");
  std::vector<Fill> round;
  for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
    if (const auto* fill = std::get_if<Fill>(&item); fill && fill->radius > 0) round.push_back(*fill);
  ASSERT_EQ(round.size(), 2u);
  EXPECT_EQ(round[0].color, red);
  EXPECT_EQ(round[1].frame, 0.5f);
}

TEST(Frame, CellsStandAtTheHeadTheMiddleOrTheFootOfTheirRow) {
  const auto height_of = [](const std::string& css) {
    const Laid book = laid({{"a.md", "# A\n\n| a | b |\n|---|---|\n| one<br>two<br>three | beside |\n"}}, css);
    float first = 0, beside = 0;
    for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) {
        if (run->text.starts_with("one")) first = run->origin.y;
        if (run->text == "beside") beside = run->origin.y;
      }
    return beside - first;
  };
  EXPECT_NEAR(height_of(""), 0, 0.01f);
  const float leading = height_of("td { vertical-align: middle }");
  EXPECT_NEAR(leading, 11.5f, 0.5f);
  EXPECT_NEAR(height_of("td { vertical-align: bottom }"), 2 * leading, 0.01f);
}

}  // namespace
}  // namespace octavo::pages
