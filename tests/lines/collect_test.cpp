#include "lines/collect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "workshop.h"

namespace octavo::lines {
namespace {

using testing::ElementsAre;

Collected collected(std::vector<Piece> pieces, bool preserve_spaces = false) {
  auto paragraph = workshop().empty();
  paragraph.pieces = std::move(pieces);
  paragraph.preserve_spaces = preserve_spaces;
  return collect(paragraph);
}

TEST(Collect, WhiteSpaceBecomesOneSpaceAndNoneAtTheEnds) {
  const std::pair<std::string, std::string> cases[] = {
      {"", ""},
      {"  \n\t ", ""},
      {"  one two  ", "one two"},
      {"one\n  two\tthree", "one two three"},
      {"one\xC2\xA0two", "one\xC2\xA0two"},
      {"one\xE2\x80\xA8two", "one two"},
      {"pot\xC2\xADter", "potter"},
  };
  for (const auto& [source, text] : cases) EXPECT_EQ(collected({Words{source}}).text, text) << source;
}

TEST(Collect, WhiteSpaceCollapsesAcrossPiecesAndBelongsToTheFirst) {
  const auto result = collected({Words{"one "}, Words{" two ", 1}, Words{" three"}});
  EXPECT_EQ(result.text, "one two three");
  ASSERT_EQ(result.stretches.size(), 3u);
  EXPECT_EQ(result.stretches[0].end, 4u);
  EXPECT_EQ(result.stretches[1].end, 8u);
}

TEST(Collect, CodeKeepsItsSpacesAndTabsGoToTheNextFourthColumn) {
  EXPECT_EQ(collected({Words{"  a\tb \t\tc"}}, true).text, "  a b       c");
  const auto two = collected({Words{"a\n\tb\r\nc"}}, true);
  EXPECT_EQ(two.objects.size(), 2u);
  EXPECT_EQ(two.text,
            "a\xE2\x80\xA8    b\xE2\x80\xA8"
            "c");
}

TEST(Collect, MarksStayWithTheCharacterAfterThem) {
  const auto result = collected(
      {Words{"one "}, Mark{7}, Words{" two"}, Mark{8}, Words{"1", 0, 0, false}, Words{" "}, Mark{9}});
  EXPECT_EQ(result.text, "one two1");
  ASSERT_EQ(result.marks.size(), 3u);
  EXPECT_EQ(result.marks[0].at, 4u);
  EXPECT_FALSE(result.marks[0].before_call);
  EXPECT_EQ(result.marks[1].at, 7u);
  EXPECT_TRUE(result.marks[1].before_call);
  EXPECT_EQ(result.marks[2].at, 8u);
}

TEST(Collect, OnlyCountingBytesOfTheSourceAreCounted) {
  const auto result = collected({Words{"  one  two"}, Words{"(p. 4)", 0, 0, false}, Words{" po\xC2\xADst"},
                                 ForcedBreak{}, Words{"end"}});
  ASSERT_EQ(result.text,
            "one two(p. 4) post\xE2\x80\xA8"
            "end");
  const auto counted = [&](std::string_view before) {
    return result.counted(static_cast<std::uint32_t>(result.text.find(before)));
  };
  EXPECT_EQ(counted("one"), 2u);
  EXPECT_EQ(counted("two"), 7u);
  EXPECT_EQ(counted("(p"), 10u);
  EXPECT_EQ(counted(". 4"), 10u);
  EXPECT_EQ(counted("post"), 11u);
  EXPECT_EQ(counted("st\xE2"), 15u);
  EXPECT_EQ(counted("end"), 17u);
}

TEST(Collect, TheSpaceBeforeAForcedBreakIsDroppedButCounted) {
  const auto result = collected({Words{"one "}, ForcedBreak{}, Words{" two"}});
  EXPECT_EQ(result.text, "one\xE2\x80\xA8two");
  EXPECT_EQ(result.counted(6), 5u);
}

TEST(Collect, SoftHyphensAreRememberedByTheirPlace) {
  EXPECT_THAT(collected({Words{"pot\xC2\xADter\xC2\xADy"}}).soft_hyphens, ElementsAre(3u, 6u));
}

}  // namespace
}  // namespace octavo::lines
