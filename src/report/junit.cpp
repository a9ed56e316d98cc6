// JUnit's XML as Ant writes it, which all CI systems read. A test may have one failure there, so the findings
// of a file are the lines of one; what does not make the run fail has no place in a test that passed, and
// stands in the output of the suite.
#include <map>

#include "base/xml.h"
#include "report/report.h"
#include "report/shown.h"

namespace octavo::report {

namespace {

using base::XmlWriter;
using diagnostics::Diagnostic;

// A file's findings that make the run fail; null: what is about no file.
struct Test {
  std::size_t failures = 0;
  const Diagnostic* first = nullptr;
  std::string lines;
};

std::string lines_about(const Diagnostic& one, const Report& report) {
  std::string out;
  if (one.where.file) {
    const auto position = report.sources.position(one.where.file, one.where.begin);
    append_message(out, report.path(one.where.file));
    out += ":" + std::to_string(position.line) + ":" + std::to_string(position.column) + ": ";
  }
  out.append(word(one.severity)).append(": ");
  append_message(out, one.message);
  out.append(" [").append(facts(one.rule).id).append("]\n");
  for (const std::string& line : one.related) {
    out += "      ";
    append_message(out, line);
    out += '\n';
  }
  if (!one.suggestion.empty()) {
    out += "      help: ";
    append_message(out, one.suggestion);
    out += '\n';
  }
  return out;
}

void write_test(XmlWriter& xml, const std::string& name, const Test& test) {
  const auto one_line = [](std::string_view text) {
    std::string line;
    append_message(line, text);
    return line;
  };
  xml.open("testcase");
  xml.attribute("name", one_line(name));
  xml.attribute("classname", "octavo");
  xml.attribute("time", "0");
  if (test.failures > 0) {
    xml.open("failure");
    xml.attribute("type", facts(test.first->rule).id);
    const std::string others =
        test.failures > 1 ? " (and " + std::to_string(test.failures - 1) + " more)" : "";
    xml.attribute("message", one_line(test.first->message) + others);
    xml.text(test.lines);
    xml.close();
  }
  xml.close();
  xml.line();
}

}  // namespace

std::string junit(const Report& report) {
  Test book;
  std::map<std::string, Test> files;  // by path: the order of the sources is that of the work
  for (std::size_t i = 0; i < report.sources.size(); ++i) files[report.path(base::FileId(i))];
  std::string passed;
  for (const Diagnostic& one : report.findings) {
    if (one.severity < report.failing) {
      passed += lines_about(one, report);
      continue;
    }
    Test& test = one.where.file ? files[report.path(one.where.file)] : book;
    if (test.failures++ == 0) test.first = &one;
    test.lines += lines_about(one, report);
  }
  std::size_t failed = book.failures > 0;
  for (const auto& [path, test] : files) failed += test.failures > 0;

  XmlWriter xml;
  xml.declaration();
  xml.open("testsuites");
  xml.line();
  xml.open("testsuite");
  xml.attribute("name", "octavo");
  xml.attribute("package", "octavo");
  xml.attribute("id", "0");
  xml.attribute("hostname", "localhost");
  xml.attribute("timestamp", "1970-01-01T00:00:00");
  xml.attribute("time", "0");
  xml.attribute("tests", std::to_string(files.size() + 1));
  xml.attribute("failures", std::to_string(failed));
  xml.attribute("errors", "0");
  xml.line();
  xml.element("properties", "");
  xml.line();
  write_test(xml, "the book as a whole", book);
  for (const auto& [path, test] : files) write_test(xml, path, test);
  xml.element("system-out", passed);
  xml.line();
  xml.element("system-err", "");
  xml.line();
  xml.close();
  xml.line();
  xml.close();
  xml.line();
  return xml.take();
}

}  // namespace octavo::report
