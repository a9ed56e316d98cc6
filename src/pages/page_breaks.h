#pragma once
// Galleys to pages: where each page is cut, where every strip stands on it, and which notes stand at its foot. Nothing is moved or drawn yet.
//
// All ways to cut the section are compared, as total fit compares all ways to break a paragraph: a page costs what its end costs, and what it
// takes to fill it to its foot (a further line of white space, a paragraph set a line longer or shorter). Cf. Plass, "Optimal pagination
// techniques for automatic typesetting systems", 1981.
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "pages/flow.h"

namespace octavo::pages {

// A stretch of a note's galley.
struct NoteSlice {
  std::uint32_t note = 0;
  std::size_t begin = 0, end = 0;
  friend bool operator==(const NoteSlice&, const NoteSlice&) = default;
};

// Points from the top of the body.
struct PlacedStrip {
  std::uint32_t strip = 0;
  float y = 0;
  bool is_late = false;  // a figure that comes after its place in the text
};

struct ColumnCut {
  bool spans = false;                      // all columns: what stands at the head of the section
  std::optional<std::uint32_t> head;       // into Section::repeated: set again at its top
  float top = 0;                           // where that is
  std::vector<PlacedStrip> strips;
  std::size_t end = 0;                     // the strip of the text that the next column begins with
};

struct PageCut {
  std::vector<ColumnCut> columns;
  std::vector<NoteSlice> notes;
  bool overfull = false;                   // a strip taller than the page
};

// Sets a paragraph of Section::elastic so many lines longer or shorter, at the end of the galley. No strip where words would stand too far
// apart or too close.
using SetAgain = std::function<StripRange(std::size_t elastic, int by)>;

std::vector<PageCut> break_pages(Section& section, const PageMeasure& measure, const SetAgain& set_again);

constexpr float hair = 0.01f;  // points that rounding may make of nothing

// The gap before a strip that follows another on the page at height `y`: so much space, and up to the next grid line if it snaps.
double gap_before(float space, bool snaps, double y, double grid);
float height_of(const Galley& galley, std::size_t begin, std::size_t end);  // gaps between them included

}  // namespace octavo::pages
