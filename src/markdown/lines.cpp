#include "markdown/lines.h"

#include <optional>

#include "base/line_ends.h"

namespace octavo::markdown {

namespace {

bool is_space(char character) { return character == ' ' || character == '\t'; }

struct Fence {
  char character = '`';
  Offset length = 0;
  Offset quotes = 0;
  Offset indent = 0;  // of the list item on whose first line it opens
};

// Moves past white space and at most `most` quote marks.
void measure(std::string_view text, Line& line, Offset most) {
  line.text = line.begin;
  line.quotes = line.indent = 0;
  for (; line.text < line.end; ++line.text) {
    const char character = text[line.text];
    if (is_space(character)) {
      ++line.indent;
    } else if (character == '>' && line.quotes < most) {
      ++line.quotes;
      line.indent = 0;
    } else {
      return;
    }
  }
}

Offset run_length(std::string_view text, Offset at, Offset end) {
  Offset stop = at;
  while (stop < end && text[stop] == text[at]) ++stop;
  return stop - at;
}

std::optional<Fence> opening_fence(std::string_view text, const Line& line) {
  Offset at = line.text;
  Offset quotes = line.quotes;
  // A fence may open on the line of a list marker, even of several.
  while (const Offset marker = list_marker(text.substr(0, line.end), at)) {
    at += marker;
    while (at < line.end && (is_space(text[at]) || text[at] == '>')) quotes += text[at++] == '>';
  }
  if (at == line.end || (text[at] != '`' && text[at] != '~')) return std::nullopt;
  const Offset length = run_length(text, at, line.end);
  if (length < 3) return std::nullopt;
  const auto info = text.substr(at + length, line.end - at - length);
  if (text[at] == '`' && info.find('`') != std::string_view::npos) return std::nullopt;
  return Fence{text[at], length, quotes, at == line.text ? 0 : at - line.text + line.indent};
}

bool closes(std::string_view text, const Line& line, const Fence& fence) {
  if (line.is_blank() || text[line.text] != fence.character) return false;
  Offset at = line.text + run_length(text, line.text, line.end);
  if (at - line.text < fence.length) return false;
  while (at < line.end && is_space(text[at])) ++at;
  return at == line.end;
}

}  // namespace

Offset list_marker(std::string_view line, Offset at) {
  Offset end = at;
  if (end < line.size() && (line[end] == '-' || line[end] == '+' || line[end] == '*')) {
    ++end;
  } else {
    while (end < line.size() && end - at < 9 && line[end] >= '0' && line[end] <= '9') ++end;
    if (end == at || end == line.size() || (line[end] != '.' && line[end] != ')')) return 0;
    ++end;
  }
  return end == line.size() || is_space(line[end]) ? end - at : 0;
}

std::vector<Line> lines_of(std::string_view text, Offset from) {
  constexpr Offset any_number = 0xFFFFFFFF;
  std::vector<Line> lines;
  lines.reserve((text.size() - from) / 40 + 1);
  std::optional<Fence> fence;
  for (std::size_t at = from; at < text.size();) {
    const std::size_t end = base::line_end(text, at);
    Line line{static_cast<Offset>(at), static_cast<Offset>(end)};
    if (fence) {
      measure(text, line, fence->quotes);
      const bool left_item = line.indent < fence->indent && !line.is_blank();
      if (line.quotes < fence->quotes || left_item) {  // the quote or item has ended, and the fence with it
        fence.reset();
      } else {
        line.in_code = true;
        if (closes(text, line, *fence)) fence.reset();
      }
    }
    if (!line.in_code) {
      measure(text, line, any_number);
      fence = opening_fence(text, line);
      line.in_code = fence.has_value();
    }
    lines.push_back(line);
    at = base::next_line(text, end);
  }
  return lines;
}

}  // namespace octavo::markdown
