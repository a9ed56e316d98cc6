#pragma once
// The bytes of a style sheet to the tokens of CSS Syntax 3, section 4. Any bytes give tokens; nothing fails.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::style {

enum class Kind : std::uint8_t {
  identifier,
  function,
  at_keyword,
  hash,
  string,
  bad_string,
  url,
  bad_url,
  number,
  percentage,
  dimension,
  white_space,
  colon,
  semicolon,
  comma,
  open_brace,
  close_brace,
  open_parenthesis,
  close_parenthesis,
  open_bracket,
  close_bracket,
  delimiter
};

struct Token {
  Kind kind = Kind::delimiter;
  bool is_integer = false;
  std::uint32_t begin = 0, end = 0;  // bytes of the sheet
  double number = 0;                 // at most a thousand million either way
  // Escapes resolved, always UTF-8. Functions, at-keywords and units in lower case; without "(", "@", "#",
  // quotes.
  std::string text;
  friend bool operator==(const Token&, const Token&) = default;
};

// Comments are left out; `<!--` and `-->` count as white space.
std::vector<Token> tokens(std::string_view css);

// The message, and `; did you mean "color"?` where a name is near.
std::string with_nearest(std::string message, std::string_view name, const std::vector<std::string>& names);

std::string lower_case(std::string_view text);                            // ASCII only, as CSS compares
bool same_word(std::string_view text, std::string_view lower_case_word);  // whatever the case of `text`

}  // namespace octavo::style
