#pragma once
// The text of a JSON file to plain values and back. It keeps nlohmann-json in one file.
#include <cstddef>
#include <cstdint>
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

// JSON text, written in one pass: a line an item, two spaces a level, keys in the order they come. A value without a key is an
// item of a list, or the whole text.
class JsonWriter {
 public:
  void open_table();
  void open_list();
  void text(std::string_view value);  // bytes that are not UTF-8 become U+FFFD; no control character stands in it bare
  void number(std::uint64_t value);
  void truth(bool value);
  // An item of a table.
  void open_table(std::string_view key);
  void open_list(std::string_view key);
  void text(std::string_view key, std::string_view value);
  void number(std::string_view key, std::uint64_t value);
  void truth(std::string_view key, bool value);
  void close();
  std::string take();  // everything written, ending in a line feed; all that was opened must be closed

 private:
  void begin_item();
  void key(std::string_view key);
  void open(char opening);
  void append(std::string_view text);

  struct Level {
    char closing;
    bool is_empty = true;
  };
  std::string written_;
  std::vector<Level> open_;
  bool has_key_ = false;
};

}  // namespace octavo::base
