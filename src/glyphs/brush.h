#pragma once
// Glyphs to pixels. In: a face's outlines, by HarfBuzz. Out: how much of every pixel they cover, by FreeType's rasteriser. No hints and no
// fonts of FreeType's own are at work, so that nothing in a user's environment changes a pixel.
#include <memory>

#include "glyphs/face.h"

struct FT_LibraryRec_;

namespace octavo::glyphs {

class Brush {
 public:
  Brush();
  void draw(const Face& face, std::uint32_t glyph, float size, base::Point origin, Coverage& picture) const;

 private:
  struct Closed {
    void operator()(FT_LibraryRec_* library) const;
  };
  std::unique_ptr<FT_LibraryRec_, Closed> library_;
};

}  // namespace octavo::glyphs
