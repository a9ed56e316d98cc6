#pragma once
// Where each stretch of a note's text was written: in the note itself, or in a file that it includes.
#include <cstdint>
#include <vector>

#include "base/span.h"

namespace octavo::markdown {

class Origins {
 public:
  // From offset `at` of the text on stands what `where` holds, byte by byte.
  void copied(std::uint32_t at, base::Span where) { pieces_.push_back({at, where, true}); }
  // From offset `at` on stands what octavo has put in the place of `where`.
  void replaced(std::uint32_t at, base::Span where) { pieces_.push_back({at, where, false}); }
  bool empty() const { return pieces_.empty(); }

  // Where [begin, end) of the text was written. What goes on in another file ends where this one is left.
  base::Span span(std::uint32_t begin, std::uint32_t end) const;

 private:
  struct Piece {
    std::uint32_t at;
    base::Span where;
    bool in_step;
  };
  const Piece& piece_of(std::uint32_t offset) const;

  std::vector<Piece> pieces_;  // in order; one at least once anything is asked
};

}  // namespace octavo::markdown
