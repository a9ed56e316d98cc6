#pragma once
// What a name may mean that no file and no alias has: the front page of a folder, or the title of a note.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/name_table.h"
#include "resolve/destination.h"
#include "resolve/spelling.h"

namespace octavo::resolve {

struct StandIn {
  enum class Kind { folder, title };
  Kind kind = Kind::folder;
  vault::NoteIndex note;
};

// The tables are made when first asked for; a search costs no more than the folders or titles that share the
// name.
class StandIns {
 public:
  // Titles are those that front matter or a heading give, of chapters and of the shelf.
  StandIns(const book::Book& book, const vault::Vault& notes) : book_(book), notes_(notes) {}

  // `from` is the path of the note it was written in. W69, then W84: the exact title first, then the folded one, then its slug. A title that several notes have
  // is none's.
  std::optional<StandIn> find(const book::ToName& target, std::string_view from);

 private:
  void learn();
  vault::NoteIndex front_page(std::string_view name) const;
  vault::NoteIndex titled(std::string_view name) const;

  struct Titled {
    std::string title, folded;  // in NFC; as names are compared
    vault::NoteIndex note;
  };
  const book::Book& book_;
  const vault::Vault& notes_;
  bool is_learned_ = false;
  // From the folded last part of a folder's path to the whole, folded, with its front page; the shortest path
  // first.
  std::unordered_map<std::string, std::vector<std::pair<std::string, vault::NoteIndex>>> folders_;
  std::vector<Titled> titled_;
  base::NameTable by_title_, by_slug_;  // folded; into titled_
};

// Says how the note was found.
void report_stand_in(const StandIn& found, const Wording& link, const vault::Vault& notes, diagnostics::Sink& sink);

}  // namespace octavo::resolve
