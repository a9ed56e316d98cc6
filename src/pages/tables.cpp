// Tables: columns share the measure by what their cells need; rows are cut between lines only if they must be; heads are set again on
// every page the table goes on to.
#include <algorithm>
#include <numeric>

#include "pages/composer.h"

namespace octavo::pages {
namespace {

constexpr float column_gap = 10.0f;                   // points between columns
constexpr float scales[] = {1.0f, 0.92f, 0.84f};      // smaller type before anything overflows

style::Align align_of(book::Alignment alignment) {
  switch (alignment) {
    case book::Alignment::right: return style::Align::right;
    case book::Alignment::center: return style::Align::center;
    default: return style::Align::left;
  }
}

// Every column its wish if all fit; otherwise its least, and a share of the rest in proportion to what it still wants.
std::vector<float> shared_out(const std::vector<lines::Extent>& columns, float room) {
  float least = 0, wish = 0;
  for (const auto& column : columns) {
    least += column.minimum;
    wish += column.preferred;
  }
  std::vector<float> widths;
  for (const auto& column : columns) {
    if (wish <= room)
      widths.push_back(column.preferred);
    else if (least >= room)
      widths.push_back(least > 0 ? column.minimum * room / least : room / static_cast<float>(columns.size()));
    else
      widths.push_back(column.minimum + (column.preferred - column.minimum) * (room - least) / (wish - least));
  }
  return widths;
}

}  // namespace

void Composer::set(const book::Table& table, const book::Block&, const style::Element& element, const Place& place) {
  if (!table.caption.empty()) {
    const style::Element caption{"caption", {}, {}, &element, nullptr, false};
    set_paragraph(table.caption, caption, place, {.role = Role::caption});
    add_break(cost::never);
  }
  std::size_t count = table.head.size();
  for (const book::Row& row : table.rows) count = std::max(count, row.size());
  if (count == 0) return;

  Frame frame = enter(element, place, Role::table);
  const Place inside = frame.place();
  const float whole = section_.measure - inside.left - inside.right;
  const float gap = std::min(column_gap, 0.3f * whole / static_cast<float>(count));
  const float room = whole - gap * static_cast<float>(count - 1);

  struct SetCell {
    Collected collected;
    std::vector<lines::Line> lines;
    book::BlockId id;
  };
  struct SetRow {
    style::Computed style;
    std::vector<SetCell> cells;
  };
  const style::Element head_row{"tr", {"head"}, {}, &element, nullptr, false};
  const style::Element body_row{"tr", {}, {}, &element, nullptr, false};
  const style::Element last_row{"tr", {"foot"}, {}, &element, nullptr, true};
  const std::size_t first_structure = section_.structure.size();

  auto collect_row = [&](const book::Row& row, const style::Element& tr, float scale) {
    const bool is_head = &tr == &head_row;
    SetRow made;
    made.style = style_of(tr, frame.style);
    Place at = inside;
    at.style = &made.style;
    at.right += whole - room / static_cast<float>(count);  // pictures in cells are no wider than a fair share
    const StructureId node = structure(Role::row, inside.structure);
    for (std::size_t column = 0; column < row.size(); ++column) {
      const style::Element cell{is_head ? "th" : "td", {}, {}, &tr, nullptr, false};
      SetCell set{begin_paragraph(cell, at), {}, row[column].id};
      set.collected.style.font_size *= scale;
      set.collected.style.line_height *= scale;
      set.collected.paragraph.align = align_of(column < table.columns.size() ? table.columns[column] : book::Alignment::none);
      set.collected.paragraph.align_last = set.collected.paragraph.align;
      collect(set.collected, row[column].content, cell, set.collected.style, at,
              structure(is_head ? Role::head_cell : Role::cell, node));
      made.cells.push_back(std::move(set));
    }
    return made;
  };

  std::vector<SetRow> rows;
  std::vector<float> widths;
  for (float scale : scales) {
    section_.structure.resize(first_structure);
    rows.clear();
    if (!table.head.empty()) rows.push_back(collect_row(table.head, head_row, scale));
    for (const book::Row& row : table.rows)
      rows.push_back(collect_row(row, &row == &table.rows.back() ? last_row : body_row, scale));
    std::vector<lines::Extent> extents(count);
    for (const SetRow& row : rows)
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const lines::Extent extent =
            lines::extent(row.cells[column].collected.paragraph, workshop_.fonts, workshop_.hyphenation);
        extents[column].minimum = std::max(extents[column].minimum, extent.minimum);
        extents[column].preferred = std::max(extents[column].preferred, extent.preferred);
      }
    widths = shared_out(extents, room);
    float least = 0;
    for (const auto& extent : extents) least += extent.minimum;
    if (least <= room) break;
    if (scale == scales[std::size(scales) - 1])
      for (SetRow& row : rows)  // nothing else helps: words may break anywhere rather than run into the next column
        for (SetCell& cell : row.cells)
          for (auto& style : cell.collected.paragraph.styles) style.break_anywhere = true;
  }

