#include "pages/assemble.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "base/utf8.h"

namespace octavo::pages {
namespace {

class Assembler {
 public:
  Assembler(Workshop& workshop, const book::Folios& folios) : workshop_(workshop), folios_(folios) {
    pages_.destinations.resize(workshop.book.anchors.size());
    pages_.structure.push_back({Role::document, {}, 0, {}, {}, false});
    body_style_ = workshop.sheet.style(body_, style::Computed{});
  }

  void add(const CutSection& cut_section) {
    const Section& section = cut_section.section;
    const std::size_t structure_base = pages_.structure.size();
    for (Structure node : section.structure) {
      node.parent = node.parent ? StructureId(node.parent.index() + structure_base) : StructureId(0);
      pages_.structure.push_back(std::move(node));
    }
    add_pictures(section);
    structure_base_ = structure_base;

    if (cut_section.blank_before) {
      const style::PageStyle sheet = workshop_.sheet.page(section.page_name, style::Side::left, false);
      Page page;
      page.size = {sheet.width, sheet.height};
      page.label = folios_.pages[pages_.pages.size()].label;
      draw_foot(style::Side::left, sheet, page);
      pages_.pages.push_back(std::move(page));
    }
    std::string running = section.title;  // of the section of the chapter
    for (std::size_t index = 0; index < cut_section.cuts.size(); ++index) {
      const bool opens = index == 0;
      const auto number = static_cast<std::uint32_t>(pages_.pages.size());
      const style::Side side = number % 2 == 0 ? style::Side::right : style::Side::left;
      const style::PageStyle sheet = workshop_.sheet.page(section.page_name, side, opens);
      Page page;
      page.size = {sheet.width, sheet.height};
      page.label = folios_.pages[number].label;
      draw_body(section, cut_section.cuts[index], sheet, number, page, opens, index + 1 == cut_section.cuts.size());
      if (const std::optional<std::string> heading = first_heading(section, cut_section.cuts[index])) running = *heading;
      if (!opens && section.has_running_heads) draw_head(section, running, side, sheet, page);
      if (opens && section.has_folios) draw_foot(side, sheet, page);
      else if (section.has_folios && !section.has_running_heads) draw_foot(side, sheet, page);
      if (const std::optional<std::string> heading = last_heading(section, cut_section.cuts[index])) running = *heading;
      pages_.pages.push_back(std::move(page));
    }
  }

  Pages finish() {
    for (const book::ContentsEntry& entry : workshop_.book.contents) {
      std::string title = book::plain_text(entry.title);
      if (!entry.number.empty()) title = entry.number + " " + title;
      pages_.outline.push_back({book::bookmark_level(workshop_.book, entry), title, entry.target});
    }
    return std::move(pages_);
  }

 private:
  static std::optional<std::string> first_heading(const Section& section, const PageCut& cut) {
    for (const ColumnSlice& column : cut.columns)
      for (std::size_t index = column.begin; index < column.end; ++index)
        if (section.galley[index].heading) return section.headings[*section.galley[index].heading];
    return std::nullopt;
  }
  static std::optional<std::string> last_heading(const Section& section, const PageCut& cut) {
    std::optional<std::string> last;
    for (const ColumnSlice& column : cut.columns)
      for (std::size_t index = column.begin; index < column.end; ++index)
        if (section.galley[index].heading) last = section.headings[*section.galley[index].heading];
    return last;
  }

  // A picture shown in several places is one, as large as its widest.
  void add_pictures(const Section& section) {
    picture_of_.clear();
    for (const PictureSource& source : section.pictures) {
      const auto [known, is_new] = pictures_by_path_.try_emplace(source.path, pages_.pictures.size());
      if (is_new) pages_.pictures.push_back(source);
      PictureSource& shared = pages_.pictures[known->second.index()];
      shared.width = std::max(shared.width, source.width);
      picture_of_.push_back(known->second);
    }
  }

  StructureId moved(StructureId id) const { return id ? StructureId(id.index() + structure_base_) : id; }

