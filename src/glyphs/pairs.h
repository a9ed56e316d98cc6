#pragma once
// What HarfBuzz makes of a character before another or at the end of a word: learnt from the first word that has the two, for each plan, and
// other words are put together from it.
#include <vector>

#include "glyphs/neighbours.h"

namespace octavo::glyphs {

class Pairs {
 public:
  struct Part {
    Glyph glyph;                // of the first
    hb_position_t advance = 0;  // in the font's units
  };
  explicit Pairs(const Neighbours& neighbours) : neighbours_(neighbours) {}

  // `next` may be word_end.
  bool may_meet(std::size_t first, std::size_t next) const { return !neighbours_.apart[first][next]; }
  // Of the first before the other; nullptr if it is not known yet. Good until the next one is learnt.
  const Part* find(std::size_t first, std::size_t next) const {
    const Row& row = rows_[first];
    if (row.empty() || row[place(next)] == 0) return nullptr;
    return &parts_[row[place(next)] - 1u];
  }
  void learn(std::size_t first, std::size_t next, const Part& part) {
    if (find(first, next)) return;
    rows_[first].resize(word_end + 1);
    parts_.push_back(part);
    rows_[first][place(next)] = static_cast<std::uint16_t>(parts_.size());
  }

 private:
  using Row = std::vector<std::uint16_t>;  // by the second: numbers of parts, counted from 1; empty until one is learnt
  std::size_t place(std::size_t next) const { return neighbours_.has_kerning ? next : word_end; }

  Neighbours neighbours_;
  std::array<Row, word_end> rows_;
  std::vector<Part> parts_;
};

}  // namespace octavo::glyphs
