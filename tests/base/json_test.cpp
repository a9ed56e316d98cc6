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

TEST(JsonWriter, writes_an_item_a_line_in_the_order_they_come) {
  JsonWriter json;
  json.open_table();
  json.text("z", "last letter first");
  json.number("a", 18446744073709551615u);
  json.open_list("list");
  json.truth(true);
  json.open_table();
  json.close();
  json.open_list();
  json.close();
  json.close();
  json.truth("no", false);
  json.close();
  EXPECT_EQ(json.take(), R"({
  "z": "last letter first",
  "a": 18446744073709551615,
  "list": [
    true,
    {},
    []
  ],
  "no": false
}
)");
  json.open_list();
  json.close();
  EXPECT_EQ(json.take(), "[]\n") << "nothing is left of what was taken";
}

std::string written(std::string_view text) {
  JsonWriter json;
  json.text(text);
  return json.take();
}

TEST(JsonWriter, keeps_texts_as_they_are_and_commands_out) {
  EXPECT_EQ(written("gr\u00fc\u00dfe \u65e5 \U0001F600"), "\"gr\u00fc\u00dfe \u65e5 \U0001F600\"\n");
  EXPECT_EQ(written("a\"b\\c/\n\t"), "\"a\\\"b\\\\c/\\n\\t\"\n");
  EXPECT_EQ(written(std::string_view("\x1b[2J\0", 5)), "\"\\u001b[2J\\u0000\"\n");
  EXPECT_EQ(written("\x7f \xC2\x9B \xC3\xBC"), "\"\\u007f \\u009b \\u00fc\"\n");
}

TEST(JsonWriter, broken_texts_are_read_back_with_a_sign_in_the_place_of_what_is_broken) {
  for (const auto& [broken, mended] : std::vector<std::pair<std::string, std::string>>{
           {"caf\xE9", "caf\uFFFD"}, {"\xE6\x97", "\uFFFD"}, {"\xFFx\x80", "\uFFFDx\uFFFD"}, {"\xC2", "\uFFFD"}}) {
    const Json json = read_json(written(broken));
    ASSERT_TRUE(json.value) << broken;
    EXPECT_EQ(json.value->text, mended);
  }
  for (const std::string_view broken : {"\xED\xA0\x80", "\xC0\xAF", "\xF5\x80\x80\x80", "\xF0\x9F\x98"})
    EXPECT_TRUE(read_json(written(broken)).value) << broken;
}

}  // namespace
}  // namespace octavo::base