  void place(const Strip& strip, float x, float y, std::uint32_t number, Page& page) {
    for (const Item& item : strip.items) {
      Item copy = item;
      std::visit(book::Overloaded{
                     [&](Fill& fill) { fill.area.x += x, fill.area.y += y; },
                     [&](Frame& frame) { frame.area.x += x, frame.area.y += y; },
                     [&](Stroke& stroke) {
                       for (base::Point& point : stroke.points) point.x += x, point.y += y;
                     },
                     [&](Picture& picture) {
                       picture.area.x += x, picture.area.y += y;
                       picture.picture = picture_of_[picture.picture.index()];
                       picture.structure = moved(picture.structure);
                     },
                     [&](GlyphRun& run) {
                       run.origin.x += x, run.origin.y += y;
                       run.structure = moved(run.structure);
                     },
                 },
                 copy);
      page.items.push_back(std::move(copy));
    }
    for (LinkArea link : strip.links) {
      link.area.x += x, link.area.y += y;
      link.structure = moved(link.structure);
      page.links.push_back(std::move(link));
    }
    for (const PlacedAnchor& placed : strip.anchors)
      if (placed.anchor && !pages_.destinations[placed.anchor.index()])
        pages_.destinations[placed.anchor.index()] = Destination{number, {x, y + placed.y}};
  }

  // Strips one under the other; returns where the last one ends. `top`: where the grid begins.
  float place_all(const Galley& galley, std::size_t begin, std::size_t end, float x, float y, std::uint32_t number, Page& page,
                  float top, float grid) {
    for (std::size_t index = begin; index < end; ++index) {
      const Strip& strip = galley[index];
      if (index > begin) {
        const float gap = gap_before(strip, y - top, grid);
        for (Fill fill : strip.gap_fills) {
          fill.area = {fill.area.x + x, y, fill.area.width, gap};
          page.items.push_back(fill);
        }
        y += gap;
      }
      place(strip, x, y, number, page);
      y += strip.height;
    }
    return y;
  }

  void draw_body(const Section& section, const PageCut& cut, const style::PageStyle& sheet, std::uint32_t number, Page& page,
                 bool opens, bool is_last) {
    const PageMeasure measure = page_measure(workshop_, section);
    const float body = opens ? measure.first_height : measure.height;
    const float left = sheet.margin.left, top = sheet.margin.top;
    std::size_t column_number = 0;
    const bool spans = section.spanning > 0 && !cut.columns.empty() && cut.columns.front().begin == 0;
    for (std::size_t index = 0; index < cut.columns.size(); ++index) {
      const ColumnSlice& column = cut.columns[index];
      float x = left, y = top + column.top;
      if (!(spans && index == 0)) x += (section.measure + section.column_gap) * column_number++;
      if (column.begin < column.end && section.galley[column.begin].repeated) {
        const Galley& head = section.repeated[*section.galley[column.begin].repeated];
        y = place_all(head, 0, head.size(), x, y, number, page, y, measure.grid);
      }
      std::size_t end = column.end;
      if (section.foot && is_last && *section.foot > column.begin) end = std::min(end, *section.foot);
      place_all(section.galley, column.begin, end, x, y, number, page, top + column.top, measure.grid);
      const float foot = top + body - height_of(section.galley, end, column.end);
      place_all(section.galley, end, column.end, x, foot, number, page, foot, measure.grid);
    }
    if (cut.notes.empty()) return;
    float height = 0;
    for (const NoteSlice& slice : cut.notes) height += height_of(section.notes[slice.note], slice.begin, slice.end);
    float y = top + body - height;
    page.items.push_back(Fill{{left, y - 0.5f * measure.note_separation, 0.25f * section.measure, 0.3f}, body_style_.color});
    for (const NoteSlice& slice : cut.notes)
      y = place_all(section.notes[slice.note], slice.begin, slice.end, left, y, number, page, y, 0.01f);
  }

