#include "markdown/siblings.h"

#include "markdown/disguise.h"
#include "markdown/html.h"
#include "markdown/html_tags.h"

namespace octavo::markdown {

namespace {

bool is_html(const cmark_node* node) { return node->type == CMARK_NODE_HTML_BLOCK; }

std::string html_of(const cmark_node* node) {
  std::string text = revealed(view(node->as.literal));
  std::erase(text, inside_comment);
  return text;
}

// From html_of() to the literal it was made of.
SourceMap map_to_literal(std::string_view literal) {
  SourceMap map;
  map.add(0, 0);
  Offset html = 0;
  for (Offset at = 0; at < literal.size(); ++at) {
    if (literal[at] == inside_comment) continue;
    if (at > 0 && literal[at - 1] == inside_comment) map.add(html, at);
    ++html;
  }
  return map;
}

void add_html(Reading& reading, const NodeReader& reader, const cmark_node* node, HtmlRun& run) {
  const std::string html = html_of(node);
  const auto exemptions = run.add_html(html, reader.where(node));
  if (exemptions.empty()) return;
  const SourceMap literal = map_to_literal(view(node->as.literal)), source = reader.map(node);
  for (const auto& [begin, end] : exemptions) {
    const auto first = source.source(literal.source(static_cast<Offset>(begin)));
    const auto last = source.source(literal.source(static_cast<Offset>(end - 1)));
    reading.exemptions.add(std::string_view(html).substr(begin, end - begin), reading.source.span(first, last + 1));
  }
}

}  // namespace

void add_siblings(Reading& reading, const NodeReader& reader, cmark_node* first, const cmark_node* end,
                  int depth, book::Blocks& result) {
  std::set<std::string> closed;
  bool has_html = false;
  std::size_t count = 0;
  for (const cmark_node* node = first; node != end; node = node->next, ++count) {
    if (!is_html(node)) continue;
    has_html = true;
    add_closed_names(view(node->as.literal), closed);
  }
  if (!has_html) {
    if (result.empty()) result.reserve(count);
    for (cmark_node* node = first; node != end; node = node->next) reader.add(node, result, depth);
    return;
  }
  HtmlRun run(reading, std::move(closed), reader.deepest - depth);
  for (cmark_node* node = first; node != end;) {
    if (is_html(node)) {
      add_html(reading, reader, node, run);
      node = node->next;
      continue;
    }
    cmark_node* const begin = node;
    while (node != end && !is_html(node)) node = node->next;
    run.add_markdown([&reader, begin, behind = node, depth](book::Blocks& blocks, int elements) {
      for (cmark_node* one = begin; one != behind; one = one->next) reader.add(one, blocks, depth + elements);
    });
  }
  run.add_to(result);
}

}  // namespace octavo::markdown
