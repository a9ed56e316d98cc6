#pragma once
// A book's sources with all mended that can be without changing the book. Nothing is written.
#include <map>
#include <string>
#include <vector>

#include "base/files_overlay.h"
#include "command/command.h"
#include "command/options.h"
#include "command/progress.h"
#include "diagnostics/diagnostics.h"

namespace octavo::command {

struct File {
  std::string before, after;
};

// A book as `check` reads it.
struct Reading {
  diagnostics::Sink sink{diagnostics::Strictness::check};
  std::vector<diagnostics::Diagnostic> findings;
  std::string root;
  std::string book;  // all that it is, as text
};

struct Mended {
  Reading before, after;
  std::map<std::string, File> files;  // that change, by real path
  std::size_t findings = 0;  // mended
  std::vector<std::string> left_alone;  // findings whose fixes would change the book, or were not proved in time
};

// Fixes are proved: after them the whole book is read again, and must be the same with no finding more of any rule. Throws
// Failure.
Mended mended(const Options& options, const World& world, Progress& progress);

}  // namespace octavo::command
