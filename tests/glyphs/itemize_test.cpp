#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <hb.h>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

// "Latn 0 [abc]" and so on: script, level, text.
std::vector<std::string> items(std::string_view text, Direction base = Direction::by_first_letter) {
  std::vector<std::string> all;
  for (const Item& item : itemize(text, base)) {
    char script[4];
    hb_tag_to_string(item.script, script);
    all.push_back(std::string(script, 4) + ' ' + std::to_string(item.level) + " [" +
                  std::string(text.substr(item.begin, item.end - item.begin)) + ']');
  }
  return all;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Itemize, PlainTextIsOneItem) {
  EXPECT_THAT(items(""), IsEmpty());
  EXPECT_THAT(items("Plain “text”, 1999 – and no more!"),
              ElementsAre("Latn 0 [Plain “text”, 1999 – and no more!]"));
  EXPECT_THAT(items("1999!"), ElementsAre("Zyyy 0 [1999!]"));
  EXPECT_THAT(items("“é”"), ElementsAre("Latn 0 [“é”]"));
}

TEST(Itemize, CommonCharactersGoWithTheScriptBefore) {
  EXPECT_THAT(items("abc, где? да."), ElementsAre("Latn 0 [abc, ]", "Cyrl 0 [где? да.]"));
  EXPECT_THAT(items("“где” is where"), ElementsAre("Cyrl 0 [“где” ]", "Latn 0 [is where]"));
  EXPECT_THAT(items("e\u0301я\u0301"), ElementsAre("Latn 0 [e\u0301]", "Cyrl 0 [я\u0301]"));
}

TEST(Itemize, BracketsGoTogether) {
  EXPECT_THAT(items("abc (где) def"), ElementsAre("Latn 0 [abc (]", "Cyrl 0 [где]", "Latn 0 [) def]"));
  EXPECT_THAT(items("(abc)"), ElementsAre("Latn 0 [(abc)]"));
  EXPECT_THAT(items("abc (где"), ElementsAre("Latn 0 [abc (]", "Cyrl 0 [где]"));
  EXPECT_THAT(items("abc) где]"), ElementsAre("Latn 0 [abc) ]", "Cyrl 0 [где]]"));
}

TEST(Itemize, HebrewInEnglishRunsTheOtherWay) {
  EXPECT_THAT(items("see שלום now"),
              ElementsAre("Latn 0 [see ]", "Hebr 1 [שלום]", "Hebr 0 [ ]", "Latn 0 [now]"));
}

TEST(Itemize, TheFirstLetterDecidesUnlessTold) {
  EXPECT_THAT(items("שלום abc"), ElementsAre("Hebr 1 [שלום ]", "Latn 2 [abc]"));
  EXPECT_THAT(items("שלום abc", Direction::left_to_right),
              ElementsAre("Hebr 1 [שלום]", "Hebr 0 [ ]", "Latn 0 [abc]"));
  EXPECT_THAT(items("abc!", Direction::right_to_left), ElementsAre("Latn 2 [abc]", "Latn 1 [!]"));
}

TEST(Itemize, NumbersInArabicStayLeftToRight) {
  EXPECT_THAT(items("سنة 1999"), ElementsAre("Arab 1 [سنة ]", "Arab 2 [1999]"));
}

TEST(Itemize, CharactersOutsideTheFirstPlaneAreWhole) {
  EXPECT_THAT(items("😀 שלום 😀"), ElementsAre("Hebr 1 [😀 שלום 😀]"));
  EXPECT_THAT(items("𐤀𐤁"), ElementsAre("Phnx 1 [𐤀𐤁]"));
}

TEST(Itemize, ItemsCoverAnyBytes) {
  std::string text;
  for (int byte = 0; byte < 256; ++byte) text += static_cast<char>(byte), text += "א(";
  std::uint32_t reached = 0;
  for (const Item& item : itemize(text, Direction::by_first_letter)) {
    EXPECT_EQ(item.begin, reached);
    EXPECT_LT(item.begin, item.end);
    reached = item.end;
  }
  EXPECT_EQ(reached, text.size());
}

TEST(visual_order, turns_round_what_runs_from_right_to_left) {
  const auto order = [](const std::vector<std::uint8_t>& levels) { return visual_order(levels); };
  EXPECT_THAT(order({}), testing::IsEmpty());
  EXPECT_THAT(order({0, 0, 0}), testing::ElementsAre(0, 1, 2));
  EXPECT_THAT(order({1, 1, 1}), testing::ElementsAre(2, 1, 0));
  EXPECT_THAT(order({0, 1, 1, 0}), testing::ElementsAre(0, 2, 1, 3));
  EXPECT_THAT(order({1, 2, 2, 1}), testing::ElementsAre(3, 1, 2, 0));  // a number in Hebrew
}

}  // namespace
}  // namespace octavo::glyphs
