#include <gtest/gtest.h>

#include "samples.h"

namespace octavo::pictures {
namespace {

TEST(webp, comes_back_as_it_was_written) {
  const Pixels before = quarters(4);
  const std::string bytes = webp(before);
  const auto known = facts(bytes);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->kind, Kind::webp);
  EXPECT_EQ(known->height, 4);
  const auto after = decode(bytes);
  ASSERT_TRUE(after);
  EXPECT_EQ(after->color, before.color);
  EXPECT_TRUE(after->alpha.empty());
}

TEST(webp, keeps_opacity) {
  Pixels before = quarters(2);
  before.alpha = "\xFF\x80\x10\x01";
  const auto after = decode(webp(before));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->alpha, before.alpha);
  EXPECT_EQ(pixel(*after, 1, 0), "00ff0080");
}

TEST(webp, of_absurd_size_is_refused) {
  std::string bytes = webp(quarters(2));
  ASSERT_EQ(bytes.substr(12, 4), "VP8L");
  bytes.replace(21, 4, "\xFF\xFF\xFF\x0F");  // 16,384 pixels each way
  EXPECT_FALSE(facts(bytes));
  EXPECT_FALSE(decode(bytes));
}

}  // namespace
}  // namespace octavo::pictures
