#include "pages/last_round.h"

#include <algorithm>

#include "pages/reword.h"

namespace octavo::pages {

void number_pages(const book::Book& book, std::vector<CutSection>& sections, book::Folios& folios) {
  insert_blanks(sections);
  folios = folios_of(book, sections);
  place_references(sections);
}

void set_if_untrue(Workshop& workshop, std::vector<CutSection>& sections, book::Folios& folios, std::initializer_list<SectionKind> kinds) {
  bool is_any = false;
  for (CutSection& cut : sections) {
    const SectionKind kind = cut.section.kind;
    if (std::ranges::find(kinds, kind) == kinds.end()) continue;
    const bool has_colophon = kind != SectionKind::imprint || cut.section.colophon == workshop.colophon;
    if (!cut.cuts.empty() && has_colophon && is_true(cut.section, folios)) continue;
    cut.cuts = set_section(workshop, cut.section);
    is_any = true;
  }
  if (is_any) number_pages(workshop.book, sections, folios);
}

void settle(Workshop& workshop, std::vector<CutSection>& sections, book::Folios& folios) {
  set_if_untrue(workshop, sections, folios, {SectionKind::players, SectionKind::index});
  set_if_untrue(workshop, sections, folios, {SectionKind::contents, SectionKind::figures, SectionKind::tables});
  for (CutSection& cut : sections) reword(cut.section, folios, Aim::truth, workshop);
}

}  // namespace octavo::pages
