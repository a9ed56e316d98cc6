#pragma once
// HTML to the tree that an HTML5 parser makes of it.
#include <string>
#include <vector>

#include "markdown/pairs.h"

namespace octavo::markdown {

struct HtmlNode {
  Tag tag;                    // of an element; without a name it is text
  std::string text;           // decoded
  std::size_t offset = 0;     // where it begins in the HTML
  bool holds_blocks = false;  // somewhere below: blocks, or Markdown
  std::vector<HtmlNode> children;

  bool is_element() const { return !tag.name.empty(); }
};

// Of cleaned HTML, whose depth is bounded.
HtmlNode html_tree(const std::string& html);

}  // namespace octavo::markdown
