#pragma once
// The sections of a book in the order they are printed, and the setting of each.
#include <vector>

#include "pages/composer.h"
#include "pages/page_breaks.h"

namespace octavo::pages {

// Which sections there are, without their galleys: not those that are hidden.
std::vector<Section> planned(const Workshop& workshop);

// Pages that only present the book, or list what is in it, can be left out by the sheet; its text cannot.
bool is_hidden(SectionKind kind, const Workshop& workshop);

// Fills the section's galley anew and cuts it into pages.
std::vector<PageCut> set_section(Workshop& workshop, Section& section);

// One function a kind (front_matter.cpp, sections.cpp, back_matter.cpp, handout.cpp). `place` is inside the section's own element.
void set_half_title(Composer& composer, const Place& place);
void set_title_page(Composer& composer, const Place& place);
void set_imprint(Composer& composer, const Place& place);
void set_contents(Composer& composer, const Place& place);
// A list of figures or tables, which begins at the anchor.
void set_captions(Composer& composer, const Place& place, const std::vector<book::ContentsEntry>& entries, book::AnchorId anchor);
void set_part(Composer& composer, const Place& place);
void set_chapter(Composer& composer, const Place& place);
void set_players(Composer& composer, const Place& place, int level = 1);  // of its heading
void set_index(Composer& composer, const Place& place);
void set_handout(Composer& composer, const Place& place);

// A line of text as a paragraph of the section.
void set_line(Composer& composer, const std::string& text, const style::Element& element, const Place& place,
              const ParagraphFacts& facts = {});

}  // namespace octavo::pages
