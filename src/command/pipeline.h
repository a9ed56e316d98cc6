#pragma once
// The way from a path to books: every line is a room.
#include <cstddef>
#include <string>
#include <vector>

#include "book/book.h"
#include "command/command.h"
#include "command/options.h"
#include "command/output.h"
#include "command/progress.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"
#include "vault/vault.h"

namespace octavo::command {

// What `check` has when it stops, and `build` goes on with: the checker and the book cannot disagree.
struct Resolved {
  config::Settings settings;
  vault::Vault notes;
  book::Book book;
};
// Throws Failure if the path cannot be read or SOURCE_DATE_EPOCH is no number.
Resolved resolved(const std::string& path, const World& world, diagnostics::Sink& sink, Progress& progress);

// Its beginning: the notes read, and nothing followed yet.
struct Drafted {
  config::Settings settings;
  vault::Vault notes;
  book::Book draft;
};
Drafted drafted(const std::string& path, const World& world, diagnostics::Sink& sink, Progress& progress);

// The book's folder as seen from where octavo was called, "" if it is that: what paths are told with.
std::string folder_shown(const std::string& root, const World& world);

// The books, whole, but not written yet. Pages are laid out only for a PDF.
std::vector<Output> books(Resolved resolved, const Options& options, World& world,
                          diagnostics::Sink& sink, Progress& progress);

}  // namespace octavo::command
