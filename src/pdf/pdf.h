#pragma once
// Pages to a PDF 1.7 through libharu's object layer.
#include <string>

#include "base/files.h"
#include "book/book.h"
#include "diagnostics/diagnostics.h"
#include "glyphs/glyphs.h"
#include "pages/page.h"

namespace octavo::pdf {

// The whole file. `root` is the folder the pictures' paths start from. A picture that cannot be decoded is a
// diagnostic (image/unreadable) and an empty place. Throws Failure if libharu or the font subsetter refuses.
std::string write(const pages::Pages& pages, const book::Metadata& metadata, const glyphs::Fonts& fonts,
                  const base::Files& files, const std::string& root, diagnostics::Sink& sink);

}  // namespace octavo::pdf
