#pragma once
// A variable font as it stands at one place on its axes: a font that does not vary, for what cuts fonts. Its outlines and widths are those
// that are drawn and set; hb-subset 6.0 could make them itself, but not from any bytes an author may have.
#include <vector>

#include "glyphs/face.h"

namespace octavo::glyphs {

// Of a face with TrueType outlines; all but the glyphs named are empty, none named: all are there. Layout still varies, until it is pinned.
HbFace standing(const Face& face, const std::vector<std::uint32_t>& glyphs = {});

}  // namespace octavo::glyphs
