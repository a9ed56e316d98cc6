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

inline std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}
inline std::string_view content_of(const cmark_node* node) {
  return {reinterpret_cast<const char*>(node->content.ptr), static_cast<std::size_t>(node->content.size)};
}

// Calls `visit` for the node and every one below it, parents first, without recursion.
template <class Visit>
void each_node(cmark_node* root, Visit visit) {
  struct FreeWalk {
    void operator()(cmark_iter* walk) const { cmark_iter_free(walk); }
  };
  const std::unique_ptr<cmark_iter, FreeWalk> walk(cmark_iter_new(root));
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event == CMARK_EVENT_ENTER) visit(cmark_iter_get_node(walk.get()));
  }
}

class Document {
 public:
  explicit Document(std::string_view text);

  // The blocks; those that hold text have it as their `content` and no inlines.
  cmark_node* root() const { return root_.get(); }
  // A paragraph of the inlines of `content`, which must hold no line feed: then column and offset are one,
  // and every column is exact.
  Node inlines(std::string_view content) const;
  // How many link definitions were dropped because repeating them would fill the memory.
  int refused_definitions() const { return refused_; }

 private:
  struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  };

  std::unique_ptr<cmark_parser, FreeParser> parser_;
  Node root_;
  int refused_ = 0;
};

}  // namespace octavo::markdown
