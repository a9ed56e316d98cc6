#include "pages/assemble.h"

#include <algorithm>
#include <map>
#include <span>

#include "pages/placing.h"
#include "pages/shortened.h"

namespace octavo::pages {
namespace {

class Assembler {
 public:
  Assembler(Workshop& workshop, const book::Folios& folios) : workshop_(workshop), folios_(folios) {
    pages_.destinations.resize(workshop.book.anchors.size());
    pages_.structure.push_back({.role = Role::document});
    body_style_ = workshop.sheet.style(body_, style::Computed{});
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
      begin_page(section, Leaf::later);
      draw_foot("blank-folio");
      end_page();
    }
    std::string running = section.title;  // of the section of the chapter
    for (std::size_t index = 0; index < cut_section.cuts.size(); ++index) {
      const PageCut& cut = cut_section.cuts[index];
      const bool opens = index == 0;
      begin_page(section, opens ? Leaf::first : Leaf::later);
      const std::vector<std::uint32_t> headings = headings_on(section, cut);
      draw_body(section, cut, opens ? section.page.first_height : section.page.height);
      if (!headings.empty()) running = section.headings[headings.front()];
      if (!opens && section.has_running_heads) draw_head(section, running);
      else if (section.has_folios) draw_foot();
      if (!headings.empty()) running = section.headings[headings.back()];
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
  enum class Leaf { first, later };

  // The page being made is the last of pages_; side_, sheet_ and what placing_ gathers are its own.
  void begin_page(const Section& section, Leaf leaf) {
    const std::size_t number = pages_.pages.size();
    side_ = number % 2 == 0 ? style::Side::right : style::Side::left;
    sheet_ = workshop_.sheet.page(section.page_name, side_, leaf == Leaf::first);
    pages_.pages.push_back({{sheet_.width, sheet_.height}, folios_.pages[number].label, {}, {}});
    page().body = {sheet_.margin.left, sheet_.margin.top, sheet_.width - sheet_.margin.left - sheet_.margin.right, section.page.height};
    page().grid = section.page.grid;
  }
  void end_page() {
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

  // The sections of the chapter that begin on the page, into Section::headings.
  static std::vector<std::uint32_t> headings_on(const Section& section, const PageCut& cut) {
    std::vector<std::uint32_t> found;
    for (const ColumnCut& column : cut.columns)
      for (const PlacedStrip& placed : column.strips)
        if (section.galley[placed.strip].heading) found.push_back(*section.galley[placed.strip].heading);
    return found;
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
    placing_.add(Fill{{left, y - 0.5f * section.page.note_separation, 0.25f * section.measure, 0.3f}, body_style_.color});
    for (const NoteSlice& slice : cut.notes) y = place_close(section.notes[slice.note], slice.begin, slice.end, left, y);
  }

  // One line of page furniture: `left` and `right` at the two ends of the measure. It is an artifact: no structure. What is too long for
  // the line loses words at its end until it fits.
  enum class Edge { head, foot };
  void draw_line(std::string_view name, Edge edge, std::string left, std::string right) {
    const style::Element element{name, {}, {}, &body_, nullptr, false};
    if (workshop_.sheet.style(element, body_style_).display == style::Display::none) return;
    Section scratch;
    scratch.measure = sheet_.width - sheet_.margin.left - sheet_.margin.right;
    Composer composer(workshop_, scratch);
    const Place around{&body_, &body_style_, 0, 0, {}, workshop_.book.metadata.language};
    const lines::Tag tag = composer.tag(StructureId{});
    const auto collect = [&] {
      auto collected = composer.begin_paragraph(element, around);
      composer.add_words(collected, left, collected.style, around.language, tag);
      collected.paragraph.pieces.push_back(lines::Fill{false, 0, tag});
      if (!left.empty() && !right.empty()) composer.add_words(collected, "\u00A0\u00A0\u00A0\u00A0", collected.style, around.language, tag);
      composer.add_words(collected, right, collected.style, around.language, tag);
      collected.paragraph.align = collected.paragraph.align_last = style::Align::left;
      collected.paragraph.hanging_punctuation = false;
      collected.paragraph.first_indent = 0;
      return collected;
    };
    Composer::Collected collected;
    const std::vector<lines::Line>* set = nullptr;
    std::string& longer = left.size() > right.size() ? left : right;
    const auto fits = [&](const std::string& title) {
      longer = title;
      collected = collect();
      set = &composer.break_lines(collected.paragraph, scratch.measure);
      return set->size() <= 1;
    };
    const std::string title = shortened(std::string(longer), fits);
    if (longer != title) fits(title);  // a longer one was tried after it
    if (set->empty()) return;
    Strip strip;
    composer.draw(set->front(), 0, 0, collected, strip);
    const float size = collected.style.font_size;
    const float wanted = edge == Edge::foot ? sheet_.height - sheet_.margin.bottom + collected.style.margin.top
                                            : sheet_.margin.top - collected.style.margin.bottom;
    const float y = std::clamp(wanted, size, std::max(sheet_.height - 0.5f * size, size));  // margins may be too narrow for it
    const std::size_t before = placing_.count();
    place(std::vector<Fallen>{{&strip, y}}, sheet_.margin.left);  // its runs have no structure, so none is moved
    add_furniture(edge == Edge::foot ? FurnitureKind::foot : FurnitureKind::head, before);
  }

  // Chapter on the left page, section on the right one, folios outside. A chapter without sections has the book's title on its left.
  void draw_head(const Section& section, const std::string& running) {
    if (side_ == style::Side::left)
      draw_line("running-head", Edge::head, page().label,
                section.headings.empty() ? workshop_.book.metadata.title : section.title);
    else
      draw_line("running-head", Edge::head, running, page().label);
  }
  void draw_foot(std::string_view name = "drop-folio") {
    const bool is_left = side_ == style::Side::left;
    draw_line(name, Edge::foot, is_left ? page().label : "", is_left ? "" : page().label);
  }

  Workshop& workshop_;
  const book::Folios& folios_;
  Pages pages_;
  style::Side side_ = style::Side::right;
  style::PageStyle sheet_;
  Placing placing_;
  style::Element body_{"body", {}, {}, nullptr, nullptr, false};
  style::Computed body_style_;
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
