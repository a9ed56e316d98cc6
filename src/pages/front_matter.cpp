// What stands before the first chapter: the title page, the imprint on its back, the contents and the lists with their page numbers.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "pages/page_breaks.h"
#include "pages/sections.h"

namespace octavo::pages {

void set_half_title(Composer& composer, const Place& place) {
  const style::Element title{"p", {"title"}, {}, place.element, nullptr, true};
  set_line(composer, composer.book().metadata.title, title, place);
}

void set_title_page(Composer& composer, const Place& place) {
  const book::Metadata& metadata = composer.book().metadata;
  const style::Element author{"p", {"author"}, {}, place.element, nullptr, false};
  const style::Element title{"p", {"title"}, {}, place.element, nullptr, false};
  const style::Element subtitle{"p", {"subtitle"}, {}, place.element, &title, false};
  const style::Element publisher{"p", {"publisher"}, {}, place.element, nullptr, true};
  set_line(composer, metadata.authors(), author, place);
  set_line(composer, metadata.title, title, place, {.role = Role::title});
  set_line(composer, metadata.subtitle, subtitle, place);
  const style::Element credit{"p", {"credit"}, {}, place.element, nullptr, false};
  const style::Element further{"p", {"credit"}, {}, place.element, &credit, false};
  bool is_first = true;
  for (const std::string& line : metadata.credits()) set_line(composer, line, std::exchange(is_first, false) ? credit : further, place);
  const style::Element edition{"p", {"edition"}, {}, place.element, nullptr, false};
  set_line(composer, metadata.edition, edition, place);
  if (!metadata.publisher.empty()) composer.section().foot = composer.section().galley.size();
  set_line(composer, metadata.publisher, publisher, place);
}

// What a copyright page says, at the foot of the page: the book, whose it is, who made it, what its numbers are, how it was set.
void set_imprint(Composer& composer, const Place& place) {
  const book::Metadata& metadata = composer.book().metadata;
  const book::Terms& terms = book::terms(metadata.language);
  composer.section().foot = composer.section().galley.size();
  const style::Element title{"p", {"title"}, {}, place.element, nullptr, false};
  const style::Element line{"p", {}, {}, place.element, &title, false};
  const style::Element spaced{"p", {"spaced"}, {}, place.element, &line, false};
  // The first line of a group stands off from the group before.
  bool is_first = true;
  const auto begin_group = [&] { is_first = true; };
  const auto set = [&](const std::string& words) {
    if (words.empty()) return;
    set_line(composer, words, is_first ? spaced : line, place);
    is_first = false;
  };
  set_line(composer, metadata.title, title, place);
  is_first = false;
  set(metadata.subtitle);
  set(metadata.authors());
  for (const std::string& credit : metadata.credits()) set(credit);
  begin_group();
  set(metadata.series + (metadata.series.empty() || metadata.series_position.empty()
                             ? ""
                             : ", " + std::string(terms.volume) + "\u00A0" + metadata.series_position));
  set(metadata.edition);
  begin_group();
  set(metadata.copyright());
  set(metadata.rights);
  begin_group();
  constexpr std::size_t year = 4;  // digits
  set(metadata.publisher + (metadata.publisher.empty() || metadata.date.empty() ? "" : ", ") + metadata.date.substr(0, year));
  const bool has_own_identifier = !metadata.identifier.empty() && !metadata.identifier.starts_with("urn:");  // such as urn:isbn
  begin_group();
  for (const auto& [number, format] : {std::pair(&metadata.isbn_pdf, "PDF"), std::pair(&metadata.isbn_epub, "EPUB")})
    if (!number->empty()) set("ISBN\u00A0" + *number + " (" + format + ")");
  if (has_own_identifier) set(metadata.identifier);
  const style::Element colophon{"p", {"colophon"}, {}, place.element, &spaced, true};
  composer.section().colophon = composer.workshop().colophon;
  set_line(composer, composer.section().colophon, colophon, place);
}

namespace {

// The lists of the contents: what lies below an entry is a list within it.
struct ContentsLists {
  struct List {
    int level = 0;
    StructureId structure;
  };
  std::vector<List> open;
  int level = 0;     // of the last entry
  StructureId item;  // the last entry

