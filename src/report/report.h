#pragma once
// Findings in the words of whoever reads them: people or machines. One file per format.
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.h"

namespace octavo::report {

// What is told. The sources must outlive it.
struct Report {
  explicit Report(const diagnostics::Sink& sink, std::string book_folder = "")
      : findings(sink.sorted()),
        fingerprints(diagnostics::fingerprints(findings, sink.sources)),
        sources(sink.sources),
        folder(std::move(book_folder)) {}

  std::vector<diagnostics::Diagnostic> findings;
  std::vector<std::string> fingerprints;  // of each finding
  const diagnostics::Sources& sources;
  // The book's folder as seen from where octavo was called, "" if it is that; every path is told with it.
  std::string folder;
  diagnostics::Severity failing = diagnostics::Severity::error;  // from which severity on a finding makes the run fail
  std::size_t known = 0;  // findings that were left out because a baseline has them

  std::string path(base::FileId file) const;
};

enum class Format { text, json, sarif, github, junit };

struct TextOptions {
  bool color = false;
};

// For people: one finding a paragraph: `path:line:column: severity: message [rule]`, the source line, a caret under the exact
// words, the suggestion; then one line that counts them. "" if there is nothing to say.
std::string text(const Report& report, TextOptions options = {});

// For programs, as findings.schema.json in this folder says. Messages and paths are told unchanged, but for bytes that are not
// UTF-8: each run of those is U+FFFD.
std::string json(const Report& report);
// SARIF 2.1.0 (OASIS), with what GitHub's code scanning shows: every rule with its help, and a place in a file for every finding;
// what is about no file is put to book.toml.
std::string sarif(const Report& report);
// Workflow commands of GitHub Actions: a line a finding, which becomes a mark on the line it is about.
std::string github(const Report& report);
// JUnit's XML in the form of Ant: one test for each file that was read and one for the book as a whole. What makes the run fail is
// a failure; all else stands in the output. It knows no time: the suite's is the beginning of 1970.
std::string junit(const Report& report);

std::string written(const Report& report, Format format);

}  // namespace octavo::report
