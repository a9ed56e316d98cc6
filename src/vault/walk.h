#pragma once
// In goes a folder, out come the paths below it, in reading order. Private to the room.
#include <string>
#include <vector>

#include "base/files.h"
#include "diagnostics/diagnostics.h"

namespace octavo::vault {

struct Paths {
  std::vector<std::string> notes;  // relative to the root, in reading order
  std::vector<std::string> files;  // everything else, sorted by bytes
};

// Everything in the book's folder. What `order` lists comes first among its siblings, as it is listed.
Paths walk_book(const base::Files& files, const std::string& root, const std::vector<std::string>& order,
                diagnostics::Sink& sink);
// What lies around a book of one note and may be shown in it. The folder can be anything, a home folder too:
// so the walk is shallow, and what cannot be read is no one's mistake.
Paths walk_around_note(const base::Files& files, const std::string& root);

}  // namespace octavo::vault
