// Every link gets a place of its own, for the index and the appendix to lead to.
#include "resolve/anchors.h"
#include "resolve/passes.h"
#include "resolve/walk.h"

namespace octavo::resolve {

using namespace book;

Book with_occurrences(Book book) {
  AnchorMaker anchors(book);
  for (std::size_t i = 0; i < book.chapters.size(); ++i) {
    each_link(book.chapters[i],
              [&](Link& link, base::Span) { link.occurrence = anchors.numbered(AnchorKind::mention, ChapterId(i), 'm'); });
  }
  return book;
}

}  // namespace octavo::resolve
