#pragma once
// A note's text to its lines, with what can be said of each without a parser.
#include <string_view>
#include <vector>

#include "markdown/source.h"

namespace octavo::markdown {

struct Line {
  Offset begin = 0, end = 0;  // without its line feed
  Offset text = 0;            // after white space and quote marks; `end` where nothing follows
  Offset quotes = 0;          // how many quote marks stand before the text
  Offset indent = 0;          // white space straight before the text, in bytes
  bool in_code = false;       // within a fence, or one

  bool is_blank() const { return text == end; }
};

// The lines from `from` on, as the parser numbers them.
std::vector<Line> lines_of(std::string_view text, Offset from);

// The length of the list marker at `at` ("- ", "12. "; its space not counted), or 0.
Offset list_marker(std::string_view line, Offset at);

}  // namespace octavo::markdown
