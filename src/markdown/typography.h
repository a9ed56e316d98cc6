#pragma once
// Straight quotes, double hyphens and full stops in threes to what a printer would set, by the rules of a
// language.
#include <string_view>

#include "book/book.h"

namespace octavo::markdown {

struct QuoteMarks {
  std::string_view open, close;              // for "
  std::string_view inner_open, inner_close;  // for '
};

class Typography {
 public:
  explicit Typography(std::string_view language);  // BCP 47

  // Of one run of text with all its emphasis and links. Code, formulas and addresses stay as they are. Also
  // turns the characters that the author escaped back into themselves, so every run must come through here
  // once.
  void apply(book::Inlines& run) const;

 private:
  QuoteMarks marks_;
};

}  // namespace octavo::markdown
