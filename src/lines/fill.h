#pragma once
// Leaders: dots on a grid that all lines share, counted from the right edge of the measure.
#include "lines/justify.h"

namespace octavo::lines {

// Adds the dots of a Fill to the line, as a run without text: they are ornament.
void set_leaders(const Shaping& shaping, const Placement& placement, const Fragment& fill, double measure,
                 Line& line);

}  // namespace octavo::lines
