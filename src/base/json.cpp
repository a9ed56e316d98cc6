#include "base/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace octavo::base {

namespace {

using nlohmann::json;

constexpr std::size_t deepest = 64;

// Takes the parser's events, so that nothing is built of a text before its depth is known.
class Builder : public nlohmann::json_sax<json> {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  Json result;

  bool null() override { return add({}); }
  bool boolean(bool truth) override { return add({.kind = JsonKind::truth, .truth = truth}); }
  bool number_integer(json::number_integer_t number) override { return add_number(std::to_string(number)); }
  bool number_unsigned(json::number_unsigned_t number) override { return add_number(std::to_string(number)); }
  bool number_float(json::number_float_t, const std::string& written) override { return add_number(written); }
  bool string(std::string& text) override { return add({.kind = JsonKind::text, .text = std::move(text)}); }
  bool binary(json::binary_t&) override { return false; }  // JSON has none

  bool start_object(std::size_t) override { return open(JsonKind::table); }
  bool key(std::string& name) override {
    open_.back().keys.push_back(std::move(name));
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonKind::list); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    result.wrong_at = std::min(position > 0 ? position - 1 : 0, text_.size());  // it counts from 1
    return false;
  }

 private:
  bool add_number(std::string written) { return add({.kind = JsonKind::number, .text = std::move(written)}); }

  bool add(JsonValue value) {
    if (open_.empty())
      result.value = std::move(value);
    else
      open_.back().items.push_back(std::move(value));
    return true;
  }

  bool open(JsonKind kind) {
    open_.push_back({.kind = kind});
    return open_.size() <= deepest;
  }

  bool close() {
    JsonValue value = std::move(open_.back());
    open_.pop_back();
    return add(std::move(value));
  }

  std::string_view text_;
  std::vector<JsonValue> open_;
};

}  // namespace

const JsonValue* JsonValue::at(std::string_view key) const {
  for (std::size_t i = keys.size(); i > 0; --i) {
    if (keys[i - 1] == key) return &items[i - 1];
  }
  return nullptr;
}

Json read_json(std::string_view text) {
  Builder builder(text);
  const bool is_whole = json::sax_parse(text.begin(), text.end(), &builder);
  if (!is_whole) builder.result.value.reset();
  return std::move(builder.result);
}

}  // namespace octavo::base
