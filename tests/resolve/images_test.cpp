#include <gmock/gmock.h>

#include "pictures/pictures.h"
#include "resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"><rect width=\"40\" "
    "height=\"30\"/></svg>";

TEST(Images, AreFoundBesideTheNoteThenAnywhereAndPackedOnce) {
  const Resolved book =
      resolved({{"s/a.md", "# A\n\nOne ![near](p.svg) two ![far](q.svg) and ![near](./p.svg#wide).\n"},
                {"p.svg", "<svg/>"},
                {"s/p.svg", svg},
                {"t/q.svg", svg}});
  std::vector<std::string> paths;
  for (const auto& asset : book.book.assets) paths.push_back(asset.path);
  EXPECT_THAT(paths, ElementsAre("s/p.svg", "t/q.svg"));
  EXPECT_EQ(book.book.assets.at(0).kind, book::AssetKind::svg);
  EXPECT_FLOAT_EQ(book.book.assets.at(0).width, 40);
  EXPECT_THAT(book.findings(), IsEmpty());
}

TEST(Images, FromTheTopAndInOtherCapitals) {
  const Resolved book = resolved({{"s/a.md", "# A\n\n![a](/art/p.svg) ![b](/p.svg) ![c](P.SVG) ![[P.svg|d]]\n"},
                                  {"art/p.svg", svg}});
  EXPECT_EQ(book.book.assets.size(), 1u);
  EXPECT_THAT(book.findings(), ElementsAre("s/a.md:3:18 link/outside-folder", "s/a.md:3:31 link/case", "s/a.md:3:43 link/case"));
  EXPECT_EQ(book.sink.sorted().at(1).suggestion, "![c](p.svg)");
}

TEST(Images, ThatCannotBeHadAreFindingsAndLeaveTheirText) {
  const Resolved book = resolved(
      {{"a.md",
        "# A\n\nx ![lost](p.png) ![](q.png) ![odd](r.png) ![net](https://x.org/y.png) ![out](../z.png)\n"},
       {"r.png", "no picture"}});
  EXPECT_THAT(book.findings(),
              ElementsAre("a.md:3:3 image/missing", "a.md:3:18 image/missing", "a.md:3:29 image/unreadable",
                          "a.md:3:43 image/remote", "a.md:3:71 link/outside-folder"));
  EXPECT_TRUE(book.book.assets.empty());
  EXPECT_EQ(book::plain_text(book.chapter("a.md").blocks.at(0)), "x lost q.png odd net out");
}

// Only who makes a book looks so far.
TEST(Images, DamagedBehindTheirHeadsLeaveTheirTextToo) {
  const std::string whole = pictures::encoded_png({2, 2, true, "abcd", {}}), cut = whole.substr(0, whole.size() - 26);
  const Resolved book = resolved({{"a.md", "# A\n\nx ![lost](p.png) ![](p.png)\n\n![kept](q.png)\n\n![a figure](p.png)\n"}, {"p.png", cut}, {"q.png", whole}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:3:3 image/unreadable", "a.md:3:18 image/unreadable", "a.md:3:18 image/no-alt", "a.md:7:1 image/unreadable"));
  ASSERT_EQ(book.book.assets.size(), 1u);
  EXPECT_EQ(book.book.assets[0].path, "q.png");
  const auto& blocks = book.chapter("a.md").blocks;
  EXPECT_EQ(book::plain_text(blocks.at(0)), "x lost p.png");
  EXPECT_EQ(get_if<book::Figure>(&blocks.at(1).value)->image.asset, book::AssetId(0));
  EXPECT_FALSE(get_if<book::Figure>(&blocks.at(2).value)->image.asset);
}

TEST(Images, WrittenIntoTheirAddressAreNotRepeatedInTheReport) {
  const Resolved book = resolved({{"a.md", "# A\n\nx ![one](data:image/png;base64,AAAA)\n"}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:3:3 image/unreadable"));
  EXPECT_EQ(book.sink.sorted().at(0).message.find("AAAA"), std::string::npos);
  EXPECT_EQ(book::plain_text(book.chapter("a.md").blocks.at(0)), "x one");
}

TEST(Images, WithoutAlternativeTextAreAFinding) {
  const Resolved book = resolved({{"a.md", "# A\n\nx ![](p.svg)\n"}, {"p.svg", svg}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:3:3 image/no-alt"));
  EXPECT_EQ(book.book.assets.size(), 1u);
}

// Nobody hears a zero-width space: it must not count as words for the claim of PDF/UA.
TEST(Images, OfWhichNothingThatCanBeSeenIsSaidHaveNoAlternativeText) {
  const Resolved book = resolved({{"a.md", "# A\n\n![&#8203;](p.svg)\n"}, {"p.svg", svg}});
  EXPECT_THAT(book.findings(), ElementsAre("a.md:3:1 image/no-alt"));
  EXPECT_EQ(get_if<book::Figure>(&book.chapter("a.md").blocks.at(0).value)->image.alt, "");
}

TEST(Images, FiguresCanBeLinkedTo) {
  const Resolved book = resolved({{"a.md", "# A\n\n![A drawing](p.svg)\n"}, {"p.svg", svg}});
  const auto& block = book.chapter("a.md").blocks.at(0);
  ASSERT_TRUE(holds_alternative<book::Figure>(block.value));
  EXPECT_EQ(book.book.anchors.at(block.anchor.index()).kind, book::AnchorKind::figure);
}

}  // namespace
}  // namespace octavo::resolve
