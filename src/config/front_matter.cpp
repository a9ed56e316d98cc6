#include <yaml.h>

#include <algorithm>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "config/config.h"
#include "config/forms.h"

namespace octavo::config {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// libyaml's time grows with the square of the nesting.
constexpr int deepest_nesting = 64;

// The length of a line "---", its end included, at `at`; 0 if there is none.
std::size_t fence_length(std::string_view note, std::size_t at) {
  if (!note.substr(at).starts_with("---")) return 0;
  const auto rest = note.find_first_not_of(" \t", at + 3);
  if (rest == std::string_view::npos) return note.size() - at;
  if (note.substr(rest, 2) == "\r\n") return rest + 2 - at;
  return note[rest] == '\n' || note[rest] == '\r' ? rest + 1 - at : 0;
}

// Where the line of the closing fence begins, or nothing.
std::optional<std::size_t> closing_fence(std::string_view note, std::size_t from) {
  while (from < note.size()) {
    if (fence_length(note, from) > 0) return from;
    const auto end = note.find_first_of("\r\n", from);
    if (end == std::string_view::npos) break;
    from = end + 1;
  }
  return {};
}

struct Event {
  yaml_event_t raw{};
  Event() = default;
  Event(const Event&) = delete;
  ~Event() { yaml_event_delete(&raw); }

  bool opens() const { return raw.type == YAML_SEQUENCE_START_EVENT || raw.type == YAML_MAPPING_START_EVENT; }
  bool closes() const { return raw.type == YAML_SEQUENCE_END_EVENT || raw.type == YAML_MAPPING_END_EVENT; }
};

enum class Shape { nothing, text, list, other };

struct Value {
  Shape shape = Shape::other;
  std::string text;
  std::vector<std::string> items;
  std::size_t begin = 0, end = 0;  // in characters, as libyaml counts
};

struct Problem {
  std::string what;
  std::size_t begin = 0;  // in bytes
};

class Yaml {
 public:
  explicit Yaml(std::string_view text) : text_(text) {
    if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  ~Yaml() { yaml_parser_delete(&parser_); }
  Yaml(const Yaml&) = delete;

  // False if there is a problem.
  bool next(Event& event) {
    yaml_event_delete(&event.raw);
    if (!yaml_parser_parse(&parser_, &event.raw)) {
      problem_ = refusal();
      return false;
    }
    depth_ += event.opens() ? 1 : event.closes() ? -1 : 0;
    if (depth_ > deepest_nesting) problem_ = {"it is nested too deep", offset(event.raw.start_mark.index)};
    return !problem_;
  }

  const std::optional<Problem>& problem() const { return problem_; }

  // The value that begins with `event`; afterwards `event` is its last. Nothing if there is a problem.
  std::optional<Value> value(Event& event) {
    Value result;
    result.begin = event.raw.start_mark.index;
    if (event.raw.type == YAML_SCALAR_EVENT) {
      result.text = scalar(event);
      result.shape = is_null(event) ? Shape::nothing : Shape::text;
    } else if (event.opens()) {
      result.shape = event.raw.type == YAML_SEQUENCE_START_EVENT ? Shape::list : Shape::other;
      const int outside = depth_ - 1;
      while (true) {
        if (!next(event)) return {};
        if (depth_ == outside) break;
        if (event.raw.type != YAML_SCALAR_EVENT) {
          result.shape = Shape::other;
        } else if (!is_null(event)) {
          result.items.push_back(scalar(event));
        }
      }
    }
    result.end = event.raw.end_mark.index;
    return result;
  }

  std::size_t offset(std::size_t characters) const {
    std::size_t at = 0;
    while (characters-- > 0 && at < text_.size()) at += base::decode(text_, at).length;
    return at;
  }

  static std::string scalar(const Event& event) {
    const auto& value = event.raw.data.scalar;
    return {reinterpret_cast<const char*>(value.value), value.length};
  }

 private:
  static bool is_null(const Event& event) {
    if (event.raw.data.scalar.style != YAML_PLAIN_SCALAR_STYLE) return false;
    const auto text = scalar(event);
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
  }

  Problem refusal() const {
    const std::string what = parser_.problem ? parser_.problem : "it cannot be read";
    if (parser_.error == YAML_READER_ERROR) return {what, std::min(parser_.problem_offset, text_.size())};
    // What is missing at the end is better shown where it was opened.
    const auto at = offset(parser_.problem_mark.index);
    if (at == text_.size() && parser_.context) return {what, offset(parser_.context_mark.index)};
    return {what, at};
  }

  std::string_view text_;
  yaml_parser_t parser_{};
  int depth_ = 0;
  std::optional<Problem> problem_;
};

class Reader {
 public:
  Reader(std::string_view note, std::size_t start, std::size_t end, base::FileId file,
         diagnostics::Sink& sink)
      : note_(note), start_(start), file_(file), sink_(sink), yaml_(note.substr(start, end - start)) {}

