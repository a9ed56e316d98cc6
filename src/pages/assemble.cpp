#include "pages/assemble.h"

#include <algorithm>
#include <map>
#include <span>
#include <variant>

#include "pages/margin_boxes.h"
#include "pages/named_strings.h"
#include "pages/placing.h"

namespace octavo::pages {
namespace {

class Assembler {
 public:
  Assembler(Workshop& workshop, const book::Folios& folios)
      : workshop_(workshop), folios_(folios), body_(workshop), margin_boxes_(workshop), strings_(workshop.book.metadata) {
    pages_.destinations.resize(workshop.book.anchors.size());
    pages_.structure.push_back({.role = Role::document});
  }

  void add(CutSection cut_section) {
    Section& section = cut_section.section;
    const std::size_t structure_base = pages_.structure.size();
    for (Structure& node : section.structure) {
      node.parent = node.parent ? StructureId(node.parent.index() + structure_base) : section.is_in_part ? part_ : StructureId(0);
      pages_.structure.push_back(std::move(node));
    }
    if (section.kind == SectionKind::part) part_ = StructureId(structure_base);
    placing_.begin_section(structure_base, pictures_of(section));

    if (cut_section.blank_before) {
      begin_page(section, Leaf::blank);
      end_page();
    }
    if (is_roman_ && !section.roman) number_ = 0;
    is_roman_ = section.roman;
    for (std::size_t index = 0; index < cut_section.cuts.size(); ++index) {
      const PageCut& cut = cut_section.cuts[index];
      const bool opens = index == 0;
      begin_page(section, opens ? Leaf::first : Leaf::later);
      keep_strings(section, cut);
      draw_body(section, cut, opens ? section.page.first_height : section.page.height);
      end_page();
    }
  }

  Pages finish() {
    for (const book::ContentsEntry& entry : workshop_.book.contents) {
      std::string title = book::plain_text(entry.title);
      if (!entry.number.empty()) title = entry.number + " " + title;
      pages_.outline.push_back({book::bookmark_level(workshop_.book, entry), title, entry.target});
    }
    name_places();
    return std::move(pages_);
  }

 private:
  enum class Leaf { first, later, blank };

  // The page being made is the last of pages_; kind_, sheet_ and what placing_ gathers are its own.
  void begin_page(const Section& section, Leaf leaf) {
    const std::size_t position = pages_.pages.size();
    kind_ = {section.page_name, folios_.are_bound && position % 2 == 1 ? style::Side::left : style::Side::right, leaf == Leaf::first, leaf == Leaf::blank};
    sheet_ = workshop_.sheet.page(kind_.name, kind_.side, kind_.first, kind_.blank);
    ++number_;
    strings_.begin_page();
    pages_.pages.push_back({{sheet_.width, sheet_.height}, folios_.pages[position].label, {}, {}});
    page().body = {sheet_.margin.left, sheet_.margin.top, sheet_.width - sheet_.margin.left - sheet_.margin.right, section.page.height};
    page().grid = section.page.grid;
    if (sheet_.background) placing_.add(Fill{{0, 0, sheet_.width, sheet_.height}, *sheet_.background});
  }
  void end_page() {
    draw_margins();
    placing_.end_page(page());
  }
  Page& page() { return pages_.pages.back(); }

  // As the files of the EPUB and the ids in them: a chapter is its slug, what is in it comes after a dot, which no slug has.
  void name_places() {
    const book::Book& book = workshop_.book;
    for (std::size_t i = 0; i < book.anchors.size(); ++i) {
      const book::Anchor& anchor = book.anchors[i];
      std::string name = anchor.id;
      switch (anchor.kind) {
        case book::AnchorKind::matter: break;
        case book::AnchorKind::chapter: name = book.chapters[anchor.chapter.index()].slug; break;
        case book::AnchorKind::player: name = "key-players." + anchor.id; break;
        case book::AnchorKind::part:
        case book::AnchorKind::heading:
        case book::AnchorKind::block: name = book.chapters[anchor.chapter.index()].slug + '.' + anchor.id; break;
        default: continue;
      }
      pages_.names.push_back({std::move(name), book::AnchorId(i)});
    }
  }

  // What was drawn since there were `before` items.
  void add_furniture(FurnitureKind kind, std::size_t before) {
    page().furniture.push_back({kind, static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(placing_.count())});
  }

  // What the text on the page says for its margins.
  void keep_strings(const Section& section, const PageCut& cut) {
    auto where = NamedStrings::Where::at_head;
    for (const ColumnCut& column : cut.columns)
      for (const PlacedStrip& placed : column.strips) {
        const Strip& strip = section.galley[placed.strip];
        for (const std::uint32_t id : strip.strings) strings_.set(section.strings[id].name, section.strings[id].value, where);
        const auto is_ground = [](const Item& item) { return std::holds_alternative<Fill>(item); };
        if (!std::ranges::all_of(strip.items, is_ground)) where = NamedStrings::Where::below;
      }
  }

