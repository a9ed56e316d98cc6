// What print says after a link, and what it says of pages.
#include <algorithm>
#include <utility>

#include "pages/composer.h"
#include "pages/references.h"

namespace octavo::pages {

PageReference Composer::refer(book::AnchorId from, book::AnchorId target) {
  PageReference reference{.from = from, .target = target};
  const book::Folios* folios = workshop_.folios;
  if (!folios) {
    reference.label = workshop_.forecast ? workshop_.forecast->label(target) : "00";
    return reference;
  }
  reference.label = folios->label(target);
  const PageReference* before = as_before(section_.before, next_before_, reference);
  reference.page = before ? before->page : folios->page_of[from.index()];
  reference.wording = best_wording(reference, *folios);
  // From the third round on, what has been said is said again: a reference whose own width moves its target to and fro would never settle.
  if (workshop_.round >= 2 && reference.wording == Wording::none && before && before->wording != Wording::none && !reference.label.empty())
    reference.wording = Wording::number;
  return reference;
}

std::string Composer::page_label(book::AnchorId target) {
  std::string label = workshop_.folios ? std::string(workshop_.folios->label(target)) : "00";
  section_.references.push_back({.target = target, .label = label});
  return label;
}

// After a link that leads elsewhere in the book, print says where: once a paragraph for each place.
void Composer::number_page_references(Collected& into, const book::Link& link, const style::Element& element,
                                      const style::Computed& style, const Place& place, StructureId structure) {
  book::AnchorId target;
  if (const auto* to = std::get_if<book::ToAnchor>(&link.target)) target = to->anchor;
  if (const auto* to = std::get_if<book::ToPlayer>(&link.target)) target = book().players[to->player.index()].anchor;
  if (!target || !link.occurrence) return;
  if (std::find(referred_.begin(), referred_.end(), target) != referred_.end()) return;
  referred_.push_back(target);
  PageReference reference = refer(link.occurrence, target);
  const auto number = static_cast<std::uint32_t>(section_.references.size());
  const lines::Mark here{mark({.reference = number})};
  if (reference.wording == Wording::none) {
    into.paragraph.pieces.push_back(here);
    section_.references.push_back(std::move(reference));
    return;
  }
  const style::Element span{"span", {"page-reference"}, {}, &element, nullptr, false};
  const style::Computed computed = style_of(span, style);
  const StructureId node = this->structure(Role::link, this->structure(Role::reference, structure));
  const lines::Tag whole = tag(node, this->link({target, reference.label, node}));
  reference.words = words_of(reference.wording, reference.label, book::terms(book().metadata.language));
  reference.font = text_style(computed, place.language).font;
  reference.language = place.language;
  reference.letter_spacing = computed.letter_spacing;
  add_words(into, " ", computed, place.language, tag(structure), false);
  // The number of what is meant, unless the link says it already. Lines may end behind it, not within "p. 42".
  std::string opening = "(";
  if (const std::string& section = workshop_.numbers.empty() ? std::string() : workshop_.numbers[target.index()];
      !section.empty() && !says_number(book::plain_text(link.content), section)) {
    add_words(into, "(" + section + ", ", computed, place.language, whole, false);
    opening.clear();
  }
  into.paragraph.pieces.push_back(here);
  const lines::Tag said = tag(node, tags_[whole].link);
  tags_[said].reference = number;
  add_words(into, opening + reference.words + ")", computed, place.language, said, false);
  section_.references.push_back(std::move(reference));
}

}  // namespace octavo::pages
