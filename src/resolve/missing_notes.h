#pragma once
// What to say of a link to a note that is not there: what was probably meant.
#include <optional>
#include <string>
#include <string_view>

#include "resolve/destination.h"
#include "resolve/near_names.h"

namespace octavo::resolve {

// A link being judged.
struct Asked {
  const book::ToName& to;
  const Destination& destination;
  base::Span where;
  std::string_view from;  // the path of the note it was written in
  std::string_view written;
  const book::Inlines& shown;  // the text of the link
};

// Whether it is what one types to search all notes: "## Heading", "^^text" (W38).
bool is_search(std::string_view written);

class MissingNotes {
 public:
  MissingNotes(const book::Book& book, const vault::Vault& notes, diagnostics::Sink& sink)
      : book_(book), notes_(notes), sink_(sink) {}

  // Reports link/missing-note with the nearest names, or what is more likely: link/title-first (W78),
  // link/search-form.
  void report(const Asked& asked);

 private:
  bool report_turned(const Asked& asked, const std::vector<std::string>& near);
  std::vector<std::string> near(const Asked& asked, const std::string& name);
  void tell(const Asked& asked, diagnostics::Rule rule, std::string message, std::string suggestion);

  const book::Book& book_;
  const vault::Vault& notes_;
  diagnostics::Sink& sink_;
  std::optional<NearNames> near_notes_, near_files_;  // made when first asked for
};

}  // namespace octavo::resolve
