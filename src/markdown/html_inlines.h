#pragma once
// HTML within a line: what its tags stand for, and what a pair of them makes of the words between.
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "markdown/pairs.h"

namespace octavo::markdown {

// The HTML of one run of inlines, tag by tag.
struct InlineHtml {
  std::set<std::string> closed;               // all elements that are closed in the run
  std::map<std::string, base::Span> unknown;  // tags that were kept as text, each at its first place
  std::set<std::string> dropped;              // names of elements
  bool has_lines = false;                     // some of it stands on a line of its own
  std::string raw;                            // the element that is open and whose words are no text, or code

  // A tag, comment or instruction, as the parser found it, to the pieces it stands for.
  void add(std::string_view html, base::Span where, std::vector<Piece>& pieces);
  // Whether it is a comment that exempts the place it stands in.
  bool exempts(std::string_view html) const;
};

// What an element without content stands for: a picture, the end of a line; nothing for most.
book::Inlines void_element(const Tag& tag, base::Span where);
// What a pair of tags makes of what it encloses.
book::Inlines enclosed(const Tag& tag, book::Inlines content, base::Span where);

std::vector<std::string> classes_of(const Tag& tag);
std::string language_of(const Tag& tag);
std::string direction_of(const Tag& tag);
// Its `id`, or its `name`; or "".
std::string id_of(const Tag& tag);
// A whole number from `least` to `most`; `otherwise` if the attribute has none.
int number_of(const Tag& tag, std::string_view attribute, int least, int most, int otherwise);

}  // namespace octavo::markdown
