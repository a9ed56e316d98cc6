#pragma once
// How a link is written in its source, and how to spell it otherwise so that it shows what it showed.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "diagnostics/diagnostics.h"

namespace octavo::resolve {

// A link or an embed: where it stands and what it asks for.
struct Wording {
  base::Span where;
  const book::ToName& to;
  std::string_view target;  // the whole of what it names, as written
  std::string_view from;  // the path of the note it was written in
};

enum class Part { note, heading, block };  // of the headings the last one

struct Spelling {
  std::vector<diagnostics::Edit> edits;
  std::string whole;  // the source of the link after them
  explicit operator bool() const { return !edits.empty(); }
};

// All that follow give nothing where the source does not stand as the target says: with escapes, with a comment in it, or
// with an address that is written elsewhere.

// The part written anew.
Spelling renamed(const diagnostics::Sources& sources, const Wording& link, Part part, std::string_view text);
// The part with the capital letters of `text`; nothing if more than these differs. Letters stay percent-encoded.
Spelling recased(const diagnostics::Sources& sources, const Wording& link, Part part, std::string_view text);
// The same of a note, which may be written with some of its folders and without its ending: each as in the path.
Spelling recased_note(const diagnostics::Sources& sources, const Wording& link, std::string_view path);

}  // namespace octavo::resolve
