#pragma once
// Raw HTML in blocks: what of it a book can hold, with the Markdown that stands between its tags. Nothing
// active is ever kept.
#include <functional>
#include <string>
#include <vector>

#include "book/book.h"
#include "markdown/html_clean.h"
#include "markdown/reading.h"

namespace octavo::markdown {

// The children of one parent, HTML blocks and runs of others, in order. What one HTML block opens and a later
// one closes holds the blocks between them.
class HtmlRun {
 public:
  // Adds the Markdown to the blocks that its parent has; `depth` is how many HTML elements hold it.
  using AddBlocks = std::function<void(book::Blocks& result, int depth)>;

  // `closed` are the names of all elements that are closed in one of the HTML blocks; `deepest` is how many
  // may stand inside each other.
  HtmlRun(Reading& reading, std::set<std::string> closed, int deepest);

  // Where the block has comments for octavo.
  std::vector<std::pair<std::size_t, std::size_t>> add_html(std::string_view html, base::Span where);
  void add_markdown(AddBlocks add);

  void add_to(book::Blocks& result);

 private:
  struct Piece {
    std::size_t begin = 0;  // in the cleaned HTML
    base::Span where;
    AddBlocks add;  // of Markdown
    int depth = 0;
  };
  const Piece& piece_at(std::size_t offset) const;

  Reading& reading_;
  std::set<std::string> closed_;
  CleanHtml clean_;
  std::vector<Piece> pieces_;
};

// That what looks like a tag was kept as text.
void report_unknown(const std::string& tag, base::Span where, const Source& source);
// Says once what could not be kept of a block's HTML.
void report(const HtmlFindings& findings, base::Span where, const Source& source);

}  // namespace octavo::markdown
