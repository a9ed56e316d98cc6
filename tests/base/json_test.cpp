#include "base/json.h"

#include <gtest/gtest.h>

namespace octavo::base {
namespace {

TEST(Json, gives_values_in_the_order_of_the_file) {
  const auto [value, wrong_at] = read_json(R"({"b": [1, -2.50, true, null], "a": "caf\u00e9", "b ": {}})");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->keys, (std::vector<std::string>{"b", "a", "b "}));
  const JsonValue& list = *value->at("b");
  ASSERT_EQ(list.items.size(), 4u);
  EXPECT_EQ(list.items[0].text, "1");
  EXPECT_EQ(list.items[1].text, "-2.50");
  EXPECT_TRUE(list.items[2].truth);
  EXPECT_EQ(list.items[3].kind, JsonKind::nothing);
  EXPECT_EQ(value->at("a")->text, "caf\xC3\xA9");
  EXPECT_EQ(value->at("b ")->kind, JsonKind::table);
  EXPECT_EQ(value->at("c"), nullptr);
  EXPECT_EQ(list.at("a"), nullptr);
}

TEST(Json, the_last_of_several_equal_keys_counts) {
  EXPECT_EQ(read_json(R"({"a": 1, "a": 2})").value->at("a")->text, "2");
}

TEST(Json, what_is_broken_has_a_place) {
  for (const auto& [text, wrong_at] : std::vector<std::pair<std::string, std::size_t>>{
           {"", 0}, {"{\"a\": ?}", 6}, {"[1, 2", 5}, {"{} {}", 3}, {"\"\xFF\"", 1}}) {
    const Json json = read_json(text);
    EXPECT_FALSE(json.value) << text;
    EXPECT_EQ(json.wrong_at, wrong_at) << text;
  }
}

TEST(Json, depth_is_bounded) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_TRUE(read_json(nested(64)).value);
  EXPECT_FALSE(read_json(nested(65)).value);
  EXPECT_FALSE(read_json(std::string(1'000'000, '[')).value);
}

}  // namespace
}  // namespace octavo::base
