#pragma once
// The lines of a section's paragraphs, kept from round to round: when a section is set again for a few page numbers, all other paragraphs
// come out as they were.
#include <cstddef>
#include <memory>
#include <vector>

#include "lines/lines.h"

namespace octavo::pages {

class KeptLines {
 public:
  // From the first paragraph on again.
  void begin_round() { next_ = 0; }
  // The lines of the next paragraph: those of the round before if that set the same words, in the same styles, to the same measure.
  std::vector<lines::Line> set(const lines::Paragraph& paragraph, float measure, const lines::Tools& tools);
  void forget() { kept_ = {}; }

 private:
  // Tags and marks are numbers that the composer gives anew in every round, one after the other: those of the same paragraph differ
  // from these all by the same.
  struct Kept {
    std::shared_ptr<const lines::Manner> manner;
    std::vector<lines::Piece> pieces;
    float measure = 0;
    std::vector<lines::Line> lines;
  };
  std::vector<Kept> kept_;
  std::size_t next_ = 0;
  std::shared_ptr<const lines::Manner> manner_;  // of the paragraph kept last, and often of the next
};

}  // namespace octavo::pages
