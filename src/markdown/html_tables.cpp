#include "markdown/html_tables.h"

#include <algorithm>
#include <iterator>

#include "markdown/html_inlines.h"
#include "markdown/html_tags.h"

namespace octavo::markdown {

namespace {

constexpr int widest = 1'000;                // columns
constexpr std::size_t most_cells = 100'000;  // those included that were not written

class TableBuilder {
 public:
  explicit TableBuilder(const std::function<book::Inlines(const HtmlNode&)>& lines) : lines_(lines) {}

  book::Table run(const HtmlNode& table) {
    gather(table);
    width_ = width();
    const bool is_too_large = width_ > widest || static_cast<std::size_t>(width_) * rows_.size() > most_cells;
    table_.columns.assign(is_too_large ? 0 : static_cast<std::size_t>(width_), book::Alignment::none);
    columns_.assign(static_cast<std::size_t>(std::min(width_, widest)), {});
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      book::Row row = is_too_large ? plain_row(*rows_[i].node) : this->row(i);
      if (i == 0 && is_head_row(rows_[i])) {
        table_.head = std::move(row);
      } else {
        table_.rows.push_back(std::move(row));
      }
    }
    return std::move(table_);
  }

 private:
  struct Source {
    const HtmlNode* node;
    bool in_head;
  };
  // What a cell further up leaves of a column to the rows below it.
  struct Column {
    int taken = 0;         // rows
    bool by_head = false;  // the head is set by itself, so that its cells end with it
  };

  void gather(const HtmlNode& parent, bool in_head = false) {
    for (const HtmlNode& child : parent.children) {
      const std::string& name = child.tag.name;
      if (name == "caption") add_caption(lines_(child));
      if (name == "tr") rows_.push_back({&child, in_head});
      if (name == "thead" || name == "tbody" || name == "tfoot") gather(child, name == "thead");
    }
  }

  // Should there be several, none is lost.
  void add_caption(book::Inlines words) {
    book::Inlines& caption = table_.caption;
    if (!caption.empty() && !words.empty()) caption.push_back({book::LineBreak{}, words.front().where});
    std::move(words.begin(), words.end(), std::back_inserter(caption));
  }

  static bool is_cell(const HtmlNode& node) { return node.tag.name == "td" || node.tag.name == "th"; }
  static int span(const HtmlNode& cell) { return number_of(cell.tag, "colspan", 1, 100, 1); }

  bool is_head_row(const Source& row) const {
    const auto& cells = row.node->children;
    const auto is_body_cell = [](const HtmlNode& child) { return child.tag.name == "td"; };
    return row.in_head || (std::any_of(cells.begin(), cells.end(), is_cell) &&
                           std::none_of(cells.begin(), cells.end(), is_body_cell));
  }

  // How many rows a cell of row `i` takes, which end with the table.
  int depth(const HtmlNode& cell, std::size_t i) const {
    const int left = static_cast<int>(rows_.size() - i);
    const int rows = number_of(cell.tag, "rowspan", 0, left, 1);
    return rows == 0 ? left : rows;
  }

  // Cells are put into the first columns that are free.
  template <class Place>
  static void place(std::vector<Column>& columns, const HtmlNode& row, Place put) {
    std::size_t at = 0;
    for (const HtmlNode& cell : row.children) {
      if (!is_cell(cell)) continue;
      while (at < columns.size() && columns[at].taken > 0) ++at;
      at += static_cast<std::size_t>(put(cell, at));
    }
  }

  int width() const {
    std::vector<Column> columns;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      for (Column& one : columns) one.taken -= one.taken > 0;
      std::vector<Column> next = columns;
      place(columns, *rows_[i].node, [&](const HtmlNode& cell, std::size_t at) {
        const auto end = at + static_cast<std::size_t>(span(cell));
        if (next.size() < end) next.resize(end);
        for (std::size_t c = at; c < end; ++c) next[c].taken = std::max(next[c].taken, depth(cell, i));
        return span(cell);
      });
      columns = std::move(next);
      if (columns.size() > widest) break;
    }
    return static_cast<int>(columns.size());
  }

  book::Row row(std::size_t i) {
    for (Column& one : columns_) one.taken -= one.taken > 0;
    const bool is_head = i == 0 && is_head_row(rows_[i]);
    book::Row result;
    std::size_t filled = 0;
    const auto fill_up_to = [&](std::size_t end) {
      for (; filled < end; ++filled) {
        const Column& one = columns_[filled];
        if (one.taken == 0 || one.by_head) result.push_back({{}, {}, 1, 1, one.taken > 0});
      }
    };
    place(columns_, *rows_[i].node, [&](const HtmlNode& node, std::size_t at) {
      fill_up_to(at);
      book::Cell cell{lines_(node), {}, free_from(at, span(node)), depth(node, i), node.tag.name == "th"};
      filled = at + static_cast<std::size_t>(cell.columns);
      for (std::size_t c = at; c < filled; ++c) columns_[c] = {cell.rows, is_head};
      align(node, at, cell.columns);
      if (is_head) cell.rows = 1;
      result.push_back(std::move(cell));
      return result.back().columns;
    });
    fill_up_to(columns_.size());
    return result;
  }

  // A span ends where a cell from above stands.
  int free_from(std::size_t at, int wanted) const {
    const auto end = std::min(at + static_cast<std::size_t>(wanted), columns_.size());
    std::size_t free = at + 1;
    while (free < end && columns_[free].taken == 0) ++free;
    return static_cast<int>(free - at);
  }

  void align(const HtmlNode& cell, std::size_t column, int columns) {
    const std::string* value = cell.tag.attribute("align");
    book::Alignment& alignment = table_.columns[column];
    if (value == nullptr || columns > 1 || alignment != book::Alignment::none) return;
    const std::string word = lower(*value);
    if (word == "left") alignment = book::Alignment::left;
    if (word == "center") alignment = book::Alignment::center;
    if (word == "right") alignment = book::Alignment::right;
  }

  book::Row plain_row(const HtmlNode& row) {
    book::Row result;
    for (const HtmlNode& cell : row.children)
      if (is_cell(cell)) result.push_back({lines_(cell), {}, 1, 1, false});
    return result;
  }

  const std::function<book::Inlines(const HtmlNode&)>& lines_;
  std::vector<Source> rows_;
  std::vector<Column> columns_;
  int width_ = 0;
  book::Table table_;
};

}  // namespace

book::Table html_table(const HtmlNode& table, const std::function<book::Inlines(const HtmlNode&)>& lines) {
  return TableBuilder(lines).run(table);
}

}  // namespace octavo::markdown