  // One line of page furniture: `left` and `right` at the two ends of the measure. It is an artifact: no structure. What is too long for
  // the line loses words at its end until it fits.
  void draw_line(std::string_view name, std::string left, std::string right, const style::PageStyle& sheet, bool at_foot, Page& page) {
    const style::Element element{name, {}, {}, &body_, nullptr, false};
    Section scratch;
    scratch.measure = sheet.width - sheet.margin.left - sheet.margin.right;
    Composer composer(workshop_, scratch);
    const Place place{&body_, &body_style_, 0, 0, {}, workshop_.book.metadata.language};
    const lines::Tag tag = composer.tag(StructureId{});
    while (true) {
      auto collected = composer.begin_paragraph(element, place);
      composer.add_words(collected, left, collected.style, place.language, tag);
      collected.paragraph.pieces.push_back(lines::Fill{false, 0, tag});
      if (!left.empty() && !right.empty()) composer.add_words(collected, "\u00A0\u00A0\u00A0\u00A0", collected.style, place.language, tag);
      composer.add_words(collected, right, collected.style, place.language, tag);
      collected.paragraph.align = collected.paragraph.align_last = style::Align::left;
      collected.paragraph.hanging_punctuation = false;
      collected.paragraph.first_indent = 0;
      const auto set = composer.break_lines(collected.paragraph, scratch.measure);
      if (set.empty()) return;
      std::string& longer = left.size() > right.size() ? left : right;
      if (set.size() > 1 && shorten(longer)) continue;
      Strip strip;
      composer.draw(set.front(), 0, 0, collected, strip);
      const float y = at_foot ? sheet.height - sheet.margin.bottom + collected.style.margin.top
                              : sheet.margin.top - collected.style.margin.bottom;
      return place_furniture(strip, sheet.margin.left, y, page);
    }
  }

  // Takes a word away, or a letter where there is but one word; false if nothing is left to take.
  static bool shorten(std::string& title) {
    constexpr std::string_view ellipsis = "\u2026";
    if (title.ends_with(ellipsis)) title.resize(title.size() - ellipsis.size());
    std::u32string letters = base::code_points(title);
    if (letters.size() < 2) return false;
    const std::size_t space = letters.rfind(U' ');
    letters.resize(space == std::u32string::npos || space == 0 ? letters.size() - 1 : space);
    title = base::encoded(letters) + std::string(ellipsis);
    return true;
  }

  void place_furniture(const Strip& strip, float x, float y, Page& page) {
    for (Item item : strip.items)
      if (auto* run = std::get_if<GlyphRun>(&item)) {
        run->origin.x += x, run->origin.y += y;
        page.items.push_back(std::move(item));
      }
  }

  // Chapter on the left page, section on the right one, folios outside. A chapter without sections has the book's title on its left.
  void draw_head(const Section& section, const std::string& running, style::Side side, const style::PageStyle& sheet, Page& page) {
    if (side == style::Side::left)
      draw_line("running-head", page.label,
                section.headings.empty() ? workshop_.book.metadata.title : section.title, sheet, false, page);
    else
      draw_line("running-head", running, page.label, sheet, false, page);
  }
  void draw_foot(style::Side side, const style::PageStyle& sheet, Page& page) {
    draw_line("drop-folio", side == style::Side::left ? page.label : "", side == style::Side::left ? "" : page.label, sheet, true,
              page);
  }

  Workshop& workshop_;
  const book::Folios& folios_;
  Pages pages_;
  style::Element body_{"body", {}, {}, nullptr, nullptr, false};
  style::Computed body_style_;
  std::size_t structure_base_ = 0;
  std::vector<PictureId> picture_of_;                 // of the book, by the section's own
  std::map<std::string, PictureId> pictures_by_path_;
};

}  // namespace

PageMeasure page_measure(const Workshop& workshop, const Section& section) {
  const float grid = workshop.grid;
  // Where left and right pages differ in height, both hold what the lower one can.
  const auto height = [&](bool first) {
    float least = std::numeric_limits<float>::max();
    for (const style::Side side : {style::Side::left, style::Side::right}) {
      const style::PageStyle page = workshop.sheet.page(section.page_name, side, first);
      least = std::min(least, page.height - page.margin.top - page.margin.bottom);
    }
    return std::max(std::floor(least / grid + 0.001f), 1.0f) * grid;
  };
  return {height(false), height(true), grid, grid};
}

Pages assemble(Workshop& workshop, const std::vector<CutSection>& sections, const book::Folios& folios) {
  Assembler assembler(workshop, folios);
  for (const CutSection& section : sections) assembler.add(section);
  return assembler.finish();
}

}  // namespace octavo::pages
