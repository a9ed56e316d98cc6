#pragma once
// Pages to a PDF 1.7 through libharu's object layer.
#include <string>

#include "base/files.h"
#include "book/book.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"
#include "pages/page.h"
#include "sheets/sheets.h"

namespace octavo::pdf {

enum class Archive { none, a2u, a2a };  // ISO 19005-2: PDF/A-2u, PDF/A-2a

// What a file is to say of itself. However little that is, it is tagged, and as good a file as it can be.
struct Standards {
  bool is_accessible = true;  // ISO 14289-1: PDF/UA-1
  Archive archive = Archive::a2a;
};

// The whole file: pages where they stand on their sheets. `root` is the folder the pictures' paths start from. A picture that cannot be decoded is a
// diagnostic (image/unreadable) and an empty place; so is a standard that the book does not let it meet
// (pdf/standard). Throws Failure if libharu or the font subsetter refuses.
std::string write(const pages::Pages& pages, const sheets::Sheets& sheets, const book::Metadata& metadata, const glyphs::Fonts& fonts,
                  const base::Files& files, const std::string& root, const Standards& wanted, diagnostics::Sink& sink);

}  // namespace octavo::pdf
