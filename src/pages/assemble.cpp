#include "pages/assemble.h"

#include <algorithm>
#include <cmath>

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
    const std::size_t structure_base = pages_.structure.size(), picture_base = pages_.pictures.size();
    for (Structure node : section.structure) {
      node.parent = node.parent ? StructureId(node.parent.index() + structure_base) : StructureId(0);
      pages_.structure.push_back(std::move(node));
    }
    pages_.pictures.insert(pages_.pictures.end(), section.pictures.begin(), section.pictures.end());
    structure_base_ = structure_base;
    picture_base_ = picture_base;

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
      draw_body(section, cut_section.cuts[index], sheet, number, page, index + 1 == cut_section.cuts.size());
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
      pages_.outline.push_back({std::max(entry.level, 0) + (workshop_.book.parts.empty() ? 0 : 1), title, entry.target});
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
                       picture.picture = PictureId(picture.picture.index() + picture_base_);
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

  // Strips one under the other; returns where the last one ends.
  float place_all(const Galley& galley, std::size_t begin, std::size_t end, float x, float y, std::uint32_t number, Page& page,
                  float grid) {
    const float top = y;
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
                 bool is_last) {
    const PageMeasure measure = page_measure(workshop_, section);
    const float left = sheet.margin.left, top = sheet.margin.top;
    std::size_t column_number = 0;
    const bool spans = section.spanning > 0 && !cut.columns.empty() && cut.columns.front().begin == 0;
    for (std::size_t index = 0; index < cut.columns.size(); ++index) {
      const ColumnSlice& column = cut.columns[index];
      float x = left, y = top + column.top;
      if (!(spans && index == 0)) x += (section.measure + section.column_gap) * column_number++;
      if (column.begin < column.end && section.galley[column.begin].repeated) {
        const Galley& head = section.repeated[*section.galley[column.begin].repeated];
        y = place_all(head, 0, head.size(), x, y, number, page, measure.grid);
      }
      std::size_t end = column.end;
      if (section.foot_last && is_last && end > column.begin) --end;
      place_all(section.galley, column.begin, end, x, y, number, page, measure.grid);
      if (end < column.end) place(section.galley[end], x, top + measure.height - section.galley[end].height, number, page);
    }
    if (cut.notes.empty()) return;
    float height = 0;
    for (const NoteSlice& slice : cut.notes) height += height_of(section.notes[slice.note], slice.begin, slice.end);
    float y = top + measure.height - height;
    page.items.push_back(Fill{{left, y - 0.5f * measure.note_separation, 0.25f * section.measure, 0.3f}, body_style_.color});
    for (const NoteSlice& slice : cut.notes)
      y = place_all(section.notes[slice.note], slice.begin, slice.end, left, y, number, page, 0.01f);
  }

  // One line of page furniture: `left` and `right` at the two ends of the measure. It is an artifact: no structure.
  void draw_line(std::string_view name, const std::string& left, const std::string& right, const style::PageStyle& sheet,
                 bool at_foot, Page& page) {
    const style::Element element{name, {}, {}, &body_, nullptr, false};
    Section scratch;
    scratch.measure = sheet.width - sheet.margin.left - sheet.margin.right;
    Composer composer(workshop_, scratch);
    const Place place{&body_, &body_style_, 0, 0, {}, workshop_.book.metadata.language};
    auto collected = composer.begin_paragraph(element, place);
    const lines::Tag tag = composer.tag(StructureId{});
    composer.add_words(collected, left, collected.style, place.language, tag);
    composer.add_words(collected, "\u2060", collected.style, place.language, tag);
    const auto style = std::get<lines::Words>(collected.paragraph.pieces.back()).style;
    collected.paragraph.pieces.back() = lines::Fill{false, style, tag};
    composer.add_words(collected, right, collected.style, place.language, tag);
    collected.paragraph.align = collected.paragraph.align_last = style::Align::left;
    collected.paragraph.hanging_punctuation = false;
    Strip strip;
    const auto set = composer.break_lines(collected.paragraph, scratch.measure);
    if (set.empty()) return;
    composer.draw(set.front(), 0, 0, collected, strip);
    const float y = at_foot ? sheet.height - sheet.margin.bottom + collected.style.margin.top
                            : sheet.margin.top - collected.style.margin.bottom;
    structure_base_ = 0;
    place_furniture(strip, sheet.margin.left, y, page);
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
                shortened(section.headings.empty() ? workshop_.book.metadata.title : section.title), sheet, false, page);
    else
      draw_line("running-head", shortened(running), page.label, sheet, false, page);
  }
  void draw_foot(style::Side side, const style::PageStyle& sheet, Page& page) {
    draw_line("drop-folio", side == style::Side::left ? page.label : "", side == style::Side::left ? "" : page.label, sheet, true,
              page);
  }

  // A running head has one line; what is longer ends in an ellipsis at a word.
  static std::string shortened(const std::string& title) {
    constexpr std::size_t longest = 56;  // bytes: enough for the measure in small capitals
    if (title.size() <= longest) return title;
    const std::size_t space = title.rfind(' ', longest);
    return title.substr(0, space == std::string::npos ? longest : space) + "\u2026";
  }

  Workshop& workshop_;
  const book::Folios& folios_;
  Pages pages_;
  style::Element body_{"body", {}, {}, nullptr, nullptr, false};
  style::Computed body_style_;
  std::size_t structure_base_ = 0, picture_base_ = 0;
};

}  // namespace

PageMeasure page_measure(const Workshop& workshop, const Section& section) {
  const style::PageStyle page = workshop.sheet.page(section.page_name, style::Side::right, false);
  const float height = page.height - page.margin.top - page.margin.bottom;
  const float grid = workshop.grid;
  return {std::floor(height / grid + 0.001f) * grid, grid, grid};
}

Pages assemble(Workshop& workshop, const std::vector<CutSection>& sections, const book::Folios& folios) {
  Assembler assembler(workshop, folios);
  for (const CutSection& section : sections) assembler.add(section);
  return assembler.finish();
}

}  // namespace octavo::pages
