#pragma once
// In goes the text of a JSON file, out come plain values. It keeps nlohmann-json in one file.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

enum class JsonKind { nothing, truth, number, text, list, table };

struct JsonValue {
  JsonKind kind = JsonKind::nothing;
  bool truth = false;
  std::string text;               // of a text its content; of a number what was written
  std::vector<JsonValue> items;   // of a list or a table
  std::vector<std::string> keys;  // of a table: the key of each item, in the order of the file

  // What a table holds under the key, the last of several; null if it has none, or is no table.
  const JsonValue* at(std::string_view key) const;
};

struct Json {
  std::optional<JsonValue> value;  // nothing if the text is broken or nested more than 64 deep
  std::size_t wrong_at = 0;        // then the offset of the first byte that cannot be taken
};

// Takes time in proportion to the text, whatever the text is, and throws nothing.
Json read_json(std::string_view text);

}  // namespace octavo::base
