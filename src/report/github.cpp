// Workflow commands of GitHub Actions: `::error file=...,line=...::message`. The runner takes back %25, %0D
// and %0A, in properties also %3A and %2C; it drops columns where the lines differ, and shows ten of each
// severity a step.
#include <algorithm>

#include "report/report.h"
#include "report/shown.h"

namespace octavo::report {

namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

std::string_view command(Severity severity) {
  return severity == Severity::note ? "notice" : diagnostics::word(severity);
}

enum class Place { message, property };

void append_escaped(std::string& out, std::string_view text, Place place) {
  std::string line;
  append_message(line, text);
  for (const char c : line) {
    if (c == '%')
      out += "%25";
    else if (c == ':' && place == Place::property)
      out += "%3A";
    else if (c == ',' && place == Place::property)
      out += "%2C";
    else
      out += c;
  }
}

void append_where(std::string& out, const Report& report, base::Span where) {
  const auto start = report.sources.position(where.file, where.begin);
  const auto end = report.sources.position(where.file, std::max(where.begin, where.end));
  const auto property = [&](std::string_view name, std::size_t number) {
    out.append(name).append(std::to_string(number));
  };
  out += "file=";
  append_escaped(out, report.path(where.file), Place::property);
  property(",line=", start.line);
  if (end.line == start.line) property(",col=", start.column);
  property(",endLine=", end.line);
  if (end.line == start.line) property(",endColumn=", end.column);
  out += ',';
}

}  // namespace

std::string github(const Report& report) {
  std::string out;
  for (const Diagnostic& one : report.findings) {
    const diagnostics::RuleFacts& rule = facts(one.rule);
    out.append("::").append(command(one.severity)).append(" ");
    if (one.where.file) append_where(out, report, one.where);
    out += "title=";
    append_escaped(out, std::string(rule.title) + " [" + std::string(rule.id) + "]", Place::property);
    out += "::";
    append_escaped(out, one.message, Place::message);
    for (const std::string& line : one.related) {
      out += "%0A";
      append_escaped(out, line, Place::message);
    }
    if (!one.suggestion.empty()) {
      out += "%0Ahelp: ";
      append_escaped(out, one.suggestion, Place::message);
    }
    out += '\n';
  }
  return out;
}

}  // namespace octavo::report
