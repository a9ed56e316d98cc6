#include "base/word_list.h"

#include <gtest/gtest.h>

namespace octavo::base {
namespace {

TEST(WordList, HasWholeWordsOnly) {
  for (const char* word : {"table", "td", "tr"}) EXPECT_TRUE(is_among(word, "table td tr")) << word;
  for (const char* word : {"", " ", "t", "tab", "able", "d", "td tr", "th"}) EXPECT_FALSE(is_among(word, "table td tr")) << word;
  EXPECT_TRUE(is_among("r", "tr rr r"));
  EXPECT_FALSE(is_among("r", ""));
}

}  // namespace
}  // namespace octavo::base
