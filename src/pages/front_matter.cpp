// What stands before the first chapter: the title page, the imprint on its back, the contents with their page numbers.
#include <algorithm>

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
  set_line(composer, metadata.publisher, publisher, place);
  composer.section().foot_last = !metadata.publisher.empty();
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

void set_contents(Composer& composer, const Place& place) {
  const book::Book& book = composer.book();
  const style::Element heading{"h1", {}, {}, place.element, nullptr, false};
  composer.anchor_next(book.contents_anchor);
  set_line(composer, composer.section().title, heading, place, {.role = Role::heading, .level = 1});

  // Sections are listed as deep as one page allows; chapters always are.
  const auto entries_to = [&](int level) {
    return std::count_if(book.contents.begin(), book.contents.end(), [&](const auto& entry) { return entry.level <= level; });
  };
  constexpr int entries_on_a_page = 26;
  int deepest = 3;
  while (deepest > 1 && entries_to(deepest) > entries_on_a_page) --deepest;

  const StructureId list = composer.structure(Role::contents, place.structure);
  constexpr std::string_view levels[] = {"level-0", "level-1", "level-2", "level-3"};
  for (const book::ContentsEntry& entry : book.contents) {
    if (entry.level > deepest) continue;
    const style::Element element{"p", {"entry", levels[std::clamp(entry.level, 0, 3)]}, {}, place.element, &heading, false};
    Place at = place;
    at.structure = list;
    Composer::Frame frame = composer.enter(element, at, Role::contents_item);
    auto collected = composer.begin_paragraph(element, at);
    const std::string label = composer.page_label(entry.target);
    const StructureId node = composer.structure(Role::link, frame.inside.structure);
    const lines::Tag whole = composer.tag(node, composer.link({entry.target, book::plain_text(entry.title), node}));
    if (!entry.number.empty()) {
      const style::Element number{"span", {"number"}, {}, &element, nullptr, false};
      composer.add_words(collected, entry.number + "\u2002", composer.style_of(number, collected.style), place.language, whole);
    }
    composer.add_words(collected, book::plain_text(entry.title), collected.style, place.language, whole);
    if (entry.level > 0) {
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

}  // namespace octavo::pages
