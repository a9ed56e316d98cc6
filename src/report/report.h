#pragma once
// Findings in the words of whoever reads them: people or machines. One file per format.
#include <string>
#include <vector>

#include "diagnostics/diagnostics.h"

namespace octavo::report {

// What is told. The sources must outlive it.
struct Report {
  explicit Report(const diagnostics::Sink& sink, std::string book_folder = "")
      : findings(sink.sorted()), sources(sink.sources), folder(std::move(book_folder)) {}

  std::vector<diagnostics::Diagnostic> findings;
  const diagnostics::Sources& sources;
  // The book's folder as seen from where octavo was called, "" if it is that; every path is told with it.
  std::string folder;

  std::string path(base::FileId file) const;
};

enum class Format { text, json, sarif, github, junit };

struct TextOptions {
  bool color = false;
};

// For people: one finding a paragraph: `path:line:column: severity: message [rule]`, the source line, a caret under the exact
// words, the suggestion; then one line that counts them. "" if there is nothing to say.
std::string text(const Report& report, TextOptions options = {});

}  // namespace octavo::report
