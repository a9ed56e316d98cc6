#include "pages/colophon.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace octavo::pages {
namespace {

using Counts = std::vector<std::size_t>;  // glyphs, by FaceId

void count(const Galley& galley, Counts& glyphs) {
  for (const Strip& strip : galley)
    for (const std::vector<Item>* items : {&strip.beside, &strip.items})
      for (const Item& item : *items)
        if (const auto* run = std::get_if<GlyphRun>(&item)) glyphs[run->face.index()] += run->glyphs.size();
}

// The margins of the pages are set when all else is done, so that only their fonts are known.
void count_margins(Workshop& workshop, Counts& glyphs) {
  Section scratch;
  Composer composer(workshop, scratch);
  for (const style::Side side : {style::Side::left, style::Side::right})
    for (const bool first : {false, true})
      for (const style::MarginBox& box : workshop.sheet.margin_boxes("", side, first, false)) {
        const auto paragraph = composer.begin_paragraph(box.style, {nullptr, nullptr, 0, 0, {}, workshop.book.metadata.language}).paragraph;
        const std::size_t face = workshop.fonts.first_face(paragraph.styles.front().font).index();
        glyphs.resize(std::max(glyphs.size(), face + 1));
        ++glyphs[face];
      }
}

}  // namespace

std::string colophon(Workshop& workshop, const std::vector<CutSection>& sections) {
  Counts glyphs(workshop.fonts.face_count());
  for (const CutSection& cut : sections) {
    count(cut.section.galley, glyphs);
    for (const Galley& note : cut.section.notes) count(note, glyphs);
  }
  count_margins(workshop, glyphs);
  constexpr std::size_t rare = 1000;
  const std::size_t all = std::accumulate(glyphs.begin(), glyphs.end(), std::size_t{0});
  std::map<std::string, std::size_t> of_family;
  for (std::size_t face = 0; face < glyphs.size(); ++face)
    if (glyphs[face] > 0) of_family[workshop.fonts.face(glyphs::FaceId(face)).family] += glyphs[face];
  std::vector<std::pair<std::string, std::size_t>> families(of_family.begin(), of_family.end());
  std::ranges::stable_sort(families, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
  std::vector<std::string_view> names;
  for (const auto& [name, used] : families)
    if (used * rare >= all) names.push_back(name);
  const book::Terms& terms = book::terms(workshop.book.metadata.language);
  return std::string(terms.set_in) + " " + book::joined(names, terms.conjunction) + " " + std::string(terms.set_by) + " octavo " OCTAVO_VERSION;
}

}  // namespace octavo::pages
