#pragma once
// What stands on a page as a content stream (ISO 32000-1, 7.8.2, 8.5 and 9.4).
#include <string>
#include <vector>

#include "pages/page.h"
#include "pdf/fonts.h"
#include "pdf/images.h"
#include "pdf/structure.h"
#include "sheets/sheets.h"

namespace octavo::pdf {

struct Content {
  std::string operators;
  bool is_translucent = false;  // a picture on it lets the paper through
};

// What the streams of all pages share.
struct Drawing {
  Typefaces& typefaces;
  const std::vector<Image>& images;
  StructureTree& structure;
  const sheets::Sheets& sheets;
};

// Of a page where it stands on its sheet, which may hold others.
Content content_of(const pages::Page& page, const sheets::Place& place, const Drawing& drawing);

}  // namespace octavo::pdf
