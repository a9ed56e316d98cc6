#include "epub/cuts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace octavo::epub {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Units of the given bytes and ranks.
std::vector<Unit> units(const std::vector<std::pair<std::size_t, int>>& given) {
  std::vector<Unit> all;
  for (const auto& [bytes, rank] : given) all.push_back({bytes, 0, rank});
  return all;
}
constexpr int other = Unit::other, never = Unit::never;

TEST(Cuts, AreNotMadeWhereAllFits) {
  EXPECT_THAT(cuts({}, 10), IsEmpty());
  EXPECT_THAT(cuts(units({{4, other}, {6, other}}), 10), IsEmpty());
}

TEST(Cuts, AreMadeAtTheHighestHeadingThatLeavesAFileAThirdFull) {
  EXPECT_THAT(cuts(units({{1, 2}, {1, never}, {2, 2}, {2, 3}, {3, other}, {4, other}}), 9), ElementsAre(3)) << "the second at level 2 would leave too little";
  EXPECT_THAT(cuts(units({{4, other}, {4, 3}, {1, 2}, {1, 3}, {4, other}}), 10), ElementsAre(2));
}

TEST(Cuts, AreMadeAroundWhatIsTooLargeAlone) {
  EXPECT_THAT(cuts(units({{1, other}, {90, other}, {1, other}, {1, other}}), 10), ElementsAre(1, 2));
}

TEST(Cuts, LeaveNothingTooLargeThatCouldBeCut) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<Unit> units(random() % 40);
    for (Unit& unit : units) unit = {random() % 12, 0, static_cast<int>(random() % 4)};
    const std::size_t most = 8 + random() % 20;
    std::vector<std::size_t> ends = cuts(units, most);
    ends.push_back(units.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      ASSERT_TRUE(begin < end || units.empty());
      std::size_t bytes = 0;
      for (std::size_t at = begin; at < end; ++at) bytes += units[at].bytes;
      ASSERT_TRUE(bytes <= most || end - begin == 1) << bytes;
      begin = end;
    }
  }
}

}  // namespace
}  // namespace octavo::epub
