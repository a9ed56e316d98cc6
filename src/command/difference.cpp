#include "command/difference.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace octavo::command {
namespace {

constexpr std::size_t context = 3;  // lines that stay, before and after what changes

// With their line feeds, which the last may lack. A carriage return is a character like others.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

// As git has it: names that could be misread are quoted, and a tab ends one with a space in it.
std::string name(std::string_view side, std::string_view path) {
  std::string text(side);
  bool is_quoted = false;
  for (const char byte : path) {
    const auto code = static_cast<unsigned char>(byte);
    const bool is_control = code < 0x20 || code == 0x7F;
    is_quoted |= is_control || byte == '"' || byte == '\\';
    if (is_control)
      text.append({'\\', static_cast<char>('0' + code / 64), static_cast<char>('0' + code / 8 % 8),
                   static_cast<char>('0' + code % 8)});
    else if (byte == '"' || byte == '\\')
      text.append({'\\', byte});
    else
      text += byte;
  }
  if (is_quoted) return '"' + text + '"';
  return path.find(' ') == path.npos ? text : text + '\t';
}

void append_line(std::string& text, char sign, std::string_view line) {
  text.append(1, sign).append(line);
  if (!line.ends_with('\n')) text += "\n\\ No newline at end of file\n";
}

}  // namespace

std::string difference(std::string_view path, std::string_view before, std::string_view after) {
  const auto old_lines = lines_of(before), new_lines = lines_of(after);
  assert(old_lines.size() == new_lines.size());
  const std::size_t count = old_lines.size();
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < count; ++i) {
    if (old_lines[i] != new_lines[i]) changed.push_back(i);
  }
  if (changed.empty()) return {};
  std::string text = "--- " + name("a/", path) + "\n+++ " + name("b/", path) + '\n';
  for (std::size_t first = 0; first < changed.size();) {
    std::size_t last = first;
    while (last + 1 < changed.size() && changed[last + 1] - changed[last] <= 2 * context + 1) ++last;
    const std::size_t begin = changed[first] - std::min(changed[first], context),
                      end = std::min(changed[last] + 1 + context, count);
    const std::string range = std::to_string(begin + 1) + ',' + std::to_string(end - begin);
    text += "@@ -" + range + " +" + range + " @@\n";
    for (std::size_t at = begin; at < end;) {
      if (old_lines[at] == new_lines[at]) {
        append_line(text, ' ', old_lines[at++]);
        continue;
      }
      std::size_t stop = at;
      while (stop < end && old_lines[stop] != new_lines[stop]) ++stop;
      for (std::size_t i = at; i < stop; ++i) append_line(text, '-', old_lines[i]);
      for (std::size_t i = at; i < stop; ++i) append_line(text, '+', new_lines[i]);
      at = stop;
    }
    first = last + 1;
  }
  return text;
}

}  // namespace octavo::command