  // A picture shown in several places is one, as large as its widest. Gives those of the book, by the section's own.
  std::vector<PictureId> pictures_of(const Section& section) {
    std::vector<PictureId> of_book;
    for (const PictureSource& source : section.pictures) {
      const auto [known, is_new] = pictures_by_path_.try_emplace(source.path, pages_.pictures.size());
      if (is_new) pages_.pictures.push_back(source);
      PictureSource& shared = pages_.pictures[known->second.index()];
      shared.width = std::max(shared.width, source.width);
      of_book.push_back(known->second);
    }
    return of_book;
  }

  void place(std::span<const Fallen> strips, float x) {
    const auto number = static_cast<std::uint32_t>(pages_.pages.size() - 1);
    for (const Placing::Place& placed : placing_.place(strips, x, page()))
      if (std::optional<Destination>& known = pages_.destinations[placed.anchor.index()]; !known) known = Destination{number, placed.at};
  }

  // Moves strips [begin, end) to the page, one close under the other, whatever they hold; returns where the last one ends.
  float place_close(Galley& galley, std::size_t begin, std::size_t end, float x, float y) {
    std::vector<Fallen> fallen;
    for (std::size_t index = begin; index < end; ++index) {
      Strip& strip = galley[index];
      if (index > begin) y = fill_gap(strip, x, y, y + strip.space_before);
      fallen.push_back({&strip, y});
      y += strip.height;
    }
    place(fallen, x);
    return y;
  }

  // Draws what runs down beside strips through the gap over one; returns where it ends.
  float fill_gap(const Strip& strip, float x, float from, float to) {
    if (to - from < hair) return to;
    for (Fill fill : strip.gap_fills) {
      fill.area = {fill.area.x + x, from, fill.area.width, to - from};
      placing_.add(fill);
    }
    return to;
  }

  void draw_body(Section& section, const PageCut& cut, float height) {
    const float left = sheet_.margin.left, top = sheet_.margin.top;
    float x = left;
    for (const ColumnCut& column : cut.columns) {
      if (column.head) {
        Galley head = section.repeated[*column.head];
        const std::size_t before = placing_.count();
        place_close(head, 0, head.size(), x, top + column.top);
        add_furniture(FurnitureKind::repeated, before);
      }
      float bottom = 0;
      std::vector<Fallen> fallen;
      fallen.reserve(column.strips.size());
      for (const PlacedStrip& placed : column.strips) {
        Strip& strip = section.galley[placed.strip];
        const float y = top + placed.y;
        if (placed.strip != column.strips.front().strip) fill_gap(strip, x, bottom, y);
        bottom = y + strip.height;
        fallen.push_back({&strip, y});
      }
      place(fallen, x);
      if (!column.spans) x += section.measure + section.column_gap;
    }
    if (cut.notes.empty()) return;
    float of_notes = 0;
    for (const NoteSlice& slice : cut.notes) of_notes += height_of(section.notes[slice.note], slice.begin, slice.end);
    float y = top + height - of_notes;
    placing_.add(Fill{{left, y - 0.5f * section.page.note_separation, 0.25f * section.measure, 0.3f}, body_.style.color});
    for (const NoteSlice& slice : cut.notes) y = place_close(section.notes[slice.note], slice.begin, slice.end, left, y);
  }

  // Running heads, folios and their like: artifacts, for they have no structure.
  void draw_margins() {
    const Folio folio{page().label, number_, folios_.pages.size()};
    for (SetBox& box : margin_boxes_.set(kind_, sheet_, strings_, folio)) {
      const std::size_t before = placing_.count();
      place(std::vector<Fallen>{{&box.strip, 0}}, 0);
      add_furniture(box.kind, before);
    }
  }

  Workshop& workshop_;
  const book::Folios& folios_;
  Pages pages_;
  PageKind kind_;
  std::size_t number_ = 0;  // of the page, in its numbering
  bool is_roman_ = true;
  style::PageStyle sheet_;
  Placing placing_;
  Body body_;
  MarginBoxes margin_boxes_;
  NamedStrings strings_;
  StructureId part_;  // the last that began
  std::map<std::string, PictureId> pictures_by_path_;
};

}  // namespace

Pages assemble(Workshop& workshop, std::vector<CutSection> sections, const book::Folios& folios) {
  Assembler assembler(workshop, folios);
  for (CutSection& section : sections) assembler.add(std::move(section));
  return assembler.finish();
}

}  // namespace octavo::pages