  const float table_width = std::accumulate(widths.begin(), widths.end(), 0.0f) + gap * static_cast<float>(count - 1);
  std::optional<std::uint32_t> repeated;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    SetRow& row = rows[index];
    const bool is_head = index == 0 && !table.head.empty();
    std::size_t lines_in_row = 1;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      row.cells[column].lines = break_lines(row.cells[column].collected.paragraph, widths[column]);
      lines_in_row = std::max(lines_in_row, row.cells[column].lines.size());
    }
    const style::Computed& look = row.cells.empty() ? row.style : row.cells.front().collected.style;
    const std::size_t first = section_.galley.size();
    for (std::size_t slice = 0; slice < lines_in_row; ++slice) {
      const bool last = slice + 1 == lines_in_row;
      const float above = slice == 0 ? row.style.border.top + row.style.padding.top : 0;
      const float below = last ? row.style.padding.bottom + row.style.border.bottom : 0;
      if (slice > 0) add_break(cost::within_row);
      else if (index == 1 && !table.head.empty()) add_break(cost::never);
      else if (index > 0) add_break(cost::within_paragraph);
      float ascent = 0.76f * look.line_height;  // pictures may need more
      for (const SetCell& cell : row.cells)
        if (slice < cell.lines.size())
          for (const lines::PlacedBox& box : cell.lines[slice].boxes) ascent = std::max(ascent, box.ascent);
      Strip& strip = add_strip(above + ascent + 0.24f * look.line_height + below);
      strip.baseline = above + ascent;
      strip.repeated = repeated;
      float x = inside.left;
      for (std::size_t column = 0; column < row.cells.size(); ++column) {
        SetCell& cell = row.cells[column];
        if (slice < cell.lines.size()) {
          draw(cell.lines[slice], x, strip.baseline, cell.collected, strip);
          if (!strip.begins && cell.id) strip.begins = book::TextPlace{cell.id, cell.lines[slice].text_offset};
        }
        x += widths[column] + gap;
      }
      if (slice == 0 && row.style.border.top > 0)
        strip.items.push_back(Fill{{inside.left, 0, table_width, row.style.border.top}, row.style.border_color[0]});
      if (last && row.style.border.bottom > 0)
        strip.items.push_back(Fill{{inside.left, strip.height - row.style.border.bottom, table_width, row.style.border.bottom},
                                   row.style.border_color[2]});
    }
    if (is_head) {
      Galley head(section_.galley.begin() + static_cast<std::ptrdiff_t>(first), section_.galley.end());
      for (Strip& strip : head) {
        strip.space_before = 0;
        strip.anchors.clear();  // the first head is the place
        strip.notes.clear();
        strip.begins.reset();
        for (Item& item : strip.items)
          if (auto* run = std::get_if<GlyphRun>(&item)) run->structure = {};  // a repeated head is an artifact
      }
      section_.repeated.push_back(std::move(head));
      repeated = static_cast<std::uint32_t>(section_.repeated.size() - 1);
    }
  }
  pending_snap_ = true;
  leave(frame);
}

}  // namespace octavo::pages