  StructureId list_for(Composer& composer, int entry_level) {
    while (open.size() > 1 && open.back().level > entry_level) open.pop_back();
    if (item && entry_level > level) open.push_back({entry_level, composer.structure(Role::contents, item)});
    level = entry_level;
    return open.back().structure;
  }
};

// Stops where they get taller than `most`.
void set_entries(Composer& composer, const Place& place, const style::Element& heading, StructureId list,
                 const std::vector<book::ContentsEntry>& entries, int deepest, float most) {
  ContentsLists lists{{{0, list}}, 0, {}};
  const book::Book& book = composer.book();
  std::size_t digits = 1;
  for (const book::ContentsEntry& entry : entries)
    if (entry.level == 1) digits = std::max(digits, entry.number.size());
  constexpr std::string_view levels[] = {"level-0", "level-1", "level-2", "level-3", "level-4", "level-5", "level-6"};
  std::vector<style::Element> elements;
  elements.reserve(entries.size());
  const auto has_no_page = [&](book::AnchorId target) {
    return (target == book.players_anchor && is_hidden(SectionKind::players, composer.workshop())) ||
           (target == book.index_anchor && is_hidden(SectionKind::index, composer.workshop()));
  };
  const auto is_shown = [&](const book::ContentsEntry& entry) {
    if (has_no_page(entry.target)) return false;
    return entry.level <= deepest || book.anchors[entry.target.index()].kind == book::AnchorKind::chapter;
  };
  for (std::size_t index = 0; index < entries.size(); ++index) {
    const book::ContentsEntry& entry = entries[index];
    if (!is_shown(entry)) continue;
    elements.push_back({"p", {"entry", levels[std::clamp(entry.level, 0, 6)]}, {}, place.element,
                        elements.empty() ? &heading : &elements.back(), false});
    const auto next = std::find_if(entries.begin() + static_cast<std::ptrdiff_t>(index) + 1, entries.end(), is_shown);
    if (next != entries.end() && next->level > entry.level) elements.back().classes.push_back("parent");
    const style::Element& element = elements.back();
    Place at = place;
    at.structure = lists.list_for(composer, entry.level);
    Composer::Frame frame = composer.enter(element, at, Role::contents_item);
    lists.item = frame.inside.structure;
    auto collected = composer.begin_paragraph(frame.style, at);
    const std::string label = composer.page_label(entry.target);
    const StructureId node = composer.structure(Role::link, composer.structure(Role::reference, frame.inside.structure));
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
    if (std::isfinite(most) && height_of(composer.section().galley, 0, composer.section().galley.size()) > most) return;
  }
}

// A list under its heading, which begins at the anchor.
void set_list(Composer& composer, const Place& place, book::AnchorId anchor, const std::vector<book::ContentsEntry>& entries, int deepest, float most) {
  const style::Element heading{"h1", {}, {}, place.element, nullptr, false};
  composer.anchor_next(anchor);
  set_line(composer, composer.section().title, heading, place, {.role = Role::heading, .level = 1});
  set_entries(composer, place, heading, composer.structure(Role::contents, place.structure), entries, deepest, most);
}

constexpr float any_height = std::numeric_limits<float>::infinity();

}  // namespace

void set_contents(Composer& composer, const Place& place) {
  Section& section = composer.section();
  const std::size_t strips = section.galley.size(), nodes = section.structure.size();
  const Composer::Pending pending = composer.pending();
  const Counters counters = composer.counters();
  // As deep as the author asks; else sections are listed as deep as one page allows, and chapters always are, nested ones too.
  const std::optional<int> asked = composer.book().contents_depth;
  for (int deepest = asked.value_or(3); deepest >= 1; --deepest) {
    const float most = asked || deepest == 1 ? any_height : composer.workshop().page_height;
    section.galley.resize(strips);
    section.structure.resize(nodes);
    section.references.clear();
    composer.expect(pending);
    composer.counters() = counters;
    set_list(composer, place, composer.book().contents_anchor, composer.book().contents, deepest, most);
    if (height_of(section.galley, 0, section.galley.size()) <= most) break;
  }
}

void set_captions(Composer& composer, const Place& place, const std::vector<book::ContentsEntry>& entries, book::AnchorId anchor) {
  set_list(composer, place, anchor, entries, 1, any_height);
}

}  // namespace octavo::pages
