#pragma once
// The fonts of the printed book for the e-book: of each face that the text has, a file with just the characters of the book.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"
#include "epub/epub.h"
#include "glyphs/glyphs.h"
#include "style/style.h"

namespace octavo::command {

struct EmbeddedFonts {
  std::vector<epub::NamedFile> files;  // their paths from the style sheet's folder: "fonts/vollkorn-400-italic.ttf"
  std::string css;                     // to stand after octavo's own rules and before the author's, so that those win
  std::vector<std::string> refusals;   // in words: fonts that may not be embedded
};

// `print` chooses the families, `css` (the e-book's whole sheet) says what is bold and what is italic.
EmbeddedFonts embedded_fonts(const book::Book& book, const style::Cascade& print, std::string_view css, glyphs::Fonts& fonts);

}  // namespace octavo::command
