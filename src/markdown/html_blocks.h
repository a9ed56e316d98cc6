#pragma once
// A tree of HTML to blocks.
#include <functional>

#include "book/book.h"
#include "markdown/html_tree.h"
#include "markdown/reading.h"

namespace octavo::markdown {

struct HtmlContext {
  Reading& reading;
  std::function<base::Span(std::size_t offset)> where;  // the place in the source of an offset in the HTML
  // Adds the Markdown for which the placeholder at the offset stands.
  std::function<void(std::size_t offset, book::Blocks& result)> add_markdown;
};

void add_html_blocks(const HtmlNode& parent, const HtmlContext& context, book::Blocks& result);

}  // namespace octavo::markdown
