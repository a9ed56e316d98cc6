// Documents broken by hand, one break each.
#include "pdf/proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "pdf/syntax.h"

namespace octavo::pdf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Objects = std::map<std::uint32_t, std::string>;

// Two pages, three links, two bookmarks and two names.
const Objects whole = {
    {1, "<</Type/Catalog/Pages 2 0 R/Outlines 8 0 R/Names<</Dests<</Kids[12 0 R]>>>>/Dests<</old<</D[4 0 R/Fit]>>>>>>"},
    {2, "<<\n/Type /Pages\n/Kids [\n3 0 R 4 0 R\n]\n/Count 2\n/MediaBox [0 0 400 600]\n>>"},
    {3, "<</Type/Page/Parent 2 0 R/Annots[5 0 R 6 0 R]>>"},
    {4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 500]/Annots 11 0 R>>"},
    {5, "<</Type/Annot/Subtype/Link/Rect[10 20 30.5 40]/Contents(to >> \\) [(page) 2)/Dest[4 0 R/XYZ 0 500 null]>>"},
    {6, "<</Type/Annot/Subtype/Link/Rect[0 0 400 600]/A<</S/URI/URI(https://example.org)>>>>"},
    {7, "<</Type/Annot/Subtype/Link/Rect[1 1 2 2]/A<</S/GoTo/D(there)>>>>"},
    {8, "<</Type/Outlines/First 9 0 R/Last 10 0 R/Count 2>>"},
    {9, "<</Title(One)/Dest[3 0 R/XYZ 0 612.5 null]/Parent 8 0 R/Next 10 0 R>>"},
    {10, "<</Title<FEFF0032>/Dest/old/Parent 8 0 R/Prev 9 0 R>>"},
    {11, "[7 0 R]"},
    {12, "<</Names[(there)13 0 R]/Limits[(there)(there)]>>"},
    {13, "[3 0 R/XYZ 0 null null]"},
};

std::vector<std::string> breaks_of(const Objects& objects) {
  return breaks({1}, [&](Reference object) {
    const auto found = objects.find(object.number);
    return found == objects.end() ? std::string() : found->second;
  });
}

std::vector<std::string> breaks_with(std::uint32_t number, const std::string& text, const std::string& instead) {
  Objects objects = whole;
  objects.at(9).replace(objects.at(9).find("612.5"), 5, "600");
  std::string& object = objects.at(number);
  const std::size_t at = object.find(text);
  if (at == object.npos) throw std::invalid_argument(text);
  object.replace(at, text.size(), instead);
  return breaks_of(objects);
}

TEST(Proof, FindsNothingWhereAllIsWell) { EXPECT_THAT(breaks_with(1, "", ""), IsEmpty()); }

TEST(Proof, WantsEveryPlaceOnItsPaper) {
  EXPECT_THAT(breaks_of(whole), ElementsAre("the bookmark (One) leads to a place beside page 1"));
  EXPECT_THAT(breaks_with(5, "500", "501"), ElementsAre("the annotation 5 0 R on page 1 leads to a place beside page 2"));
  EXPECT_THAT(breaks_with(5, "500", "-1"), ElementsAre("the annotation 5 0 R on page 1 leads to a place beside page 2"));
  EXPECT_THAT(breaks_with(13, "null", "700"), ElementsAre("the name (there) leads to a place beside page 1",
                                                          "the annotation 7 0 R on page 2 leads to a place beside page 1"));
}

