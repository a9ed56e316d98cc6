#include "pages/references.h"

#include <algorithm>
#include <cctype>

namespace octavo::pages {
namespace {

bool is_right(std::uint32_t page) { return page % 2 == 0; }

constexpr int first_round_that_is_content = 2;

}  // namespace

Wording best_wording(const PageReference& reference, const book::Folios& folios) {
  const auto target = reference.target ? folios.page_of[reference.target.index()] : std::nullopt;
  if (!reference.page || !target || folios.pages[*target].label.empty() || *reference.page == *target) return Wording::none;
  if (!folios.are_bound) return Wording::number;
  const std::uint32_t here = *reference.page;
  if (is_right(here) ? *target + 1 == here : *target == here + 1) return Wording::opposite;
  if (is_right(here) && *target == here + 1) return Wording::overleaf;
  return Wording::number;
}

std::string words_of(Wording wording, std::string_view label, const book::Terms& terms) {
  if (wording == Wording::none) return {};
  if (wording == Wording::number) return std::string(terms.page) + "\u00A0" + std::string(label);
  std::string words;
  for (const char letter : wording == Wording::opposite ? terms.opposite : terms.overleaf)
    if (letter == ' ') words += "\u00A0";
    else words += letter;
  return words;
}

bool is_true(const PageReference& reference, const book::Folios& folios) {
  if (!reference.from) return folios.label(reference.target) == reference.label;
  if (!reference.page) return true;  // it was set, but stands nowhere: a table that was tried in larger type
  if (reference.wording == Wording::number) return folios.label(reference.target) == reference.label;
  return reference.wording == best_wording(reference, folios);
}

bool is_best(const PageReference& reference, const book::Folios& folios) {
  if (!is_true(reference, folios)) return false;
  return !reference.from || !reference.page || reference.wording == best_wording(reference, folios);
}

bool is_true(const Section& section, const book::Folios& folios) {
  return std::ranges::all_of(section.references, [&](const PageReference& reference) { return is_true(reference, folios); });
}

bool is_settled(const Section& section, const book::Folios& folios, int round) {
  if (!is_true(section, folios)) return false;
  if (round >= first_round_that_is_content) return true;
  return std::ranges::all_of(section.references, [&](const PageReference& reference) { return is_best(reference, folios); });
}

const PageReference* as_before(const std::vector<PageReference>& before, std::size_t& next, const PageReference& reference) {
  const auto is_it = [&](const PageReference& one) { return one.from == reference.from && one.target == reference.target && one.page; };
  const auto middle = before.begin() + static_cast<std::ptrdiff_t>(std::min(next, before.size()));
  auto found = std::find_if(middle, before.end(), is_it);
  if (found == before.end()) {
    found = std::find_if(before.begin(), middle, is_it);
    if (found == middle) return nullptr;
  }
  next = static_cast<std::size_t>(found - before.begin()) + 1;
  return &*found;
}

std::vector<std::string> numbers_of(const book::Book& book) {
  std::vector<std::string> numbers(book.anchors.size());
  const book::Terms& terms = book::terms(book.metadata.language);
  const auto add = [&](book::AnchorId anchor, std::string_view term, const std::string& number) {
    if (anchor && !number.empty()) numbers[anchor.index()] = std::string(term) + "\u00A0" + number;
  };
  bool has_sections = false;
  for (const book::Chapter& chapter : book.chapters) {
    add(chapter.anchor, chapter.level == 1 ? terms.chapter : terms.section, chapter.number);
    book::each_block(chapter.blocks, [&](const book::Block& block) {
      const auto* heading = get_if<book::Heading>(&block.value);
      if (heading) add(heading->anchor, terms.section, heading->number);
      has_sections = has_sections || (heading && !heading->number.empty());
      return true;
    });
  }
  return has_sections ? numbers : std::vector<std::string>();
}

bool says_number(std::string_view text, std::string_view number) {
  number.remove_prefix(std::min(number.rfind("\u00A0") + 2, number.size()));  // the term and a space of two bytes
  const auto goes_on = [&](std::size_t at, int by) {
    const auto is_digit = [&](std::size_t place) { return place < text.size() && std::isdigit(static_cast<unsigned char>(text[place])); };
    return is_digit(at) || (at < text.size() && text[at] == '.' && is_digit(at + static_cast<std::size_t>(by)));
  };
  for (std::size_t at = text.find(number); at != text.npos; at = text.find(number, at + 1))
    if (!goes_on(at - 1, -1) && !goes_on(at + number.size(), 1)) return true;
  return false;
}

void place_references(std::vector<CutSection>& sections) {
  std::uint32_t page = 0;
  for (CutSection& cut_section : sections) {
    Section& section = cut_section.section;
    page += cut_section.blank_before;
    for (PageReference& reference : section.references) reference.page.reset();
    const auto place = [&](const Strip& strip) {
      for (const SetReference& set : strip.references) section.references[set.reference].page = page;
    };
    for (const PageCut& cut : cut_section.cuts) {
      for (const ColumnCut& column : cut.columns)
        for (const PlacedStrip& placed : column.strips) place(section.galley[placed.strip]);
      for (const NoteSlice& slice : cut.notes)
        for (std::size_t index = slice.begin; index < slice.end; ++index) place(section.notes[slice.note][index]);
      ++page;
    }
  }
}

}  // namespace octavo::pages
