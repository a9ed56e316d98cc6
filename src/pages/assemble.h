#pragma once
// Cut galleys to finished pages: everything moved to its place on paper, with running heads, folios, bookmarks and destinations.
#include <vector>

#include "pages/page.h"
#include "pages/page_breaks.h"
#include "pages/sections.h"

namespace octavo::pages {

struct CutSection {
  Section section;
  std::vector<PageCut> cuts;
  bool blank_before = false;  // a left page that bears nothing but its folio, so that the section opens on a right one
};

// Decides where such pages stand.
void insert_blanks(std::vector<CutSection>& sections);

// The page numbers that the cuts give; needs no drawing.
book::Folios folios_of(const book::Book& book, const std::vector<CutSection>& sections);

Pages assemble(Workshop& workshop, std::vector<CutSection> sections, const book::Folios& folios);

}  // namespace octavo::pages
