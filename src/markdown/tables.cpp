#include "markdown/tables.h"

#include <algorithm>

#include "markdown/attributes.h"
#include "markdown/inlines.h"

namespace octavo::markdown {

namespace {

class TableReader {
 public:
  TableReader(Reading& reading, cmark_node* node) : reading_(reading), node_(node) {}

  book::Table run(base::Span& where, std::string& block_id) {
    book::Table table;
    const auto count = cmark_gfm_extensions_get_table_columns(node_);
    const auto* alignments = cmark_gfm_extensions_get_table_alignments(node_);
    for (int i = 0; i < count; ++i) table.columns.push_back(alignment(alignments[i]));
    for (cmark_node* row = node_->first_child; row != nullptr; row = row->next) {
      if (row == node_->first_child) {
        table.head = head(row);
      } else if (row->next != nullptr || (block_id = id_below(row)).empty()) {
        table.rows.push_back(body(row));
      }
    }
    where = reading_.source.span(begin_, end_);
    return table;
  }

 private:
  static book::Alignment alignment(std::uint8_t letter) {
    switch (letter) {
      case 'l':
        return book::Alignment::left;
      case 'c':
        return book::Alignment::center;
      case 'r':
        return book::Alignment::right;
      default:
        return book::Alignment::none;
    }
  }

  static std::string id_below(const cmark_node* row) {
    std::string_view first = content_of(row->first_child);
    const std::string id = first.starts_with('^') ? cut_block_id(first) : "";
    for (const cmark_node* cell = row->first_child->next; cell != nullptr; cell = cell->next) {
      if (cell->content.size != 0) return "";
    }
    return id;
  }

  // Lines of a paragraph may lead straight into a table; the parser then gives the first of them for the line
  // of its head. The head stands two lines above the first row, for the row that delimits lies between them.
  book::Row head(cmark_node* row) {
    const int number = row->next != nullptr ? row->next->start_line - 2 : node_->end_line - 1;
    return cells(row, static_cast<std::size_t>(std::max(number - 1, 0)));
  }

  book::Row body(cmark_node* row) {
    return cells(row, static_cast<std::size_t>(std::max(row->start_line - 1, 0)));
  }

  book::Row cells(cmark_node* row, std::size_t number) {
    book::Row result;
    if (number >= reading_.lines.size()) number = reading_.lines.size() - 1;
    const Line& line = reading_.lines[number];
    auto at = static_cast<Offset>(
        std::min<std::size_t>(reading_.prepared.find_first_not_of("> \t", line.begin), line.end));
    if (number + 1 ==
        static_cast<std::size_t>(node_->start_line)) {  // a list marker may stand before the head
      at = std::min(line.begin + static_cast<Offset>(std::max(node_->start_column - 1, 0)), line.end);
    }
    const Offset begin = at;
    for (cmark_node* cell = row->first_child; cell != nullptr; cell = cell->next) {
      const std::string_view content = content_of(cell);
      if (content.empty()) {
        result.emplace_back();
        continue;
      }
      // Only bars and white space part it from the one before: empty cells have no content.
      at = static_cast<Offset>(
          std::min<std::size_t>(reading_.prepared.find_first_not_of("| \t", at), line.end));
      const SourceMap map = map_stretch(content, reading_.prepared, at, line.end);
      at = map.range(0, static_cast<Offset>(content.size())).second;
      result.push_back({inlines(reading_, {content, map, 0, Place::table_cell}), {}});
    }
    if (end_ == 0) begin_ = begin;
    end_ = line.end;
    return result;
  }

  Reading& reading_;
  cmark_node* node_;
  Offset begin_ = 0, end_ = 0;  // of its rows
};

}  // namespace

book::Table table(Reading& reading, cmark_node* node, base::Span& where, std::string& block_id) {
  return TableReader(reading, node).run(where, block_id);
}

}  // namespace octavo::markdown
