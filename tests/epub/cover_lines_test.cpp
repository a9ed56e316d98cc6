#include "epub/cover_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"

namespace octavo::epub {
namespace {

using testing::ElementsAre;

// Every letter is half as wide as the type is high, those of the East as wide.
double width_of(std::string_view text) {
  double width = 0;
  for (const char32_t letter : base::code_points(text)) width += letter >= 0x2E80 ? 1 : 0.5;
  return width;
}

SetLines set(std::string_view text, const LineBox& box) {
  return set_in_lines(text, box, width_of);
}

constexpr LineBox box{
    .width = 1000, .height = 800, .largest = 200, .smallest = 50, .most_lines = 4, .leading = 1};

TEST(cover_lines, a_short_text_is_one_large_line) {
  const SetLines lines = set("Ulysses", box);
  EXPECT_THAT(lines.lines, ElementsAre("Ulysses"));
  EXPECT_EQ(lines.size, 200);
}

TEST(cover_lines, an_empty_text_has_no_lines) {
  EXPECT_TRUE(set("", box).lines.empty());
  EXPECT_TRUE(set(" \t\n\u3000", box).lines.empty());
}

TEST(cover_lines, are_about_as_long_as_each_other) {
  EXPECT_THAT(set("one two three four", box).lines, ElementsAre("one two", "three four"));
}

TEST(cover_lines, do_not_end_in_a_small_word) {
  EXPECT_THAT(set("Renting of Minds", box).lines, ElementsAre("Renting", "of Minds"));
}

TEST(cover_lines, of_a_long_text_are_smaller) {
  const SetLines lines = set("On the Curious and Largely Forgotten History of Clockwork Automata", box);
  EXPECT_LT(lines.size, 200);
  EXPECT_LE(lines.lines.size(), 4u);
}

TEST(cover_lines, a_long_word_is_set_smaller_before_it_is_cut) {
  const SetLines lines = set("Kapitänsmützenband", box);
  EXPECT_THAT(lines.lines, ElementsAre("Kapitänsmützenband"));
  EXPECT_LE(lines.size, 111);
}

TEST(cover_lines, may_break_after_a_hyphen_and_between_ideographs) {
  EXPECT_THAT(set("Thornbury-Hollings", {1000, 800, 160, 160, 4, 1}).lines,
              ElementsAre("Thornbury-", "Hollings"));
  EXPECT_THAT(set("吾輩は猫である。", box).lines, ElementsAre("吾輩は猫", "である。"));
  EXPECT_THAT(set("「猫である」", {300, 800, 100, 100, 4, 1}).lines, ElementsAre("「猫で", "ある」"));
}

TEST(cover_lines, never_leave_the_box) {
  const std::string word(300, 'W');
  for (const std::string& text : {word, word + " " + word, std::string(2000, 'a'), std::string("a b ") + word,
                                  std::string(40'000, '\xFF')}) {
    const SetLines lines = set(text, box);
    EXPECT_LE(static_cast<double>(lines.lines.size()) * lines.size * box.leading, box.height);
    for (const std::string& line : lines.lines)
      EXPECT_LE(width_of(line) * lines.size, box.width) << line;
  }
}

TEST(cover_lines, say_that_they_leave_something_out) {
  std::string text;
  for (int count = 0; count < 90; ++count) text += "word ";
  const SetLines lines = set(text, {500, 200, 100, 50, 4, 1});
  ASSERT_EQ(lines.lines.size(), 4u);
  EXPECT_TRUE(lines.lines.back().ends_with("…"));
}

}  // namespace
}  // namespace octavo::epub
