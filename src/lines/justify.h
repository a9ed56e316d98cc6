#pragma once
// One line, its ends chosen: shaped exactly, its white space stretched or shrunk to the measure, put in
// visual order, given places.
#include <cstdint>
#include <vector>

#include "lines/items.h"

namespace octavo::lines {

struct LineRange {
  std::uint32_t begin = 0, end = 0, next = 0;  // bytes: what is set, and where the next line begins
  std::uint32_t atom = 0;                      // the one in which it begins
  Ending ending = Ending::plain;
  float beside = 0;             // how much further in it begins than others
  bool may_be_short = false;    // as Breakpoint::in_address
  bool indented_first = false;  // it has the first indent
  bool last_of_segment = false, last_of_paragraph = false;
};

// An atom or what of it stands in the line.
struct Fragment {
  const Atom* atom = nullptr;
  std::uint32_t begin = 0, end = 0;
  const glyphs::Shaped* shaped = nullptr;
  double width = 0;
  double gap = 0;  // of the width: added after the last glyph
  float scaling = 1;  // of the glyphs, in the width
  double tracking = 0;  // points taken from between any two glyphs, in the width
  double x = 0;    // its left edge
};

struct Placement {
  std::vector<Fragment> fragments;    // in the order of reading
  std::vector<std::uint32_t> visual;  // indices into them, from left to right; none where that is their order
  double start = 0;                   // x where a line without anything in it would begin
  double width = 0;                   // from the indent to the last ink
  float ratio = 0;
  double room = 0;  // white at the end of a line that may be short
  bool overfull = false;

  std::size_t from_left(std::size_t place) const { return visual.empty() ? place : visual[place]; }  // into them
};

Placement place(const Shaping& shaping, const LineRange& range, double measure);
// Which edges a line set like this has.
Edges edges_of(const Shaping& shaping, style::Align align);

}  // namespace octavo::lines
