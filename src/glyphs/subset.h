#pragma once
// A font cut down to the glyphs a file uses, by hb-subset.
#include "glyphs/face.h"

namespace octavo::glyphs {

// `glyphs` sorted, without repeats. Throws Failure if HarfBuzz refuses.
Subset subset_of(const Face& face, const std::vector<std::uint32_t>& glyphs);

}  // namespace octavo::glyphs
