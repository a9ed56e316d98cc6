#pragma once
// What glyphs of TrueType outlines are put together of (OpenType 1.9, "glyf", composite glyphs): each part of one may be put together again,
// so that a thousand bytes could ask for more outlines than anything can draw.
#include <hb.h>

namespace octavo::glyphs {

// Whether every glyph has at most a thousand parts, itself and those of its parts counted, and all of them at most two million; none of
// itself, and none that OpenType does not know. True of a font without such outlines.
bool has_parts_within_reason(hb_face_t* face);

}  // namespace octavo::glyphs
