#pragma once
// From a name to every note and file it could mean. Private to the room.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_table.h"
#include "vault/vault.h"

namespace octavo::vault {

// Made once for a vault; a search then costs no more than the notes and files that share the name.
struct Vault::Lookup {
  struct Item {
    NoteIndex note;  // one of the two is set
    FileIndex file;
    // The path as seen from the folder of the notes, in NFC, its white space normal, and folded. A note is also called by the part
    // without its ending: the first so many bytes.
    std::string exact, folded;
    std::size_t exact_bare = 0, folded_bare = 0;
    std::size_t folder = 0;  // of the exact path: the first so many bytes
    std::size_t length = 0;  // code points of the path, for "the shortest path wins"
  };

  std::vector<Item> items;  // the shortest path first, then by bytes
  base::NameTable by_name;   // the folded last part of the path, with and without a note's ending: into `items`
  base::NameTable by_alias;  // folded: the same
  // The names without ending, in NFC, of those notes that alone are called so, in whatever case, by a name or an alias.
  base::NameTable by_own_name;  // into `items`
  base::NameTable by_path;   // of a note, from the root, in NFC: into Vault::notes
  std::vector<NoteIndex> by_file;

  explicit Lookup(const Vault& vault);
};

// Each part of the path folded, so that white space beside a slash is treated as at the ends of a name.
std::string folded_path(std::string_view path);

}  // namespace octavo::vault