TEST(Proof, FollowsEveryLinkToAPageOfTheTree) {
  EXPECT_THAT(breaks_with(5, "[4 0 R", "[7 0 R"), ElementsAre("the annotation 5 0 R on page 1 leads to no page"));
  EXPECT_THAT(breaks_with(5, "[4 0 R", "[99 0 R"), ElementsAre("the annotation 5 0 R on page 1 leads to no page"));
  EXPECT_THAT(breaks_with(5, "/Dest[4 0 R/XYZ 0 500 null]", ""), ElementsAre("the annotation 5 0 R on page 1 leads nowhere"));
  EXPECT_THAT(breaks_with(7, "(there)", "(nowhere)"),
              ElementsAre("the annotation 7 0 R on page 2 leads to the name (nowhere), which nothing has"));
  EXPECT_THAT(breaks_with(1, "<</D[4 0 R", "<</D[1 0 R"),
              ElementsAre("the name /old leads to no page", "the bookmark <FEFF0032> leads to no page"));
  EXPECT_THAT(breaks_with(13, "[3 0 R/XYZ 0 null null]", "13 0 R").size(), 2u) << "circles end";
  EXPECT_THAT(breaks_with(2, "4 0 R", "").size(), 3u) << "a link, a name and a bookmark lead to the page that is gone";
  EXPECT_THAT(breaks_with(2, "4 0 R", "4 0 R 3 0 R").front(), "page 3 is in the page tree twice");
}

TEST(Proof, WantsAnnotationsOnTheirPage) {
  EXPECT_THAT(breaks_with(5, "30.5", "400.5"), ElementsAre("the annotation 5 0 R on page 1 does not lie on it"));
  EXPECT_THAT(breaks_with(7, "[1 1 2 2]", "[1 1 2 550]"), ElementsAre("the annotation 7 0 R on page 2 does not lie on it"));
  EXPECT_THAT(breaks_with(7, "[1 1 2 2]", "[1 1 2]"), ElementsAre("the annotation 7 0 R on page 2 does not lie on it"));
  EXPECT_THAT(breaks_with(3, "5 0 R", "77 0 R"), ElementsAre("the annotation 77 0 R on page 1 does not lie on it"));
}

TEST(Proof, WantsTheOutlineToHangTogether) {
  EXPECT_THAT(breaks_with(8, "10 0 R", "9 0 R"), ElementsAre("the outline ends with another bookmark than it says"));
  EXPECT_THAT(breaks_with(10, "9 0 R", "8 0 R"), ElementsAre("the bookmark <FEFF0032> does not know where it stands"));
  EXPECT_THAT(breaks_with(9, "/Parent 8", "/Parent 9"), ElementsAre("the bookmark (One) does not know where it stands"));
  EXPECT_THAT(breaks_with(10, "/Prev", "/Next 9 0 R/Prev"), ElementsAre("the bookmark (One) stands in the outline twice"));
  EXPECT_THAT(breaks_with(9, "/Dest[3 0 R/XYZ 0 600 null]", ""), ElementsAre("the bookmark (One) leads nowhere"));
}

TEST(Syntax, TakesObjectsApart) {
  const auto entries = entries_of("<< /A 1 0 R/B/C/D[1 [2 0 R]<</E(])>>]/F -1.5 /G<AB>/H<</I null>>/J true>>");
  EXPECT_EQ(entry(entries, "/A"), "1 0 R");
  EXPECT_EQ(entry(entries, "/B"), "/C");
  EXPECT_EQ(entry(entries, "/D"), "[1 [2 0 R]<</E(])>>]");
  EXPECT_EQ(number_in(entry(entries, "/F")), -1.5);
  EXPECT_EQ(entry(entries, "/G"), "<AB>");
  EXPECT_EQ(entry(entries, "/H"), "<</I null>>");
  EXPECT_EQ(entry(entries, "/J"), "true");
  EXPECT_EQ(entry(entries, "/K"), "");
  EXPECT_THAT(items_of(entry(entries, "/D")), ElementsAre("1", "[2 0 R]", "<</E(])>>"));
  EXPECT_EQ(reference_in("12 0 R").number, 12u);
  EXPECT_FALSE(reference_in("x 0 R"));
  for (const char* broken : {"", "<<", "<<(", "<</A", "<</A[", "<</A(\\", "[", "<</A<"}) {
    EXPECT_TRUE(entries_of(broken).empty()) << broken;
    EXPECT_TRUE(items_of(broken).empty()) << broken;
  }
}

}  // namespace
}  // namespace octavo::pdf
