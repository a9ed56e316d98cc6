#pragma once
// Which edits of a book's sources go well together, and the files they make.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/files.h"
#include "diagnostics/diagnostics.h"

namespace octavo::command {

// An edit where it is written: in a file by its real path, in bytes behind a byte order mark.
struct Change {
  std::string path;
  std::uint32_t begin = 0, end = 0;
  std::string text;
  friend auto operator<=>(const Change&, const Change&) = default;
};

// What mends one finding.
struct Fix {
  std::string finding;  // "a.md:3: message", the same in every round: no edit adds or removes a line
  std::vector<Change> changes;
};

struct Fixes {
  std::vector<Fix> fixes;
  std::map<std::string, std::string> files;  // what they are to change, by real path, as it was read
};

// The fixes of the findings, in their order, without those that would change a line's end and those that overlap one before.
// The same edit may belong to several: two parts of a link that shows its target want it to go on showing that.
// Throws Failure where a file no longer holds what the findings were found in.
Fixes fixes_of(const std::vector<diagnostics::Diagnostic>& findings, const diagnostics::Sources& sources,
               const base::Files& files, const std::string& root);

// The files that the fixes change, as they are after them.
std::map<std::string, std::string> files_after(const std::vector<const Fix*>& fixes,
                                               const std::map<std::string, std::string>& files);

}  // namespace octavo::command
