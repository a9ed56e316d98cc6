#pragma once
// Galleys to pages: where each page is cut, and which notes stand at its foot. Nothing is moved or drawn yet.
#include <cstdint>
#include <vector>

#include "pages/flow.h"

namespace octavo::pages {

// A stretch of a note's galley.
struct NoteSlice { std::uint32_t note = 0; std::size_t begin = 0, end = 0; };
// A stretch of the section's galley in one column.
struct ColumnSlice { std::size_t begin = 0, end = 0; float top = 0; };

struct PageCut {
  std::vector<ColumnSlice> columns;
  std::vector<NoteSlice> notes;
  bool overfull = false;     // a strip taller than the page
};

std::vector<PageCut> break_pages(const Section& section, const PageMeasure& measure);

// The gap before a strip that follows another on the page at height `y`: its space, and up to the next grid line if it snaps.
float gap_before(const Strip& strip, float y, float grid);
float height_of(const Galley& galley, std::size_t begin, std::size_t end);  // gaps between them included

}  // namespace octavo::pages
