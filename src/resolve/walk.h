#pragma once
// The links of a chapter, in reading order: its title, its text, its footnotes.
#include <vector>

#include "book/book.h"

namespace octavo::resolve {

// Calls `on_link(book::Link&, base::Span)` for every link of the chapter.
template <class Function>
void each_link(book::Chapter& chapter, const Function& on_link) {
  const auto in_run = [&](book::Inlines& run) {
    book::each_inline(run, [&](book::Inline& one) {
      if (auto* link = get_if<book::Link>(&one.value)) on_link(*link, one.where);
      return true;
    });
  };
  in_run(chapter.title);
  book::each_block(chapter, [&](book::Block& block) {
    book::each_run(block, in_run);
    return true;
  });
}

// A link and where it stands.
struct Occurrence {
  const book::Link* link;
  base::Span where;
  book::Mention mention;
  book::AnchorId block;  // of the block that holds it, if it has one
};

// Of the whole book, in reading order. A footnote belongs to the section of its first call.
std::vector<Occurrence> occurrences(const book::Book& book);

}  // namespace octavo::resolve
