// Page numbers: which label each page bears, where its text begins, and which page each anchor came to stand on.
#include <algorithm>

#include "pages/assemble.h"
#include "pages/roman.h"

namespace octavo::pages {

void insert_blanks(std::vector<CutSection>& sections) {
  std::size_t pages = 0;
  for (CutSection& cut : sections) {
    // The first page of the book is a right one, so right pages have even positions.
    cut.blank_before = cut.section.opening == Opening::recto && !cut.cuts.empty() && pages % 2 == 1;
    pages += cut.cuts.size() + cut.blank_before;
  }
}

namespace {

// Whether the strip is what a page can begin with for a reader of the EPUB; says so to the page.
bool takes_head(book::PrintedPage& page, const Strip& strip, const book::Book& book) {
  const auto opens = std::find_if(strip.anchors.begin(), strip.anchors.end(), [&](const PlacedAnchor& placed) {
    if (!placed.anchor) return false;
    switch (book.anchors[placed.anchor.index()].kind) {
      case book::AnchorKind::part:
      case book::AnchorKind::chapter:
      case book::AnchorKind::matter:
      case book::AnchorKind::player:
      case book::AnchorKind::entry: return true;
      default: return false;
    }
  });
  if (opens != strip.anchors.end()) page.opens = opens->anchor;
  else page.begins = strip.begins;
  return page.opens || page.begins;
}

}  // namespace

book::Folios folios_of(const book::Book& book, const std::vector<CutSection>& sections) {
  book::Folios folios;
  folios.page_of.resize(book.anchors.size());
  folios.are_bound = book.form == book::Form::book;
  const auto note_anchors = [&](const Strip& strip, std::uint32_t page) {
    for (const PlacedAnchor& placed : strip.anchors)
      if (placed.anchor && !folios.page_of[placed.anchor.index()]) folios.page_of[placed.anchor.index()] = page;
  };

  std::size_t number = 0;
  bool was_roman = true;
  for (const CutSection& cut_section : sections) {
    const Section& section = cut_section.section;
    if (cut_section.blank_before) {
      ++number;
      folios.pages.push_back({was_roman ? roman(number) : std::to_string(number), {}, {}});
    }
    if (was_roman && !section.roman) number = 0;  // the first chapter begins at 1
    was_roman = section.roman;
    if (section.kind == SectionKind::title) folios.title_page = static_cast<std::uint32_t>(folios.pages.size());
    for (const PageCut& cut : cut_section.cuts) {
      const auto page = static_cast<std::uint32_t>(folios.pages.size());
      ++number;
      book::PrintedPage printed{section.roman ? roman(number) : std::to_string(number), {}, {}};
      bool has_head = false;
      for (const ColumnCut& column : cut.columns)
        for (const PlacedStrip& placed : column.strips) {
          const Strip& strip = section.galley[placed.strip];
          note_anchors(strip, page);
          // A figure from a page before is not where the reading goes on.
          has_head = has_head || (!placed.is_late && takes_head(printed, strip, book));
        }
      for (const NoteSlice& slice : cut.notes)
        for (std::size_t index = slice.begin; index < slice.end; ++index) note_anchors(section.notes[slice.note][index], page);
      folios.pages.push_back(std::move(printed));
    }
  }
  return folios;
}

}  // namespace octavo::pages
