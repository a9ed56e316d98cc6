#pragma once
// The content of a block to inlines.
#include <string_view>

#include "book/book.h"
#include "markdown/reading.h"

namespace octavo::markdown {

enum class Place { text, table_cell };

// Content of a block from the offset `at` on, which `map` takes back to the source.
struct Stretch {
  std::string_view text;
  const SourceMap& map;
  Offset at = 0;
  Place place = Place::text;
};

// Typographic, trimmed, every inline with its place in the source. Wikilinks that are wrong are reported.
book::Inlines inlines(Reading& reading, const Stretch& stretch);

// The same for what stands behind the bar of a wikilink: no links in it, and typography is left to the run
// that the link stands in.
book::Inlines alias_inlines(Reading& reading, const Stretch& stretch);

}  // namespace octavo::markdown
