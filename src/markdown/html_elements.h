#pragma once
// The allowlist: which of HTML's elements and attributes a book can hold.
#include <string_view>

namespace octavo::markdown {

enum class ElementKind {
  words,       // stands in a line of text and is kept
  block,       // stands on lines of its own and is kept, or what it holds is
  lost_words,  // not kept; what it holds is
  lost_block,  // the same, on lines of its own
  mute,        // not kept, and what it holds is no text for people
  unknown,     // no element of HTML
};

// Of an element's name in lower case.
ElementKind element_kind(std::string_view name);
// It never has an end.
bool is_void(std::string_view name);
// It is a part of a table, and no part of anything else.
bool is_table_part(std::string_view name);
// A block that within a line of text is no more than a new line.
bool is_plain_block(std::string_view name);
bool is_kept_attribute(std::string_view name);

}  // namespace octavo::markdown
