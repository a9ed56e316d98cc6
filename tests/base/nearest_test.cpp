#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/unicode.h"

using namespace octavo::base;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(EditDistance, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_EQ(edit_distance("Hannibal", "Hannibal"), 0u);
  EXPECT_EQ(edit_distance("Hannbal", "Hannibal"), 1u);
  EXPECT_EQ(edit_distance("Hanniball", "Hannibal"), 1u);
  EXPECT_EQ(edit_distance("Hannabal", "Hannibal"), 1u);
  EXPECT_EQ(edit_distance("Haninbal", "Hannibal"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("日本", "日木"), 1u);
  EXPECT_EQ(edit_distance("ADA", "ada"), 0u);
}

TEST(Nearest, OffersWhatAPersonCouldHaveMeantBestFirst) {
  const std::vector<std::string> names = {"Hannibal", "Hanno",    "Carthage",
                                          "Cannae",   "Ångström", "Claude (language model)"};
  EXPECT_THAT(nearest("Hannbal", names), ElementsAre("Hannibal"));
  EXPECT_THAT(nearest("hannibal", names), ElementsAre("Hannibal"));
  EXPECT_THAT(nearest("Angstrom", names), ElementsAre("Ångström"));
  EXPECT_THAT(nearest("Claude", names), ElementsAre("Claude (language model)"));
  EXPECT_THAT(nearest("language model", names), ElementsAre("Claude (language model)"));
  EXPECT_THAT(nearest("Rome", names), IsEmpty());
}

TEST(Nearest, FindsTheShortNameWithinTheLongOne) {
  EXPECT_THAT(nearest("Amazon Web Services", {"Amazon", "Azure"}), ElementsAre("Amazon"));
}

TEST(Nearest, TakesNoPartOfAWordForAName) { EXPECT_THAT(nearest("AI", {"Main street", "Brain"}), IsEmpty()); }

TEST(Nearest, NeverOffersTheNameItselfOrOneTwice) {
  EXPECT_THAT(nearest("Ada", {"Ada", "ada", "ada"}), ElementsAre("ada"));
}

TEST(Nearest, OffersNoMoreThanAskedFor) {
  const std::vector<std::string> names = {"Model 4", "Model 3", "Model 2", "Model 1"};
  EXPECT_THAT(nearest("Model 9", names), ElementsAre("Model 1", "Model 2", "Model 3"));
  EXPECT_THAT(nearest("Model 9", names, 1), ElementsAre("Model 1"));
}

TEST(Nearest, HasNothingToSayOfNamesWithoutEnd) {
  const std::string endless(100'000, 'a');
  EXPECT_THAT(nearest(endless, {endless + "b"}), IsEmpty());
  EXPECT_THAT(nearest("", {"a"}), IsEmpty());
}
