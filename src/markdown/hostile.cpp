// Text that no person wrote and that would hold the parser for minutes: looked for in linear time, kept as
// text, its markup not.
#include <string>

#include "markdown/disguise.h"
#include "markdown/prepare.h"

namespace octavo::markdown {

namespace {

constexpr Offset deepest_on_a_line = 100;  // quotes and lists inside each other
// A table's rows are filled up to the number of its columns. So many cells beyond those that were written are
// harmless.
constexpr std::size_t filled_cells = 100'000;
// For each row that could delimit a head, the parser reads all the lines above it again.
constexpr std::size_t most_delimiter_rows = 20;  // without a blank line between them

bool is_delimiter_row(std::string_view row) {
  if (row.empty() || (row.front() != '|' && row.front() != ':' && row.front() != '-')) return false;  // most rows
  return row.find_first_not_of("|:- \t") == std::string_view::npos &&
         row.find('-') != std::string_view::npos && row.find_first_of("|:") != std::string_view::npos;
}

void defuse_large_tables(std::string& text, const std::vector<Line>& lines, const Source& source) {
  std::size_t rows = 0, bytes = 0;  // of the lines below, up to the next blank one
  for (std::size_t i = lines.size(); i-- > 0;) {
    const Line& line = lines[i];
    if (line.is_blank()) {
      rows = bytes = 0;
      continue;
    }
    const std::string_view row = std::string_view(text).substr(line.text, line.end - line.text);
    if (!line.in_code && is_delimiter_row(row)) {
      std::size_t columns = 1;
      for (const char character : row) columns += character == '|';
      if (columns * rows > filled_cells + bytes || columns > 1'000) {
        source.report(diagnostics::Rule::text_hostile, source.span(line.text, line.end),
                      "a table of " + std::to_string(columns) + " columns and up to " + std::to_string(rows) +
                          " rows is too large for a page; it was taken as text");
        text[line.text] = disguised(text[line.text]);
      }
    }
    ++rows;
    bytes += line.end - line.begin;
  }
}

void defuse_delimiter_rows(std::string& text, const std::vector<Line>& lines, const Source& source) {
  std::size_t count = 0;
  for (const Line& line : lines) {
    const std::string_view row = std::string_view(text).substr(line.text, line.end - line.text);
    if (line.is_blank()) {
      count = 0;
    } else if (!line.in_code && is_delimiter_row(row) && ++count > most_delimiter_rows) {
      if (count == most_delimiter_rows + 1) {
        source.report(diagnostics::Rule::text_hostile, source.span(line.text, line.end),
                      "too many rows that delimit tables follow each other; the rest was taken as text");
      }
      text[line.text] = disguised(text[line.text]);
    }
  }
}

}  // namespace

// Every later line is compared with all the quotes and lists that are open, so thousands of them cost the
// square.
void defuse_nesting(std::string& text, const std::vector<Line>& lines, const Source& source) {
  for (const Line& line : lines) {
    if (line.in_code) continue;
    const std::string_view until_end = std::string_view(text).substr(0, line.end);
    Offset depth = 0;
    for (Offset at = line.begin; at < line.end;) {
      const Offset marker = text[at] == '>' ? 1 : list_marker(until_end, at);
      if (marker != 0) {
        if (++depth > deepest_on_a_line) {
          source.report(diagnostics::Rule::text_hostile, source.span(at, line.end),
                        "more than " + std::to_string(deepest_on_a_line) +
                            " quotes and lists inside each other; the rest of the line was taken as text");
          text[at + marker - 1] = disguised(text[at + marker - 1]);
          break;
        }
        at += marker;
      } else if (text[at] == ' ' || text[at] == '\t') {
        ++at;
      } else {
        break;
      }
    }
  }
}

void defuse_tables(std::string& text, const std::vector<Line>& lines, const Source& source) {
  defuse_large_tables(text, lines, source);
  defuse_delimiter_rows(text, lines, source);
}

}  // namespace octavo::markdown
