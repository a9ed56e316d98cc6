#include "markdown/cmark.h"

#include <cmark-gfm/houdini.h>
#include <cmark-gfm/inlines.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>
#include <cmark-gfm/syntax_extension.h>

namespace octavo::markdown {

namespace {

constexpr bufsize_t longest_definition = 8'192;

struct FreeExtension {
  void operator()(cmark_syntax_extension* extension) const {
    cmark_syntax_extension_free(cmark_get_default_mem_allocator(), extension);
  }
};

bool has_inlines(const cmark_node* node) {
  return node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING ||
         node->type == CMARK_NODE_TABLE_CELL;
}

// Asked by the parser for each node that mark_inlines() has given to this extension.
int never(cmark_syntax_extension*, cmark_node*) { return 0; }

void mark_inlines(cmark_node* root, cmark_syntax_extension* extension) {
  each_node(root, [&](cmark_node* node) {
    if (has_inlines(node)) node->extension = extension;
  });
}

// The parser throws its link definitions away when it ends; inlines are parsed after that, so they are taken
// from it before.
cmark_node* keep_definitions(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* root) {
  cmark_syntax_extension_set_private(extension, parser->refmap, nullptr);
  parser->refmap = nullptr;
  return root;
}

void attach(cmark_parser* parser, const char* name) {
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
}

// The library's registry and its table of special characters belong to the whole process. Both are filled
// once, before the first parse, and never emptied: while blocks are parsed no inline extension is attached,
// so that nothing takes characters out again.
void register_once() {
  static const bool registered = [] {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    attach(parser, "strikethrough");
    attach(parser, "autolink");
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_parser_free(parser);
    return true;
  }();
  static_cast<void>(registered);
}

// A long address defined once and called ten thousand times is copied ten thousand times.
int refuse_long_definitions(cmark_map* definitions) {
  int refused = 0;
  for (cmark_map_entry* entry = definitions->refs; entry != nullptr; entry = entry->next) {
    auto* definition = reinterpret_cast<cmark_reference*>(entry);
    if (definition->url.len + definition->title.len <= longest_definition) continue;
    definition->url.len = definition->title.len = 0;
    ++refused;
  }
  return refused;
}

}  // namespace

Document::Document(std::string_view text) {
  register_once();
  parser_.reset(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  cmark_parser* const parser = parser_.get();
  const std::unique_ptr<cmark_syntax_extension, FreeExtension> own(cmark_syntax_extension_new("octavo"));
  cmark_syntax_extension_set_contains_inlines_func(own.get(), never);
  cmark_syntax_extension_set_postprocess_func(own.get(), keep_definitions);
  attach(parser, "table");
  attach(parser, "tasklist");
  cmark_parser_attach_syntax_extension(parser, own.get());
  cmark_parser_feed(parser, text.data(), text.size());
  if (!text.ends_with('\n')) cmark_parser_feed(parser, "\n", 1);

  mark_inlines(parser->root, own.get());
  parser->options &=
      ~CMARK_OPT_FOOTNOTES;  // else notes without calls, and there are none yet, would be thrown away
  root_.reset(cmark_parser_finish(parser));
  mark_inlines(root_.get(), nullptr);

  parser->mem->free(parser->refmap);  // a new, empty one
  parser->refmap = static_cast<cmark_map*>(cmark_syntax_extension_get_private(own.get()));
  refused_ = refuse_long_definitions(parser->refmap);
  cmark_llist_free(parser->mem, parser->syntax_extensions);
  parser->syntax_extensions = nullptr;
  attach(parser, "strikethrough");
  attach(parser, "autolink");
}

Node Document::inlines(std::string_view content) const {
  Node paragraph(cmark_node_new(CMARK_NODE_PARAGRAPH));
  cmark_strbuf_set(&paragraph->content, reinterpret_cast<const unsigned char*>(content.data()),
                   static_cast<bufsize_t>(content.size()));
  paragraph->start_line = paragraph->start_column = 1;
  cmark_parse_inlines(parser_.get(), paragraph.get(), parser_->refmap, parser_->options);
  return paragraph;
}

}  // namespace octavo::markdown
