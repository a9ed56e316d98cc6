// The rounds: set every section, cut it into pages, number them, and set again whatever said a page number that is no longer true.
#include <algorithm>
#include <utility>

#include "pages/assemble.h"
#include "pages/coarse_pictures.h"
#include "pages/colophon.h"
#include "pages/lacking.h"
#include "pages/last_round.h"
#include "pages/pages.h"
#include "pages/reword.h"

namespace octavo::pages {
namespace {

constexpr int free_rounds = 3;  // the fourth is the last: settle()

// Sections set and cut, chapter after chapter, and then what speaks of their pages.
class Rounds {
 public:
  Rounds(Workshop& workshop, std::vector<CutSection>& sections) : workshop_(workshop), sections_(sections) {}

  book::Folios& folios() { return folios_; }

  void first() {
    Forecast forecast(workshop_.book);
    workshop_.forecast = &forecast;
    workshop_.counters.enter(Body(workshop_).style);
    for (CutSection& cut : sections_) {
      if (speaks_of_pages(cut.section.kind)) continue;
      cut.section.counters = std::exchange(workshop_.counters, {});  // counting goes on from chapter to chapter
      set(cut);
      forecast.learn(cut.section, cut.cuts);
    }
    workshop_.forecast = nullptr;
    set_matter();
  }

  // Whether all that is said of pages is as it should be; if not, it is now, but pages may have moved.
  bool is_settled() {
    bool settled = true;
    for (CutSection& cut : sections_) {
      if (speaks_of_pages(cut.section.kind) || pages::is_settled(cut.section, folios_, workshop_.round)) continue;
      if (reword(cut.section, folios_, Aim::best, workshop_)) continue;
      set(cut);
      settled = false;
    }
    if (!settled) set_matter();
    return settled;
  }

 private:
  static bool speaks_of_pages(SectionKind kind) {
    return is_list(kind) || kind == SectionKind::imprint || kind == SectionKind::players || kind == SectionKind::index;
  }

  void set(CutSection& cut) { cut.cuts = set_section(workshop_, cut.section); }

  // First what is itself in the contents.
  void set_matter() {
    number_pages(workshop_.book, sections_, folios_);
    workshop_.folios = &folios_;
    set_if_untrue(workshop_, sections_, folios_, {SectionKind::players, SectionKind::index});
    workshop_.colophon = colophon(workshop_, sections_);
    set_if_untrue(workshop_, sections_, folios_, {SectionKind::contents, SectionKind::figures, SectionKind::tables, SectionKind::imprint});
  }

  Workshop& workshop_;
  std::vector<CutSection>& sections_;
  book::Folios folios_;
};

}  // namespace

Printed lay_out(const book::Book& book, const style::Cascade& sheet, glyphs::Fonts& fonts, glyphs::Hyphenation& hyphenation,
                diagnostics::Sink& sink) {
  lines::LineRules rules;
  Workshop workshop{.book = book, .sheet = sheet, .fonts = fonts, .hyphenation = hyphenation, .rules = rules, .numbers = numbers_of(book)};
  std::vector<CutSection> sections;
  for (Section& section : planned(workshop)) sections.push_back({std::move(section), {}});

  Rounds rounds(workshop, sections);
  rounds.first();
  for (workshop.round = 1; workshop.round < free_rounds; ++workshop.round)
    if (rounds.is_settled()) break;
  book::Folios& folios = rounds.folios();
  settle(workshop, sections, folios);
  for (CutSection& cut : sections) {
    if (!is_true(cut.section, folios))
      sink.report(diagnostics::Rule::pages_unsettled, {},
                  "page numbers in \"" + cut.section.title + "\" did not settle in " + std::to_string(free_rounds + 1) +
                      " rounds; a cross-reference there is missing, or off by a page");
    for (const PageCut& page : cut.cuts)
      if (page.overfull)
        sink.report(diagnostics::Rule::pages_overfull, {},
                    "something in \"" + cut.section.title + "\" is taller than a page and runs over its foot");
  }
  report_lacking(book, fonts, hyphenation, sink);
  workshop.set_lines = {};  // the pages want its memory
  Pages pages = assemble(workshop, std::move(sections), folios);
  report_coarse_pictures(book, pages, sink);
  return {std::move(pages), std::move(folios)};
}

}  // namespace octavo::pages
