#pragma once
// cmark-gfm: the only file that knows how its parser is run. Blocks come first, and inlines only of what the
// caller asks for, so that the content of a block can be looked at, and changed, in between.
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

#include <memory>
#include <string_view>

// Exported by the library, but in none of the headers that Debian ships.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;
}

namespace octavo::markdown {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Node = std::unique_ptr<cmark_node, FreeNode>;

class Document {
 public:
  explicit Document(std::string_view text);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // The blocks; those that hold text have it as their `content` and no inlines.
  cmark_node* root() const { return root_.get(); }
  // A paragraph of the inlines of `content`, which must hold no line feed: then column and offset are one,
  // and every column is exact.
  Node inlines(std::string_view content) const;
  // How many link definitions were dropped because repeating them would fill the memory.
  int refused_definitions() const { return refused_; }

 private:
  cmark_parser* parser_;
  Node root_;
  int refused_ = 0;
};

}  // namespace octavo::markdown
