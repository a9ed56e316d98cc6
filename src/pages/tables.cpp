// Tables: columns share the measure by what their cells need; rows are cut between lines only if they must be; heads are set again on
// every page the table goes on to. A cell that spans rows lets its lines run on through them.
#include <algorithm>

#include "pages/column_widths.h"
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

struct SetCell {
  Composer::Collected collected;
  std::vector<lines::Line> lines;
  book::BlockId id;
  std::size_t column = 0, columns = 1;  // where on the grid, and how many columns it takes up
  int rows_left = 1;                    // that it still reaches down to, the one being set included
  std::size_t next_line = 0;            // the first that is not drawn
  std::size_t slices_before = 0;        // of the row, that stay empty over it
  float down = 0;                       // and how much lower it stands in them
};
struct SetRow {
  style::Computed style;
  std::vector<SetCell> cells;
};

// Deals the cells of row after row out to the columns of the grid, past those that a cell above reaches down to.
class Grid {
 public:
  // The columns of each cell of the next row: the first, and how many.
  std::vector<std::pair<std::size_t, std::size_t>> next(const book::Row& row) {
    for (int& rows : reached_) rows = std::max(rows - 1, 0);
    std::vector<std::pair<std::size_t, std::size_t>> places;
    std::size_t column = 0;
    for (const book::Cell& cell : row) {
      while (column < reached_.size() && reached_[column] > 0) ++column;
      std::size_t columns = 1;
      while (columns < static_cast<std::size_t>(cell.columns) &&
             (column + columns >= reached_.size() || reached_[column + columns] == 0))
        ++columns;
      if (reached_.size() < column + columns) reached_.resize(column + columns);
      std::fill_n(reached_.begin() + static_cast<std::ptrdiff_t>(column), columns, std::max(cell.rows, 1));
      places.emplace_back(column, columns);
      column += columns;
    }
    return places;
  }
  std::size_t columns() const { return reached_.size(); }
  // How many of them the row dealt out last takes up.
  std::size_t taken() const { return reached_.size() - static_cast<std::size_t>(std::ranges::count(reached_, 0)); }

 private:
  std::vector<int> reached_;  // by column: how many rows the cell there takes up, the last one dealt out included
};

struct Needs {
  std::vector<lines::Extent> columns;
  std::vector<CellNeed> cells;
};

// What the columns need for the cells of one column each, and then for those that span several.
Needs needs_of(const std::vector<SetRow>& rows, std::size_t count, float gap, Workshop& workshop) {
  Needs needs{std::vector<lines::Extent>(count), {}};
  std::vector<lines::Extent>& extents = needs.columns;
  std::vector<std::pair<const SetCell*, lines::Extent>> spanning;
  for (std::size_t index = 0; index < rows.size(); ++index)
    for (const SetCell& cell : rows[index].cells) {
      const lines::Extent extent = lines::extent(cell.collected.paragraph, workshop.tools());
      if (cell.columns > 1) {
        spanning.emplace_back(&cell, extent);
        continue;
      }
      needs.cells.push_back({index, cell.column, extent.whole, extent.preferred});
      extents[cell.column].minimum = std::max(extents[cell.column].minimum, extent.minimum);
      extents[cell.column].preferred = std::max(extents[cell.column].preferred, extent.preferred);
    }
  for (const auto& [cell, extent] : spanning) {
    const auto part = static_cast<float>(cell->columns);
    const auto first = extents.begin() + static_cast<std::ptrdiff_t>(cell->column);
    const auto last = first + static_cast<std::ptrdiff_t>(cell->columns);
    const auto widen = [&](float lines::Extent::*width, float wanted) {
      float has = gap * (part - 1);
      for (auto column = first; column != last; ++column) has += (*column).*width;
      for (auto column = first; column != last && wanted > has; ++column) (*column).*width += (wanted - has) / part;
    };
    widen(&lines::Extent::minimum, extent.minimum);
    widen(&lines::Extent::preferred, extent.preferred);
  }
  return needs;
}

// What the rows belong to: those of the head to one group, the others to another, unless a cell reaches over the border or there are no others.
struct RowGroups {
  StructureId head, body;
};

// Whether a cell of a row that is not the head's names what is in its row: where all of them are heads, they name columns.
bool names_row(const book::Row& row, bool is_head) {
  return !is_head && !std::ranges::all_of(row, &book::Cell::is_head);
}

}  // namespace

