// Mathematics is not set: what the book shows of it is its source, which is said once for all of it.
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

void report_formulas(const Book& book, Sink& sink) {
  std::size_t count = 0;
  base::Span first;
  const auto found = [&](base::Span where) {
    if (count++ == 0) first = where;
  };
  const auto in_run = [&](const Inlines& run) {
    each_inline(run, [&](const Inline& one) {
      if (holds_alternative<Math>(one.value)) found(one.where);
      return true;
    });
  };
  for (const Chapter& chapter : book.chapters) {
    if (!chapter.may_hold.formulas) continue;
    in_run(chapter.title);
    each_block(chapter, [&](const Block& block) {
      if (holds_alternative<MathBlock>(block.value)) found(block.where);
      each_run(block, in_run);
      return true;
    });
  }
  if (count == 0) return;
  sink.report(diagnostics::Rule::content_math, first,
              (count == 1 ? "the one formula of this book is shown as its source"
                          : "this is the first of " + std::to_string(count) +
                                " formulas of this book, which are shown as their source") +
                  std::string("; where one must be set, show a picture of it"));
}

}  // namespace octavo::resolve
