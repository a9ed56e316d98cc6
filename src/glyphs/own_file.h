#pragma once
// A font file that came with the book: nobody has looked at it yet, so it is looked through before anything is set in it.
#include <string>

#include "glyphs/face.h"

namespace octavo::glyphs {

struct OwnFile {
  HbFace face;
  std::string flaw;  // in words: why it cannot be used; then there is no face
};

// As Fonts::add().
OwnFile own_file(const std::string& path, std::string bytes);
// "" if text can be set in it, and its glyphs cut out for a book: thousands are tried.
std::string flaw_of(hb_face_t* face);

}  // namespace octavo::glyphs
