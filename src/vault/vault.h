#pragma once
// The notes and pictures on disk, in reading order, and from a name to all the candidates it could mean.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/span.h"
#include "config/config.h"
#include "diagnostics/diagnostics.h"

namespace octavo::vault {

using NoteIndex = base::Id<struct VaultNoteTag>;  // into Vault::notes
using FileIndex = base::Id<struct VaultFileTag>;  // into Vault::files

struct Note {
  std::string path;   // relative to the root: "people/Ada.md", "src/ada.md"
  base::FileId file;  // its text is sink.sources.of(file).text
  config::FrontMatter front;
  bool is_chapter = true;             // false: it exists, but `chapters` leaves it out
  std::optional<std::size_t> choice;  // into Settings::chapters, where the author chose it
};

// Why a candidate fits, best first; cases W53 to W64 of the wikilink table.
enum class Fit { exact_path, relative_path, path_suffix, own_folder, name, alias };

struct Candidate {
  NoteIndex note;  // one of the two is set
  FileIndex file;
  Fit fit = Fit::name;
  bool exact_case = true;
};

struct Vault {
  std::string root;
  std::string
      source;  // the folder of the notes, relative to the root; names and paths in links are taken from it
  std::vector<Note> notes;  // chapters first, in reading order, then the rest by natural order
  // Everything else that could be linked or shown, relative to the root, sorted by bytes.
  std::vector<std::string> files;
  // Title of a part, and the first note in it; empty if none. A part reaches to the next; one without a title
  // holds notes that stand beside the folders which are parts.
  std::vector<std::pair<std::string, std::size_t>> parts;

  // All that `name` (a wikilink's target without its fragment; with or without ".md") could mean from the
  // note at `from`, the one that wins first. Empty if nothing fits. Compared in NFC, exact case before
  // folded. Relative forms ("./x", "../x") are taken from the folder of `from`; what leaves the root finds
  // nothing. "/x" is taken from `source` only. Aliases come last, even in exact case.
  std::vector<Candidate> find(std::string_view name, std::string_view from) const;
  // The note at that path from the root, or none.
  NoteIndex note_at(std::string_view path) const;
  // Which note's text that is; none for what was included from elsewhere.
  NoteIndex note_of(base::FileId file) const;
  // Every name a note can be called by, for "did you mean"; sorted by bytes, each once.
  std::vector<std::string> names() const;
  // The same of all that is no note: "Figure 1.png".
  std::vector<std::string> file_names() const;

  struct Lookup;  // private to the room: tables from names to notes
  std::shared_ptr<const Lookup> lookup;
};

// What begins with a dot, "node_modules", the output folder "out" of the root, and what a symbolic link leads
// out of the root are skipped; linked folders inside the root are read once, under their own name. Notes are
// what lies in `source`, but for the SUMMARY.md that was read, and what is chosen by its path; the other
// Markdown of the root are files. A note that is not UTF-8 or cannot be read is a diagnostic and is left out;
// so is an unreadable folder, but for the root: that throws Failure. Order within a folder: what a published
// site has an order for; README and index; then what begins with a digit, notes and folders together; the
// other notes; the other folders. Each by natural order.
Vault open(const base::Files& files, const config::Settings& settings, diagnostics::Sink& sink);

}  // namespace octavo::vault
