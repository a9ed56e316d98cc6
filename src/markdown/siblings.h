#pragma once
// The children of one parent, in order. HTML in one of them may hold those that follow.
#include <functional>

#include "book/book.h"
#include "markdown/reading.h"

namespace octavo::markdown {

// What is asked of the one who reads the tree.
struct NodeReader {
  // Adds the blocks of a node that is no HTML; `depth` is how many blocks and HTML elements it stands in.
  std::function<void(cmark_node* node, book::Blocks& result, int depth)> add;
  std::function<base::Span(const cmark_node* node)> where;
  std::function<SourceMap(const cmark_node* node)> map;  // of HTML, from its text to the source
  int deepest = 0;  // how deep a node may stand
};

// All from `first` up to, not including, `end`; `depth` is that of their parent.
void add_siblings(Reading& reading, const NodeReader& reader, cmark_node* first, const cmark_node* end,
                  int depth, book::Blocks& result);

}  // namespace octavo::markdown
