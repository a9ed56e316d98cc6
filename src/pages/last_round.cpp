#include "pages/last_round.h"

#include "pages/reword.h"

namespace octavo::pages {

void number_pages(const book::Book& book, std::vector<CutSection>& sections, book::Folios& folios) {
  insert_blanks(sections);
  folios = folios_of(book, sections);
  place_references(sections);
}

void settle(Workshop& workshop, std::vector<CutSection>& sections, book::Folios& folios) {
  const auto set_again = [&](auto... kinds) {
    bool is_any = false;
    for (CutSection& cut : sections) {
      const SectionKind kind = cut.section.kind;
      if (((kind != kinds) && ...) || is_true(cut.section, folios)) continue;
      cut.cuts = set_section(workshop, cut.section);
      is_any = true;
    }
    if (is_any) number_pages(workshop.book, sections, folios);
  };
  set_again(SectionKind::players, SectionKind::index);
  set_again(SectionKind::contents);

  for (CutSection& cut : sections) reword(cut.section, folios, Aim::truth, workshop);
}

}  // namespace octavo::pages
