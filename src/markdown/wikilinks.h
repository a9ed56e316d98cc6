#pragma once
// What stands between the double brackets of a wikilink or an embed, taken apart.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "config/config.h"

namespace octavo::markdown {

struct Wikilink {
  book::ToName target;
  std::string as_written;   // of the target, trimmed: "Note#Heading"
  std::size_t alias = 0, alias_end = 0;  // where the alias stands within the brackets; at their end if there is none
  bool is_escaped = false;  // the bar before it was written "\|"
  bool is_url = false;
};

// Nothing if no target is named. `inside` is the source between the brackets.
std::optional<Wikilink> wikilink(std::string_view inside,
                                 config::WikilinkOrder order = config::WikilinkOrder::name_first);

// Whether wikilink() gives something.
bool names_something(std::string_view inside);

// The target of `[text](url)`: a note (percent-decoded, the fragment split off before) or an address out of
// the book.
book::Target markdown_target(std::string_view url);

// "100x145" or "100".
struct Size {
  std::optional<float> width, height;
};
std::optional<Size> picture_size(std::string_view text);
// Takes the size off the end of "alt|100".
Size cut_size(std::string& alt);

}  // namespace octavo::markdown
