#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "report/report.h"
#include "report/shown.h"

namespace octavo::report {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;
using diagnostics::Sources;
using diagnostics::word;

constexpr std::size_t widest_line = 100;   // columns of source text; more is windowed
constexpr std::size_t before_window = 30;  // columns kept before the marked words

struct Look {
  std::string_view strong, error, warning, note, mark, plain;
};
constexpr Look colored = {"\x1b[1m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;36m", "\x1b[1;32m", "\x1b[0m"};
constexpr Look colorless = {};

std::string_view color(Severity severity, const Look& look) {
  switch (severity) {
    case Severity::note:
      return look.note;
    case Severity::warning:
      return look.warning;
    case Severity::error:
      return look.error;
  }
  return "";
}

// Columns a terminal gives to a character: 2 for wide ones, 0 for those that sit on another.
std::size_t columns_of(char32_t code_point) {
  if ((code_point >= ' ' && code_point < 0x7F) || is_dangerous(code_point)) return 1;
  const auto character = static_cast<UChar32>(code_point);
  constexpr std::uint32_t no_columns = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK;
  if (U_GET_GC_MASK(character) & no_columns && code_point != 0xAD) return 0;
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// The part of a line that is shown, as bytes into it.
struct Window {
  std::size_t begin, end;
};

std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

// Looks only at what it shows: a line of megabytes with a finding in every word is not read once for each.
Window window(std::string_view line, std::size_t mark) {
  const auto end_within = [&](std::size_t begin, std::size_t columns) {
    std::size_t at = begin;
    for (std::size_t used = 0; at < line.size();) {
      const base::Decoded decoded = base::decode(line, at);
      used += columns_of(decoded.code_point);
      if (used > columns || at - begin > 16 * columns) break;  // marks without end have no columns
      at += decoded.length;
    }
    return at;
  };
  if (end_within(0, widest_line) == line.size()) return {0, line.size()};
  std::size_t begin = mark;
  for (std::size_t used = 0; begin > 0 && used < before_window && mark - begin < 16 * before_window;) {
    begin = previous(line, begin);
    used += columns_of(base::decode(line, begin).code_point);
  }
  return {begin, end_within(begin, widest_line)};
}

void append_excerpt(std::string& out, const Sources& sources, base::Span where, const Look& look) {
  const Sources::Source& source = sources.of(where.file);
  const auto size = static_cast<std::uint32_t>(source.text.size());
  const std::size_t number = sources.position(where.file, where.begin).line;
  const std::string_view line = sources.line(where.file, number);
  const std::size_t start = source.line_starts()[number - 1];
  // A span that runs on over more lines is marked to the end of its first.
  const std::size_t begin = std::min<std::size_t>(std::min(where.begin, size) - start, line.size());
  const std::size_t end =
      std::clamp<std::size_t>(std::min(where.end, size), start + begin, start + line.size()) - start;
  const Window shown = window(line, begin);

  const std::string digits = std::to_string(number);
  const std::size_t gutter = std::max<std::size_t>(digits.size(), 5);
  std::string marks;
  out.append(gutter - digits.size(), ' ').append(digits).append(" | ");
  if (shown.begin > 0) {
    out += "…";
    marks += ' ';
  }
  bool marked = false;
  const auto mark = [&](std::size_t columns) {
    if (!marked) marks.append(look.mark);
    for (; columns > 0; --columns, marked = true) marks += marked ? '~' : '^';
  };
  for (std::size_t at = shown.begin; at < shown.end;) {
    const base::Decoded decoded = base::decode(line, at);
    append_shown(out, decoded.code_point);
    const std::size_t columns = columns_of(decoded.code_point);
    if (at >= begin && at < end) {
      mark(columns);
    } else if (at < begin) {
      decoded.code_point == '\t' ? marks += '\t' : marks.append(columns, ' ');
    }
    at += decoded.length;
  }
  if (!marked) mark(1);  // an empty span, or one of nothing but marks that have no columns
  if (shown.end < line.size()) out += "…";
  out.append("\n").append(gutter, ' ').append(" | ").append(marks).append(look.plain).append("\n");
}

void append_finding(std::string& out, const Diagnostic& one, const Report& report, const Look& look) {
  const Sources& sources = report.sources;
  if (one.where.file) {
    const Sources::Position position = sources.position(one.where.file, one.where.begin);
    out.append(look.strong);
    append_message(out, report.path(one.where.file));
    out.append(":")
        .append(std::to_string(position.line))
        .append(":")
        .append(std::to_string(position.column))
        .append(": ");
    out.append(look.plain);
  }
  out.append(color(one.severity, look))
      .append(word(one.severity))
      .append(": ")
      .append(look.plain)
      .append(look.strong);
  append_message(out, one.message);
  out.append(look.plain).append(" [").append(diagnostics::facts(one.rule).id).append("]\n");
  if (one.where.file) append_excerpt(out, sources, one.where, look);
  const auto further = [&](std::string_view before, std::string_view line) {
    out.append("      ").append(before);
    append_message(out, line);
    out += '\n';
  };
  for (const std::string& line : one.related) further("", line);
  if (!one.suggestion.empty()) further("help: ", one.suggestion);
}

}  // namespace

std::string text(const Report& report, TextOptions options) {
  const Look& look = options.color ? colored : colorless;
  std::string out;
  std::array<std::size_t, 3> counts = {};
  for (const Diagnostic& one : report.findings) {
    append_finding(out, one, report, look);
    ++counts[static_cast<std::size_t>(one.severity)];
  }
  std::string_view separator;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const std::size_t count = counts[static_cast<std::size_t>(severity)];
    if (count == 0) continue;
    out.append(separator)
        .append(std::to_string(count))
        .append(" ")
        .append(word(severity))
        .append(count > 1 ? "s" : "");
    separator = ", ";
  }
  return out.empty() ? out : out.append("\n");
}

}  // namespace octavo::report
