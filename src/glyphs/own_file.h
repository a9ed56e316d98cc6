#pragma once
// A font file that came with the book: nobody has looked at it yet, so it is looked through before anything is set in it.
#include <string>
#include <string_view>

#include "glyphs/face.h"

namespace octavo::glyphs {

struct OwnFile {
  HbFace face;
  std::string flaw;  // in words: why it cannot be used; then there is no face
};

// `name`: as Fonts::add().
OwnFile own_file(std::string bytes, std::string_view name = "");
// "" if text can be set in it, and its glyphs cut out for a book: thousands are tried.
std::string flaw_of(hb_face_t* face);

}  // namespace octavo::glyphs
