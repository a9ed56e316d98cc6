#include "base/json.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>
#include <utility>

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

// Printable ASCII that stands in JSON as it is, as nearly every text does.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; });
}

// U+007F to U+009F: JSON lets them stand, but a terminal may take them for commands.
bool has_late_controls(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == 0x7F) return true;
    const bool may_begin = text[at] == '\xC2' && at + 1 < text.size();
    if (may_begin && static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  }
  return false;
}

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

void JsonWriter::open_table() { open('{'); }
void JsonWriter::open_list() { open('['); }

void JsonWriter::text(std::string_view value) {
  begin_item();
  append(value);
}

void JsonWriter::number(std::uint64_t value) {
  begin_item();
  written_ += std::to_string(value);
}

void JsonWriter::truth(bool value) {
  begin_item();
  written_ += value ? "true" : "false";
}

void JsonWriter::open_table(std::string_view name) { key(name), open_table(); }
void JsonWriter::open_list(std::string_view name) { key(name), open_list(); }
void JsonWriter::text(std::string_view name, std::string_view value) { key(name), text(value); }
void JsonWriter::number(std::string_view name, std::uint64_t value) { key(name), number(value); }
void JsonWriter::truth(std::string_view name, bool value) { key(name), truth(value); }

void JsonWriter::close() {
  assert(!open_.empty() && !has_key_);
  const Level level = open_.back();
  open_.pop_back();
  if (!level.is_empty) written_.append("\n").append(2 * open_.size(), ' ');
  written_ += level.closing;
}

std::string JsonWriter::take() {
  assert(open_.empty());
  return std::exchange(written_, {}) + "\n";
}

void JsonWriter::begin_item() {
  if (std::exchange(has_key_, false) || open_.empty()) return;
  if (!open_.back().is_empty) written_ += ',';
  open_.back().is_empty = false;
  written_.append("\n").append(2 * open_.size(), ' ');
}

void JsonWriter::key(std::string_view name) {
  assert(!open_.empty() && open_.back().closing == '}');
  begin_item();
  append(name);
  written_ += ": ";
  has_key_ = true;
}

void JsonWriter::open(char opening) {
  begin_item();
  written_ += opening;
  open_.push_back({opening == '{' ? '}' : ']'});
}

void JsonWriter::append(std::string_view text) {
  if (is_plain(text)) {
    written_.append("\"").append(text).append("\"");
    return;
  }
  const bool only_ascii = has_late_controls(text);
  written_ += json(text).dump(-1, ' ', only_ascii, json::error_handler_t::replace);
}

}  // namespace octavo::base
