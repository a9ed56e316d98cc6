// For programs. The keys are those of findings.schema.json; one that is taken away or means something else
// asks for another version.
#include <algorithm>

#include "base/json.h"
#include "report/report.h"

namespace octavo::report {

namespace {

using base::JsonWriter;
using diagnostics::Diagnostic;
using diagnostics::Severity;

constexpr std::uint64_t version = 1;

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  std::string written() {
    json_.open_table();
    json_.number("version", version);
    json_.open_table("tool");
    json_.text("name", "octavo");
    json_.text("version", OCTAVO_VERSION);
    json_.close();
    summary();
    json_.open_list("findings");
    for (std::size_t i = 0; i < report_.findings.size(); ++i)
      finding(report_.findings[i], report_.fingerprints[i]);
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  void summary() {
    const auto number = [&](Severity severity) {
      return static_cast<std::uint64_t>(
          std::ranges::count(report_.findings, severity, &Diagnostic::severity));
    };
    json_.open_table("summary");
    json_.number("errors", number(Severity::error));
    json_.number("warnings", number(Severity::warning));
    json_.number("notes", number(Severity::note));
    json_.number("known", report_.known);
    json_.close();
  }

  void finding(const Diagnostic& one, const std::string& fingerprint) {
    json_.open_table();
    json_.text("rule", facts(one.rule).id);
    json_.text("severity", word(one.severity));
    json_.text("message", one.message);
    if (one.where.file) where(one.where);
    if (!one.target.empty()) json_.text("target", one.target);
    if (!one.suggestion.empty()) json_.text("suggestion", one.suggestion);
    json_.open_list("related");
    for (const std::string& line : one.related) json_.text(line);
    json_.close();
    json_.open_list("fix");
    for (const diagnostics::Edit& edit : one.fix) {
      json_.open_table();
      where(edit.where);
      json_.text("text", edit.text);
      json_.close();
    }
    json_.close();
    json_.text("fingerprint", fingerprint);
    json_.close();
  }

  void where(base::Span span) {
    json_.text("path", report_.path(span.file));
    position("start", span.file, span.begin);
    position("end", span.file, span.end);
  }

  void position(std::string_view key, base::FileId file, std::uint32_t offset) {
    const auto size = static_cast<std::uint32_t>(report_.sources.of(file).text.size());
    const auto position = report_.sources.position(file, offset);
    json_.open_table(key);
    json_.number("line", position.line);
    json_.number("column", position.column);
    json_.number("offset", std::min(offset, size));
    json_.close();
  }

  const Report& report_;
  JsonWriter json_;
};

}  // namespace

std::string json(const Report& report) { return Writer(report).written(); }

}  // namespace octavo::report
