#include "pictures/shrink.h"

#include <gtest/gtest.h>

namespace octavo::pictures {
namespace {

TEST(Shrink, GivesTheMeanOfSquares) {
  Shrink shrink(3, 2, 1);
  shrink.add({"\x10\x20\x50", 3});
  EXPECT_FALSE(shrink.has_row());
  shrink.add({"\x30\x40\x70", 3});
  EXPECT_TRUE(shrink.has_row());
  EXPECT_EQ(shrink.take(), "\x28\x60");
  shrink.add({"\x08\x0A\x0C", 3});
  EXPECT_EQ(shrink.take(), "\x09\x0C") << "what is left at the edge";
}

TEST(Shrink, LetsWhatIsNotSeenHaveNoSayInTheColour) {
  Shrink shrink(2, 2, 4);
  shrink.add({"\xFF\x00\x00\xFF\x00\xFF\xFF\x00", 8});
  shrink.add({"\xFF\x00\x00\xFF\x00\xFF\xFF\x00", 8});
  EXPECT_EQ(shrink.take(), std::string("\xFF\x00\x00\x80", 4));
}

}  // namespace
}  // namespace octavo::pictures