  void read(FrontMatter& front) {
    read_keys(front);
    if (!yaml_.problem()) return;
    const auto begin = start_ + yaml_.problem()->begin;
    const auto length = begin < note_.size() ? base::decode(note_, begin).length : 0;
    sink_.report(diagnostics::Rule::front_matter_invalid, span(begin, begin + length),
                 "the front matter is not valid YAML (" + yaml_.problem()->what +
                     "); put a value that holds a colon or begins with a sign in quotes");
  }

 private:
  // Stops at the first problem.
  void read_keys(FrontMatter& front) {
    Event event;
    do {
      if (!yaml_.next(event)) return;
    } while (event.raw.type == YAML_STREAM_START_EVENT || event.raw.type == YAML_DOCUMENT_START_EVENT);
    if (event.raw.type != YAML_MAPPING_START_EVENT) {
      const auto value = yaml_.value(event);
      if (value && value->shape != Shape::nothing) {
        report(*value, "the front matter has no keys; write lines such as \"title: Ada\"");
      }
      return;
    }
    while (yaml_.next(event) && event.raw.type != YAML_MAPPING_END_EVENT) {
      const auto key = yaml_.value(event);
      if (!key || !yaml_.next(event)) return;
      const auto value = yaml_.value(event);
      if (!value) return;
      if (value->shape != Shape::nothing && key->shape == Shape::text) take(key->text, *value, front);
    }
  }

  void take(std::string_view key, const Value& value, FrontMatter& front) {
    if (key == "title") {
      front.title = text(key, value);
    } else if (key == "aliases" || key == "alias") {
      aliases(value, front.aliases);
    } else if (key == "type") {
      front.type = text(key, value);
    } else if (key == "sort") {
      front.sort = text(key, value);
    } else if (key == "language" || key == "lang") {
      front.language = text(key, value);
      if (front.language.empty() || book::is_language(front.language)) return;
      report(value, '"' + front.language + "\" is no language tag; write one such as \"en\" or \"pt-BR\"");
      front.language.clear();
    } else if (key == "index") {
      front.index = truth(value);
    }
  }

  std::string text(std::string_view key, const Value& value) {
    if (value.shape == Shape::text) return plain(value.text);
    // Editors of properties make lists of one.
    if (value.shape == Shape::list && value.items.size() == 1) return plain(value.items.front());
    report(value, '"' + std::string(key) + "\" takes a single text");
    return "";
  }

  void aliases(const Value& value, std::vector<std::string>& result) {
    if (value.shape == Shape::other)
      return report(value, "\"aliases\" takes names: [Ada, Countess of Lovelace]");
    for (const auto& item : value.shape == Shape::text ? std::vector{value.text} : value.items) {
      if (auto name = plain(item); !name.empty()) result.push_back(std::move(name));
    }
  }

  bool truth(const Value& value) {
    const auto word = base::folded(value.text);
    const bool no = word == "false" || word == "no" || word == "off";
    if (!no && word != "true" && word != "yes" && word != "on")
      report(value, "\"index\" takes true or false");
    return !no;
  }

  void report(const Value& value, std::string message) {
    sink_.report(diagnostics::Rule::front_matter_invalid,
                 span(start_ + yaml_.offset(value.begin), start_ + yaml_.offset(value.end)),
                 std::move(message));
  }

  base::Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view note_;
  std::size_t start_;
  base::FileId file_;
  diagnostics::Sink& sink_;
  Yaml yaml_;
};

}  // namespace

FrontMatter front_matter(std::string_view note, base::FileId file, diagnostics::Sink& sink) {
  FrontMatter front;
  const std::size_t start = note.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const auto opening = fence_length(note, start);
  if (opening == 0) return front;
  const auto closing = closing_fence(note, start + opening);
  if (!closing) return front;
  // libyaml is given the opening fence too: directives, whose time grows with their square, then belong to a
  // next document, which is not read.
  Reader(note, start, *closing, file, sink).read(front);
  front.length = *closing + fence_length(note, *closing);
  return front;
}

}  // namespace octavo::config
