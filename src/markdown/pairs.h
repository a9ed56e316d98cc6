#pragma once
// Marks that open and close within one run of inlines, as HTML tags and highlights do, joined to what they
// enclose.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "book/book.h"

namespace octavo::markdown {

struct Tag {
  std::string name;  // lower case; "==" is a highlight
  bool can_open = false, can_close = false;
  std::vector<std::pair<std::string, std::string>> attributes;  // names in lower case, values decoded
  bool has_attributes = false;                                  // even if none was kept
  bool is_empty = false;                                        // "<a/>"

  const std::string* attribute(std::string_view attribute_name) const;
};

// An inline, or a tag with the inline that stands for it should it find no partner.
struct Piece {
  book::Inline value;
  std::unique_ptr<Tag> tag;

  bool is_tag() const { return tag != nullptr; }
};

// Adds text to the end of a run, to the text there if it ends with some. Runs of white space become one
// space.
void append_text(std::vector<Piece>& pieces, std::string_view text, base::Span where);

book::Inlines joined(std::vector<Piece> pieces);
// The same without links: a link never holds another.
book::Inlines unlinked(book::Inlines run);
// Spaces off both ends.
void trim(book::Inlines& run);
// Spaces and the ends of lines off both ends.
void trim_lines(book::Inlines& run);

}  // namespace octavo::markdown
