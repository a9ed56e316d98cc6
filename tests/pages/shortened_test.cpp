#include "pages/shortened.h"

#include <gtest/gtest.h>

namespace octavo::pages {
namespace {

// In bytes, of which the ellipsis has three.
std::string cut_to(std::size_t room, const std::string& title) {
  return shortened(title, [&](const std::string& words) { return words.size() <= room; });
}

TEST(shortened, leaves_what_fits) { EXPECT_EQ(cut_to(9, "One title"), "One title"); }

TEST(shortened, takes_words_away) {
  EXPECT_EQ(cut_to(19, "One very long title of a chapter"), "One very long\u2026");
  EXPECT_EQ(cut_to(16, "One very long title of a chapter"), "One very long\u2026");
  EXPECT_EQ(cut_to(15, "One very long title of a chapter"), "One very\u2026");
}

TEST(shortened, takes_letters_away_where_one_word_is_too_long) {
  EXPECT_EQ(cut_to(8, "Unpronounceable name"), "Unpro\u2026");
  EXPECT_EQ(cut_to(7, "\u00E4\u00F6\u00FC\u00E4\u00F6\u00FC"), "\u00E4\u00F6\u2026");
}

TEST(shortened, keeps_a_letter_where_nothing_fits) {
  EXPECT_EQ(cut_to(0, "Word"), "W\u2026");
  EXPECT_EQ(cut_to(0, "W"), "W");
}

TEST(shortened, asks_seldom_and_never_of_a_text_without_end) {
  std::size_t asked = 0, longest = 0;
  const auto fits = [&](const std::string& words) {
    ++asked;
    longest = std::max(longest, words.size());
    return words.size() <= 50;
  };
  EXPECT_EQ(shortened(std::string(1'000'000, 'w'), fits), std::string(47, 'w') + "\u2026");
  EXPECT_LE(asked, 12u);
  EXPECT_LE(longest, 10'000u);
}

}  // namespace
}  // namespace octavo::pages
