#pragma once
// Line feed, carriage return, or both, as CommonMark ends lines.
#include <algorithm>
#include <string_view>

namespace octavo::base {

// Where the line that `at` is in ends, in bytes: before a line feed or a carriage return, or at the end of the text.
inline std::size_t line_end(std::string_view text, std::size_t at) {
  const auto ends = [](char c) { return c == '\n' || c == '\r'; };
  return static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ends) - text.begin());
}

// Where the next line begins, after one that ends at `end`.
inline std::size_t next_line(std::string_view text, std::size_t end) {
  return std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size());
}

}  // namespace octavo::base
