#pragma once
// The end of the rounds: after it no page moves, and what is said of pages is so.
#include <initializer_list>

#include "pages/references.h"

namespace octavo::pages {

// What the cuts give: which pages are blank, their numbers, and what stands on which.
void number_pages(const book::Book& book, std::vector<CutSection>& sections, book::Folios& folios);
// Sets those sections of these kinds that have not been set yet or say what is no longer so, and numbers the pages again if there are any.
void set_if_untrue(Workshop& workshop, std::vector<CutSection>& sections, book::Folios& folios, std::initializer_list<SectionKind> kinds);

// The free rounds need not settle: a reference is wider or narrower by what it says, and where its line ends at the foot of a page that can
// move the very page it speaks of, to and fro for ever. This round ends it, whatever the book:
//   1. Chapters are cut for good. Key players and index are set again by the pages of the chapters, the only pages that they name; so what
//      they say is true wherever they come to stand themselves. Then the contents, which comes before the pages that count from 1.
//   2. Now every page is cut for good. A reference in the text that is not true is worded anew as a page's number, in the line where it
//      stands: the spaces of that line give or take the difference. No line gets higher and none goes elsewhere, so that no page changes and
//      none of the others becomes untrue.
// Two things are left, and reported by whoever asks is_true() afterwards: a reference that said nothing, because its target stood on its own
// page in two rounds and then left it; and numbers of prefaces, should the contents have come out a page longer in the end.
void settle(Workshop& workshop, std::vector<CutSection>& sections, book::Folios& folios);

}  // namespace octavo::pages
