// A handout is one section: a block of titles, the notes one after the other, the people they mention.
#include <utility>

#include "pages/sections.h"

namespace octavo::pages {
namespace {

// Words that a line keeps together, unless they would fill it.
std::string bound(std::string words) {
  constexpr std::size_t most = 60;  // bytes
  if (words.size() > most) return words;
  for (std::size_t space = words.find(' '); space != words.npos; space = words.find(' ', space)) words.replace(space, 1, "\u00A0");
  return words;
}

// Who wrote it, the book it is from, when: on one line, what is not known left out. One that is too long ends at a dot.
std::string byline(const book::Metadata& metadata) {
  std::string line;
  for (const std::string& one : {metadata.authors(), metadata.series, metadata.date}) {
    if (one.empty()) continue;
    if (!line.empty()) line += "\u00A0 \u00B7  ";
    line += bound(one);
  }
  return line;
}

}  // namespace

void set_handout(Composer& composer, const Place& place) {
  const book::Book& book = composer.book();
  const bool is_single = book.chapters.size() == 1;
  const style::Element byline_element{"p", {"byline"}, {}, place.element, nullptr, false};
  const auto set_byline = [&] { set_line(composer, byline(book.metadata), byline_element, place); };
  if (!is_single) {
    const style::Element title{"p", {"title"}, {}, place.element, nullptr, false};
    set_line(composer, book.metadata.title, title, place, {.role = Role::title});
    set_byline();
  }
  for (const book::Chapter& chapter : book.chapters) {
    composer.begin_chapter(chapter);
    Place inside = place;
    if (!is_single) inside.structure = composer.structure(Role::section, place.structure);
    if (!chapter.language.empty() && chapter.language != place.language) {
      inside.language = chapter.language;
      composer.section().structure[inside.structure.index()].language = inside.language;
    }
    const style::Element title{"h1", {}, {}, place.element, &byline_element, false};
    composer.set_paragraph(chapter.title, title, inside, {.role = Role::heading, .level = 1});
    if (is_single) set_byline();
    composer.set_blocks(chapter.blocks, inside);
    composer.set_notes(inside);
  }
  if (!book.players_anchor) return;
  const style::Element players{"section", {"players"}, {}, place.element, nullptr, true};
  Composer::Frame frame = composer.enter(players, place, Role::section);
  set_players(composer, frame.place(), is_single ? 2 : 1);
  composer.leave(frame);
}

}  // namespace octavo::pages
