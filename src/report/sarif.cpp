// SARIF 2.1.0 (OASIS), section numbers below are its own. GitHub's code scanning takes no file in which a
// finding has no place, and shows what is marked as suppressed or known, so that such findings are left out
// of a report before it comes here.
#include <algorithm>

#include "base/json.h"
#include "base/paths.h"
#include "report/report.h"
#include "report/sarif_rules.h"

namespace octavo::report {

namespace {

using base::JsonWriter;
using diagnostics::Diagnostic;

constexpr std::string_view base_id = "%SRCROOT%";
constexpr std::string_view file_of_the_book = "book.toml";  // where facts about the book as a whole stand
constexpr std::size_t longest_snippet = 500;                // bytes; a report is not a copy of the book

std::string_view level(diagnostics::Severity severity) { return word(severity); }  // 3.27.10: the same words

// 3.11.5: braces hold the numbers of arguments unless they are doubled. 3.11.6: brackets before a parenthesis
// are a link unless they are escaped; elsewhere they are not, for the sake of readers that know no escapes.
std::string message_text(std::string_view text) {
  const bool may_link = text.find("](") != std::string_view::npos;
  std::string result;
  for (const char c : text) {
    if (may_link && (c == '[' || c == ']' || c == '\\')) result += '\\';
    result += c;
    if (c == '{' || c == '}') result += c;
  }
  return result;
}

std::string message(const Diagnostic& one) {
  std::string text = one.message;
  if (!text.ends_with('?') && !text.ends_with('.') && !text.ends_with('!')) text += '.';
  for (const std::string& line : one.related) text += "\n" + line;
  if (!one.suggestion.empty()) text += "\nhelp: " + one.suggestion;
  return message_text(text);
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report) {}

  std::string written() {
    json_.open_table();
    json_.text("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_.text("version", "2.1.0");
    json_.open_list("runs");
    json_.open_table();
    write_sarif_tool(json_);
    json_.open_list("invocations");
    json_.open_table();
    json_.truth("executionSuccessful", true);
    json_.close();
    json_.close();
    if (has_own_base()) bases();
    json_.text("columnKind", "unicodeCodePoints");
    json_.open_list("newlineSequences");
    for (const std::string_view end : {"\r\n", "\n", "\r"}) json_.text(end);
    json_.close();
    json_.open_list("results");
    for (std::size_t i = 0; i < report_.findings.size(); ++i)
      result(report_.findings[i], report_.fingerprints[i]);
    json_.close();
    json_.close();
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  // A folder elsewhere on the disk is its own base. Of any other, the base is where octavo was called: the
  // root of the repository.
  bool has_own_base() const { return report_.folder.starts_with('/'); }

  void bases() {
    json_.open_table("originalUriBaseIds");
    json_.open_table(base_id);
    const std::string folder = report_.folder + (report_.folder.ends_with('/') ? "" : "/");
    json_.text("uri", "file://" + base::percent_encoded(folder));
    json_.close();
    json_.close();
  }

  void result(const Diagnostic& one, const std::string& fingerprint) {
    json_.open_table();
    json_.text("ruleId", facts(one.rule).id);
    json_.number("ruleIndex", static_cast<std::uint64_t>(one.rule));
    json_.text("level", level(one.severity));
    json_.open_table("message");
    json_.text("text", message(one));
    json_.close();
    json_.open_list("locations");
    json_.open_table();
    json_.open_table("physicalLocation");
    location(one.where);
    json_.close();
    json_.close();
    json_.close();
    json_.open_table("partialFingerprints");
    json_.text("octavo/v1", fingerprint);
    json_.close();
    if (!one.fix.empty()) fix(one);
    json_.close();
  }

  void location(base::Span where) {
    artifact(where.file);
    json_.open_table("region");
    if (where.file)
      region(where);
    else
      json_.number("startLine", 1);
    if (const std::string_view words = snippet(where); !words.empty()) {
      json_.open_table("snippet");
      json_.text("text", words);
      json_.close();
    }
    json_.close();
  }

  void artifact(base::FileId file) {
    const std::string folder = has_own_base() ? "" : report_.folder;
    json_.open_table("artifactLocation");
    json_.text("uri",
               base::percent_encoded(base::join(
                   folder, file ? std::string_view(report_.sources.of(file).path) : file_of_the_book)));
    json_.text("uriBaseId", base_id);
    json_.close();
  }

  void region(base::Span where) {
    const auto start = report_.sources.position(where.file, where.begin);
    const auto end = report_.sources.position(where.file, std::max(where.begin, where.end));
    json_.number("startLine", start.line);
    json_.number("startColumn", start.column);
    json_.number("endLine", end.line);
    json_.number("endColumn", end.column);
  }

  std::string_view snippet(base::Span where) const {
    const bool is_too_long = where.end > where.begin && where.end - where.begin > longest_snippet;
    return is_too_long ? std::string_view() : report_.sources.text(where);
  }

  // 3.55: all its changes are made or none; those of one file stand together.
  void fix(const Diagnostic& one) {
    json_.open_list("fixes");
    json_.open_table();
    json_.open_table("description");
    json_.text("text", "What \"octavo check --fix\" would write.");
    json_.close();
    json_.open_list("artifactChanges");
    for (std::size_t i = 0; i < one.fix.size();) {
      const base::FileId file = one.fix[i].where.file;
      json_.open_table();
      artifact(file);
      json_.open_list("replacements");
      for (; i < one.fix.size() && one.fix[i].where.file == file; ++i) replacement(one.fix[i]);
      json_.close();
      json_.close();
    }
    json_.close();
    json_.close();
    json_.close();
  }

  void replacement(const diagnostics::Edit& edit) {
    json_.open_table();
    json_.open_table("deletedRegion");
    region(edit.where);
    json_.close();
    json_.open_table("insertedContent");
    json_.text("text", edit.text);
    json_.close();
    json_.close();
  }

  const Report& report_;
  JsonWriter json_;
};

}  // namespace

std::string sarif(const Report& report) { return Writer(report).written(); }

}  // namespace octavo::report
