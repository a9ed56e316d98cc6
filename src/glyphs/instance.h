#pragma once
// Variable fonts (OpenType 1.9, fvar): the place on the font's axes that a style asks for, and fonts cut down to it.
#include <hb-subset.h>

#include <vector>

namespace octavo::glyphs {

struct AxisValue {
  hb_tag_t axis;
  float value;
  friend bool operator==(const AxisValue&, const AxisValue&) = default;
};
using Location = std::vector<AxisValue>;  // one of every axis; none of a font that does not vary

struct Instance {
  int weight = 400;  // as CSS counts
  bool italic = false;
  float size = 0;    // points, for fonts drawn otherwise for small text; 0: as its designer set it out
};

// Never beyond the ends of an axis. An axis that style sheets do not know stays where the font has it.
Location location_of(hb_face_t* face, const Instance& instance);
// What is cut by this input is the font at that place, and varies no more.
void pin(hb_subset_input_t* input, hb_face_t* face, const Location& location);

}  // namespace octavo::glyphs
