#include "pages/gives.h"

#include <gtest/gtest.h>

namespace octavo::pages {
namespace {

TEST(gives, the_cheapest_are_kept_and_each_further_one_is_dearer) {
  Gives gives;
  for (const double price : {300.0, 100.0, 900.0, 200.0, 250.0, 800.0, 700.0, 150.0}) gives.offer({price, Give::Kind::space, static_cast<std::uint32_t>(price)});
  EXPECT_EQ(gives.size(), 6u);
  EXPECT_EQ(gives.cost(0), 0);
  EXPECT_EQ(gives.cost(2), 100 + 2 * 150);
  const auto cheapest = gives.cheapest(3);
  ASSERT_EQ(cheapest.size(), 3u);
  EXPECT_EQ(cheapest[2].index, 200u);
  EXPECT_EQ(gives.cheapest(20).size(), 6u);
  EXPECT_TRUE(gives.cheapest(-2).empty());
}

TEST(gives, of_two_at_one_price_the_first_comes_first) {
  Gives gives;
  gives.offer({100, Give::Kind::space, 1});
  gives.offer({100, Give::Kind::paragraph, 2});
  EXPECT_EQ(gives.cheapest(1)[0].index, 1u);
}

}  // namespace
}  // namespace octavo::pages
