#include "pdf/syntax.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace octavo::pdf {
namespace {

constexpr std::string_view space{"\0\t\n\f\r ", 6};
constexpr std::string_view not_regular{"\0\t\n\f\r ()<>[]{}/%", 16};

// By the value of the byte: a character is looked up faster than it is looked for.
using Table = std::array<bool, 256>;
constexpr Table table_of(std::string_view characters) {
  Table table{};
  for (const char character : characters) table[static_cast<unsigned char>(character)] = true;
  return table;
}
constexpr Table space_table = table_of(space), not_regular_table = table_of(not_regular);

bool is_space(char character) { return space_table[static_cast<unsigned char>(character)]; }
bool is_regular(char character) { return !not_regular_table[static_cast<unsigned char>(character)]; }

// The end of a string in parentheses, which may hold others.
std::size_t end_of_literal(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') ++at;
    else if (text[at] == '(') ++depth;
    else if (text[at] == ')' && --depth == 0) return at + 1;
  }
  return text.size();
}

std::size_t end_of_token(std::string_view text);

// The end of "<<...>>" or "[...]"; whole values within are stepped over. Nested deeper than anything octavo writes, it ends with the text.
std::size_t end_of_brackets(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool is_double = rest.starts_with("<<") || rest.starts_with(">>");
    if (rest.starts_with("<<") || rest[0] == '[') ++depth;
    if (rest.starts_with(">>") || rest[0] == ']') --depth;
    const bool is_bracket = is_double || rest[0] == '[' || rest[0] == ']';
    at += is_double ? 2 : is_bracket ? 1 : end_of_token(rest);
    if (depth == 0) return at;
  }
  return text.size();
}

// Of what begins the text: white space, a name, a number, a string, a dictionary, an array.
std::size_t end_of_token(std::string_view text) {
  if (text.starts_with("<<") || text[0] == '[') return end_of_brackets(text);
  if (text[0] == '(') return end_of_literal(text);
  if (text[0] == '<') return std::min(text.find('>'), text.size() - 1) + 1;
  std::size_t end = 1;
  const bool is_white = is_space(text[0]);
  while (end < text.size() && (is_white ? is_space(text[end]) : is_regular(text[end]))) ++end;
  return end;
}

// What lies before the closing bracket, as values; nothing if it does not come. A reference is one value of three tokens.
std::vector<std::string_view> values(std::string_view inside, char bracket) {
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at < inside.size();) {
    if (inside[at] == bracket) return found;
    const std::string_view token = inside.substr(at, end_of_token(inside.substr(at)));
    at += token.size();
    if (is_space(token[0])) continue;
    if (token == "R" && found.size() >= 2) {
      found.pop_back();
      const char* start = found.back().data();
      found.back() = {start, static_cast<std::size_t>(token.data() + 1 - start)};
    } else {
      found.push_back(token);
    }
  }
  return {};
}

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
  return text.substr(0, text.find_last_not_of(space) + 1);
}

}  // namespace

Entries entries_of(std::string_view dictionary) {
  dictionary = trimmed(dictionary);
  if (!dictionary.starts_with("<<")) return {};
  Entries entries;
  const auto pieces = values(dictionary.substr(2), '>');
  entries.reserve(pieces.size() / 2);
  for (std::size_t i = 0; i + 1 < pieces.size(); i += 2) entries.emplace_back(pieces[i], pieces[i + 1]);
  return entries;
}

std::string_view entry(const Entries& entries, std::string_view key) {
  const auto found = std::ranges::find(entries, key, &Entries::value_type::first);
  return found == entries.end() ? std::string_view() : found->second;
}

std::vector<std::string_view> items_of(std::string_view array) {
  array = trimmed(array);
  if (!array.starts_with('[')) return {};
  return values(array.substr(1), ']');
}

Reference reference_in(std::string_view value) {
  Reference reference;
  if (!value.ends_with(" 0 R")) return {};
  const char* end = value.data() + value.size() - 4;
  return std::from_chars(value.data(), end, reference.number).ptr == end ? reference : Reference{};
}

std::optional<double> number_in(std::string_view value) {
  double number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

}  // namespace octavo::pdf
