// What stands before the first chapter: the title page, the imprint on its back, the contents with their page numbers.
#include <algorithm>
#include <vector>

#include "pages/page_breaks.h"
#include "pages/sections.h"

namespace octavo::pages {

void set_title_page(Composer& composer, const Place& place) {
  const book::Metadata& metadata = composer.book().metadata;
  const style::Element author{"p", {"author"}, {}, place.element, nullptr, false};
  const style::Element title{"p", {"title"}, {}, place.element, nullptr, false};
  const style::Element subtitle{"p", {"subtitle"}, {}, place.element, &title, false};
  const style::Element publisher{"p", {"publisher"}, {}, place.element, nullptr, true};
  set_line(composer, metadata.authors(), author, place);
  set_line(composer, metadata.title, title, place, {.role = Role::title});
  set_line(composer, metadata.subtitle, subtitle, place);
  if (!metadata.publisher.empty()) composer.section().foot = composer.section().galley.size();
  set_line(composer, metadata.publisher, publisher, place);
}

void set_imprint(Composer& composer, const Place& place) {
  const book::Metadata& metadata = composer.book().metadata;
  const style::Element line{"p", {}, {}, place.element, nullptr, false};
  const style::Element title{"p", {"title"}, {}, place.element, nullptr, false};
  set_line(composer, metadata.title, title, place);
  set_line(composer, metadata.authors(), line, place);
  const style::Element spaced{"p", {"spaced"}, {}, place.element, &line, false};
  set_line(composer, metadata.rights, spaced, place);
  std::string published = metadata.publisher;
  if (!metadata.date.empty()) published += (published.empty() ? "" : ", ") + metadata.date;
  set_line(composer, published, spaced, place);
  set_line(composer, metadata.isbn_pdf.empty() ? "" : "ISBN " + metadata.isbn_pdf, line, place);
  const style::Element colophon{"p", {"colophon"}, {}, place.element, &spaced, true};
  set_line(composer, "Typeset by octavo", colophon, place);
}

namespace {

void set_entries(Composer& composer, const Place& place, const style::Element& heading, StructureId list, int deepest) {
  const book::Book& book = composer.book();
  std::size_t digits = 1;
  for (const book::ContentsEntry& entry : book.contents)
    if (entry.level == 1) digits = std::max(digits, entry.number.size());
  constexpr std::string_view levels[] = {"level-0", "level-1", "level-2", "level-3"};
  std::vector<style::Element> elements;
  elements.reserve(book.contents.size());
  for (const book::ContentsEntry& entry : book.contents) {
    const bool is_chapter = book.anchors[entry.target.index()].kind == book::AnchorKind::chapter;
    if (entry.level > deepest && !is_chapter) continue;
    elements.push_back({"p", {"entry", levels[std::clamp(entry.level, 0, 3)]}, {}, place.element,
                        elements.empty() ? &heading : &elements.back(), false});
    const style::Element& element = elements.back();
    Place at = place;
    at.structure = list;
    Composer::Frame frame = composer.enter(element, at, Role::contents_item);
    auto collected = composer.begin_paragraph(frame.style, at);
    const std::string label = composer.page_label(entry.target);
    const StructureId node = composer.structure(Role::link, frame.inside.structure);
    const lines::Tag whole = composer.tag(node, composer.link({entry.target, book::plain_text(entry.title), node}));
    if (!entry.number.empty()) {
      const style::Element number{"span", {"number"}, {}, &element, nullptr, false};
      // Figure spaces, so that numbers end on one line.
      std::string words;
      for (std::size_t missing = entry.number.size(); missing < digits && entry.level == 1; ++missing) words += "\u2007";
      composer.add_words(collected, words + entry.number + "\u2002", composer.style_of(number, collected.style), place.language,
                         whole);
    }
    composer.add_words(collected, book::plain_text(entry.title), collected.style, place.language, whole);
    if (entry.level > 0 && !collected.paragraph.pieces.empty()) {
      const style::Element folio{"span", {"folio"}, {}, &element, nullptr, false};
      const style::Computed folio_style = composer.style_of(folio, collected.style);
      // The leaders take the style of the words before them.
      const auto& words = std::get<lines::Words>(collected.paragraph.pieces.back());
      collected.paragraph.pieces.push_back(lines::Fill{true, words.style, composer.tag(StructureId{})});
      composer.add_words(collected, label, folio_style, place.language, whole);
    }
    collected.paragraph.align = style::Align::left;
    collected.paragraph.end_indent = 3 * collected.style.font_size;
    collected.paragraph.hanging_indent = collected.style.font_size;
    composer.add_lines(collected, frame.place(), {});
    composer.leave(frame);
  }
}

}  // namespace

void set_contents(Composer& composer, const Place& place) {
  const style::Element heading{"h1", {}, {}, place.element, nullptr, false};
  Section& section = composer.section();
  const std::size_t strips = section.galley.size(), nodes = section.structure.size();
  // Sections are listed as deep as one page allows; chapters always are, nested ones too.
  for (int deepest = 3; deepest >= 1; --deepest) {
    section.galley.resize(strips);
    section.structure.resize(nodes);
    section.references.clear();
    composer.anchor_next(composer.book().contents_anchor);
    set_line(composer, section.title, heading, place, {.role = Role::heading, .level = 1});
    set_entries(composer, place, heading, composer.structure(Role::contents, place.structure), deepest);
    if (height_of(section.galley, 0, section.galley.size()) <= composer.workshop().page_height) break;
  }
}

}  // namespace octavo::pages