void Composer::set(const book::Table& table, const book::Block& block, const style::Element& element, const Place& place) {
  const StructureId whole_table = structure(Role::table, place.structure);
  if (!table.caption.empty()) {
    const style::Element caption{"caption", {}, {}, &element, nullptr, false};
    Place over = place;
    over.structure = whole_table;
    set_paragraph(table.caption, caption, over, {.block = block.id, .role = Role::caption});
    add_break(cost::never);
  }
  std::vector<const book::Row*> source;
  if (!table.head.empty()) source.push_back(&table.head);
  for (const book::Row& row : table.rows) source.push_back(&row);
  Grid grid;
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> places;
  std::vector<std::size_t> taken;  // columns of each row, by cells of its own or from above
  for (const book::Row* row : source) {
    places.push_back(grid.next(*row));
    taken.push_back(grid.taken());
  }
  const std::size_t count = grid.columns();
  if (count == 0) return;

  Frame frame = enter(element, place, whole_table);
  const Place inside = frame.place();
  const float whole = section_.measure - inside.left - inside.right;
  const float gap = std::min(column_gap, 0.3f * whole / static_cast<float>(count));
  const float room = whole - gap * static_cast<float>(count - 1);

  // The rows of the body are counted by themselves, as though they were in an element of their own.
  const style::Element head_row{"tr", {"head"}, {}, &element, nullptr, false};
  std::vector<style::Element> body_rows(source.size(), {"tr", {}, {}, &element, nullptr, false});
  for (std::size_t index = table.head.empty() ? 1 : 2; index < source.size(); ++index) body_rows[index].previous = &body_rows[index - 1];
  body_rows.back().classes = {"foot"};
  body_rows.back().last_child = true;
  const bool generates = workshop_.sheet.may_generate();
  RowGroups groups{whole_table, whole_table};
  if (!table.head.empty() && !table.rows.empty() && std::ranges::all_of(table.head, [](const book::Cell& cell) { return cell.rows <= 1; }))
    groups = {structure(Role::head_rows, whole_table), structure(Role::body_rows, whole_table)};
  const std::size_t first_structure = section_.structure.size();

  const auto collect_row = [&](std::size_t index, float scale) {
    const book::Row& row = *source[index];
    const bool is_head = &row == &table.head;
    const style::Element& tr = is_head ? head_row : body_rows[index];
    SetRow made{style_of(tr, frame.style), {}};
    const StructureId node = structure(Role::row, is_head ? groups.head : groups.body);
    std::vector<style::Element> cells;
    cells.reserve(row.size());
    for (std::size_t number = 0; number < row.size(); ++number) {
      const auto [column, columns] = places[index][number];
      Place at = inside;
      at.style = &made.style;
      // Pictures in cells are no wider than a fair share.
      at.right += whole - room * static_cast<float>(columns) / static_cast<float>(count);
      const bool heads = is_head || row[number].is_head;
      style::Element& cell = cells.emplace_back(heads ? "th" : "td", std::vector<std::string_view>{}, std::string_view{}, &tr, nullptr, number + 1 == row.size());
      if (number > 0) cell.previous = &cells[number - 1];
      SetCell set{begin_paragraph(cell, at), {}, row[number].id, column, columns, std::max(row[number].rows, 1)};
      set.collected.style.font_size *= scale;
      set.collected.style.line_height *= scale;
      set.collected.paragraph.align = align_of(column < table.columns.size() ? table.columns[column] : book::Alignment::none);
      set.collected.paragraph.align_last = set.collected.paragraph.align;
      const StructureId own = structure(heads ? Role::head_cell : Role::cell, node);
      Structure& facts = section_.structure[own.index()];
      facts.names_row = heads && names_row(row, is_head);
      facts.columns = static_cast<std::uint16_t>(columns);
      facts.rows = static_cast<std::uint16_t>(std::min<std::size_t>(static_cast<std::size_t>(set.rows_left), source.size() - index));
      const lines::Tag whole_cell = generates ? tag(own) : 0;
      if (generates) add_made(Made::before, set.collected, cell, set.collected.style, at.language, whole_cell);
      collect(set.collected, row[number].content, cell, set.collected.style, at, own);
      if (generates) add_made(Made::after, set.collected, cell, set.collected.style, at.language, whole_cell);
      made.cells.push_back(std::move(set));
    }
    // Rows are of one length, to whoever reads the structure.
    for (std::size_t column = taken[index]; column < count; ++column) structure(Role::cell, node);
    return made;
  };

  std::vector<SetRow> rows;
  std::vector<float> widths;
  for (const float scale : scales) {
    section_.structure.resize(first_structure);
    rows.clear();
    for (std::size_t index = 0; index < source.size(); ++index) rows.push_back(collect_row(index, scale));
    const Needs needs = needs_of(rows, count, gap, workshop_);
    widths = column_widths(needs.columns, needs.cells, room);
    float least = 0;
    for (const auto& extent : needs.columns) least += extent.minimum;
    if (least <= room) break;
    if (scale == scales[std::size(scales) - 1])
      for (SetRow& row : rows)  // nothing else helps: words may break anywhere rather than run into the next column
        for (SetCell& cell : row.cells)
          for (auto& style : cell.collected.paragraph.styles) style.break_anywhere = true;
  }
  std::vector<float> lefts;  // of the columns
  float table_width = -gap;
  for (const float width : widths) {
    lefts.push_back(inside.left + table_width + gap);
    table_width += gap + width;
  }

  const std::size_t first_row = table.head.empty() ? 0 : 1;
  std::optional<std::uint32_t> repeated;
  std::vector<SetCell> open;  // the cells that reach into the row
  for (std::size_t index = 0; index < rows.size(); ++index) {
    SetRow& row = rows[index];
    const bool is_head = source[index] == &table.head;
    const bool is_last_row = index + 1 == rows.size();
    const style::Computed look = row.cells.empty() ? row.style : row.cells.front().collected.style;
    for (SetCell& cell : row.cells) {
      const std::size_t last = cell.column + cell.columns - 1;
      cell.lines = break_lines(cell.collected.paragraph, lefts[last] + widths[last] - lefts[cell.column]);
      open.push_back(std::move(cell));
    }
    std::size_t lines_in_row = 1;
    for (const SetCell& cell : open)
      if (cell.rows_left == 1 || is_last_row) lines_in_row = std::max(lines_in_row, cell.lines.size() - cell.next_line);
    for (SetCell& cell : open) {
      const std::size_t free = cell.rows_left == 1 && cell.next_line == 0 ? lines_in_row - std::min(cell.lines.size(), lines_in_row) : 0;
      const style::VerticalAlign align = cell.collected.style.box_align;
      cell.slices_before = align == style::VerticalAlign::bottom ? free : align == style::VerticalAlign::middle ? free / 2 : 0;
      cell.down = align == style::VerticalAlign::middle && free % 2 == 1 ? look.line_height / 2 : 0;
    }
    const std::size_t first = section_.galley.size();
    for (std::size_t slice = 0; slice < lines_in_row; ++slice) {
      const bool last = slice + 1 == lines_in_row;
      const float above = slice == 0 ? row.style.border.top + row.style.padding.top : 0;
      const float below = last ? row.style.padding.bottom + row.style.border.bottom : 0;
      if (slice > 0) add_break(is_head ? cost::never : cost::within_row);
      else if (index == 1 && !table.head.empty()) add_break(cost::never);
      else if (index == first_row + 1 || (is_last_row && index > first_row)) add_break(cost::row_alone);
      else if (index > 0) add_break(cost::within_paragraph);
      float ascent = 0.76f * look.line_height;  // pictures may need more
      for (const SetCell& cell : open)
        if (slice >= cell.slices_before && cell.next_line < cell.lines.size())
          for (const lines::PlacedBox& box : cell.lines[cell.next_line].boxes) ascent = std::max(ascent, box.ascent);
      Strip& strip = add_strip(above + ascent + 0.24f * look.line_height + below);
      strip.baseline = above + ascent;
      strip.repeated = repeated;
      strip.goes_on_in_row = slice > 0;
      if (row.style.background) strip.items.push_back(Fill{{inside.left, 0, table_width, strip.height}, *row.style.background});
      const auto end_cell = [&] { strip.cells.push_back(static_cast<std::uint32_t>(strip.items.size())); };
      end_cell();  // what lies under all of them
      for (SetCell& cell : open) {
        if (slice >= cell.slices_before && cell.next_line < cell.lines.size()) {
          const lines::Line& line = cell.lines[cell.next_line++];
          if (!strip.begins && cell.id) strip.begins = book::TextPlace{cell.id, line.text_offset};
          draw(line, lefts[cell.column], strip.baseline + cell.down, cell.collected, strip);
        }
        end_cell();
      }
      if (slice == 0 && row.style.border.top > 0)
        strip.items.push_back(Fill{{inside.left, 0, table_width, row.style.border.top}, row.style.border_color[0], rule_of(row.style.border_style[0])});
      if (last && row.style.border.bottom > 0)
        strip.items.push_back(Fill{{inside.left, strip.height - row.style.border.bottom, table_width, row.style.border.bottom},
                                   row.style.border_color[2], rule_of(row.style.border_style[2])});
    }
    std::erase_if(open, [](SetCell& cell) { return --cell.rows_left <= 0; });
    if (is_head) {
      Galley head(section_.galley.begin() + static_cast<std::ptrdiff_t>(first), section_.galley.end());
      for (Strip& strip : head) {
        strip.space_before = 0;
        strip.anchors.clear();  // the first head is the place
        strip.notes.clear();
        strip.begins.reset();
        for (Item& item : strip.items)  // a repeated head is an artifact
          std::visit(book::Overloaded{[](Fill&) {}, [](auto& content) { content.structure = {}; }}, item);
      }
      section_.repeated.push_back(std::move(head));
      repeated = static_cast<std::uint32_t>(section_.repeated.size() - 1);
    }
  }
  pending_.snap = true;
  leave(frame);
}

}  // namespace octavo::pages
