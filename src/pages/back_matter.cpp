// What stands after the last chapter: the key players and the index, with the pages that mention them.
#include <algorithm>

#include "pages/sections.h"

namespace octavo::pages {
namespace {

// One printed locator: a page, or a run of consecutive pages.
struct Locator {
  std::string first, last;
  book::AnchorId target;
  bool in_note = false, is_main = false;
  std::uint32_t first_page = 0, last_page = 0;
  std::string text() const { return (first == last ? first : first + "\u2013" + last) + (in_note ? "n" : ""); }
};

// The places of a person or term as pages: each page once, consecutive ones as a range; a place in a note, or the main place, stays by itself.
std::vector<Locator> locators(Composer& composer, const std::vector<book::Mention>& mentions) {
  std::vector<Locator> places;
  const book::Folios* folios = composer.workshop().folios;
  for (const book::Mention& mention : mentions) {
    const std::string label = composer.page_label(mention.occurrence);
    if (label.empty()) continue;
    const std::uint32_t page = folios ? *folios->page_of[mention.occurrence.index()] : 0;
    places.push_back({label, label, mention.occurrence, mention.in_note, mention.is_main, page, page});
  }
  std::stable_sort(places.begin(), places.end(), [](const Locator& a, const Locator& b) { return a.first_page < b.first_page; });
  std::vector<Locator> merged;
  for (Locator& place : places) {
    Locator* last = merged.empty() ? nullptr : &merged.back();
    if (last && last->last_page == place.first_page && (last->in_note == place.in_note || !last->in_note)) {
      last->is_main |= place.is_main;
    } else if (last && last->last_page == place.first_page) {  // the text itself says more than its note
      last->in_note = false;
      last->is_main |= place.is_main;
      last->target = place.target;
    } else if (last && last->last_page + 1 == place.first_page && !last->in_note && !place.in_note && !last->is_main &&
               !place.is_main) {
      last->last_page = place.last_page;
      last->last = place.last;
    } else {
      merged.push_back(std::move(place));
    }
  }
  return merged;
}

void add_locators(Composer& composer, Composer::Collected& into, const std::vector<book::Mention>& mentions,
                  const style::Element& element, const Place& place, StructureId structure, std::string_view separator) {
  const style::Element main{"strong", {"main-place"}, {}, &element, nullptr, false};
  const style::Computed main_style = composer.style_of(main, into.style);
  const lines::Tag plain = composer.tag(structure);
  for (const Locator& locator : locators(composer, mentions)) {
    composer.add_words(into, std::string(separator), into.style, place.language, plain);
    const StructureId node = composer.structure(Role::link, composer.structure(Role::reference, structure));
    composer.add_words(into, locator.text(), locator.is_main ? main_style : into.style, place.language,
                       composer.tag(node, composer.link({locator.target, locator.text(), node})));
    separator = ", ";
  }
}

// "see also" and what to see, by the anchors of its entries.
void add_related(Composer& composer, Composer::Collected& into, const std::vector<book::Reference>& related, std::string_view words,
                 const style::Element& element, const Place& place, StructureId structure, std::string_view separator) {
  if (related.empty()) return;
  const style::Element see{"em", {"see"}, {}, &element, nullptr, false};
  composer.add_words(into, std::string(separator), into.style, place.language, composer.tag(structure));
  composer.add_words(into, std::string(words), composer.style_of(see, into.style), place.language, composer.tag(structure));
  separator = " ";
  for (const book::Reference& one : related) {
    composer.add_words(into, std::string(separator), into.style, place.language, composer.tag(structure));
    const StructureId node = composer.structure(Role::link, composer.structure(Role::reference, structure));
    composer.add_words(into, one.name, into.style, place.language, composer.tag(node, composer.link({one.entry, one.name, node})));
    separator = "; ";
  }
}

}  // namespace

void set_players(Composer& composer, const Place& place, int level) {
  const book::Book& book = composer.book();
  const book::Terms& terms = book::terms(book.metadata.language);
  composer.anchor_next(book.players_anchor);
  const style::Element heading{book::heading_name(level), {}, {}, place.element, nullptr, false};
  set_line(composer, std::string(terms.key_players), heading, place, {.role = Role::heading, .level = level});

  constexpr std::size_t few = 30;  // past that many, initials help to find one
  std::string initial;
  for (const book::Player& player : book.players) {
    if (book.players.size() > few && player.initial != initial) {
      initial = player.initial;
      const style::Element letter{"p", {"initial"}, {}, place.element, nullptr, false};
      set_line(composer, initial, letter, place);
    }
    const style::Element entry{"div", {"player"}, {}, place.element, nullptr, false};
    Composer::Frame frame = composer.enter(entry, place, Role::division);
    const Place inside = frame.place();
    composer.anchor_next(player.anchor);

    const style::Element name{"p", {"player-name"}, {}, &entry, nullptr, false};
    if (player.chapter) {
      const book::Chapter& own = book.chapters[player.chapter.index()];
      const std::string label = composer.page_label(own.anchor);
      book::Inlines words = {book::Inline{book::Link{book::ToAnchor{own.anchor}, player.name, {}, {}}, {}}};
      if (!label.empty())
        words.push_back({book::Text{" (" + std::string(terms.page) + "\u00A0" + label + ")"}, {}});
      composer.set_paragraph(words, name, inside);
    } else {
      composer.set_paragraph(player.name, name, inside);
    }
    composer.add_break(cost::never);

    for (const book::Description& description : player.descriptions) {
      const style::Element text{"p", {"description"}, {}, &entry, &name, false};
      Composer::Frame paragraph = composer.enter(text, inside, Role::paragraph);
      auto collected = composer.begin_paragraph(paragraph.style, inside);
      if (book.chapters.size() > 1 && description.chapter) {
        // Which chapter says so.
        collected.paragraph.hanging_indent = collected.style.font_size;
        const book::Chapter& source = book.chapters[description.chapter.index()];
        const style::Element origin{"span", {"origin"}, {}, &text, nullptr, false};
        const style::Computed origin_style = composer.style_of(origin, collected.style);
        const StructureId node = composer.structure(Role::link, composer.structure(Role::reference, paragraph.inside.structure));
        const book::AnchorId target = description.at ? description.at : source.anchor;
        composer.add_words(collected, book::plain_text(source.title), origin_style, inside.language,
                           composer.tag(node, composer.link({target, book::plain_text(source.title), node})), false);
        composer.add_words(collected, ": ", origin_style, inside.language, composer.tag(paragraph.inside.structure), false);
      }
      composer.collect(collected, description.content, text, collected.style, inside, paragraph.inside.structure);
      composer.add_lines(collected, paragraph.place(), {.block = description.id});
      composer.leave(paragraph);
    }

    if (!player.mentions.empty()) {
      const style::Element places{"p", {"places"}, {}, &entry, nullptr, true};
      Composer::Frame paragraph = composer.enter(places, inside, Role::paragraph);
      auto collected = composer.begin_paragraph(paragraph.style, inside);
      add_locators(composer, collected, player.mentions, places, inside, paragraph.inside.structure, "");
      add_related(composer, collected, book::related(book, player), terms.see_also, places, inside, paragraph.inside.structure, "; ");
      composer.add_break(cost::never);
      composer.add_lines(collected, paragraph.place(), {});
      composer.leave(paragraph);
    }
    composer.leave(frame);
  }
}

void set_index(Composer& composer, const Place& place) {
  const book::Book& book = composer.book();
  const book::Terms& terms = book::terms(book.metadata.language);
  Section& section = composer.section();
  composer.anchor_next(book.index_anchor);
  const style::Element heading{"h1", {}, {}, place.element, nullptr, false};
  set_line(composer, section.title, heading, place, {.role = Role::heading, .level = 1});

  const style::Element list{"div", {"entries"}, {}, place.element, &heading, true};
  const style::Computed columns = composer.style_of(list, *place.style);
  composer.add_strip(columns.margin.top);
  section.spanning = section.galley.size();
  section.columns = std::max(1, columns.column_count);
  section.column_gap = columns.column_gap;
  section.measure = (section.measure - section.column_gap * (section.columns - 1)) / section.columns;
  Place inside = place;
  inside.element = &list;
  inside.style = &columns;
  inside.structure = composer.structure(Role::index, place.structure);

  std::string initial;
  for (const book::IndexEntry& entry : book.index) {
    if (entry.initial != initial) {
      initial = entry.initial;
      const style::Element letter{"p", {"initial"}, {}, &list, nullptr, false};
      set_line(composer, initial, letter, inside);
      composer.add_break(cost::never);
    }
    const style::Element item{"p", {"index-entry"}, {}, &list, nullptr, false};
    Composer::Frame frame = composer.enter(item, inside, Role::paragraph);
    auto collected = composer.begin_paragraph(frame.style, inside);
    collected.paragraph.hanging_indent = 1.2f * collected.style.font_size;
    composer.anchor_next(entry.anchor);
    book::AnchorId target = entry.target;
    if (entry.player) target = book.players[entry.player.index()].anchor;
    std::optional<std::uint32_t> way;
    StructureId node = frame.inside.structure;
    if (target) {
      node = composer.structure(Role::link, composer.structure(Role::reference, frame.inside.structure));
      way = composer.link({target, entry.term, node});
    }
    composer.add_words(collected, entry.term, collected.style, inside.language, composer.tag(node, way));
    add_locators(composer, collected, entry.mentions, item, inside, frame.inside.structure, ", ");
    const bool is_name = entry.mentions.empty();
    add_related(composer, collected, book::related(book, entry), is_name ? terms.see : terms.see_also, item, inside, frame.inside.structure,
                is_name ? ", " : "; ");
    composer.add_lines(collected, frame.place(), {});
    composer.leave(frame);
  }
}

}  // namespace octavo::pages
