#pragma once
// A font cut down to characters, whole for whoever sets text with it, by hb-subset.
#include <string_view>

#include "glyphs/face.h"

namespace octavo::glyphs {

// As Fonts::excerpt().
Excerpt excerpt_of(const Face& face, std::u32string_view characters, const Features& features);

}  // namespace octavo::glyphs
