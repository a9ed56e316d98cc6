#pragma once
// Line feed, carriage return, or both, as CommonMark ends lines.
#include <algorithm>
#include <string_view>

namespace octavo::base {

// Where the line that `at` is in ends, in bytes: before a line feed or a carriage return, or at the end of the text.
inline std::size_t line_end(std::string_view text, std::size_t at) {
  // Looked for in pieces, so that a text with only one kind of end is not read to its own end for every line.
  constexpr std::size_t piece = 256;
  for (; at < text.size(); at += piece) {
    const std::string_view some = text.substr(at, piece);
    const std::size_t feed = std::min(some.find('\n'), some.size());
    const std::size_t end = std::min(some.substr(0, feed).find('\r'), feed);
    if (end < some.size()) return at + end;
  }
  return text.size();
}

// Where the next line begins, after one that ends at `end`.
inline std::size_t next_line(std::string_view text, std::size_t end) {
  return std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size());
}

}  // namespace octavo::base
