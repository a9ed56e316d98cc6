#include "markdown/flatten.h"

#include <algorithm>
#include <utility>

namespace octavo::markdown {

namespace {

class Flattener {
 public:
  explicit Flattener(book::Inlines& run) : run_(run) {}

  void blocks(book::Blocks& blocks) {
    for (book::Block& block : blocks) {
      where_ = block.where;
      if (!block.block_id.empty()) inlines({{book::NamedPlace{block.block_id, {}}, where_}});
      visit([&](auto& value) { add(value); }, block.value);
    }
  }

 private:
  void inlines(book::Inlines content) {
    for (book::Inline& one : content) run_.push_back(std::move(one));
  }

  void line(book::Inlines content) {
    if (content.empty()) return;
    if (!stands_on_new_line()) inlines({{book::LineBreak{}, where_}});
    inlines(std::move(content));
  }

  // Named places and the bullet of an item do not fill a line.
  bool stands_on_new_line() {
    if (std::exchange(is_behind_bullet_, false)) return true;
    for (auto last = run_.rbegin(); last != run_.rend(); ++last) {
      if (holds_alternative<book::LineBreak>(last->value)) return true;
      if (!holds_alternative<book::NamedPlace>(last->value)) return false;
    }
    return true;
  }

  void item(const std::string& bullet, book::Blocks& content) {
    line({{book::Text{bullet}, where_}});
    is_behind_bullet_ = true;
    blocks(content);
    is_behind_bullet_ = false;
  }

  void add(book::Paragraph& paragraph) { line(std::move(paragraph.content)); }
  void add(book::Heading& heading) {
    if (!heading.id.empty()) inlines({{book::NamedPlace{heading.id, {}}, where_}});
    line(std::move(heading.content));
  }
  void add(book::List& list) {
    int number = list.start;
    for (book::ListItem& one : list.items)
      item(list.ordered ? std::to_string(number++) + ". " : "• ", one.blocks);
  }
  void add(book::Quote& quote) { blocks(quote.blocks); }
  void add(book::Group& group) { blocks(group.blocks); }
  void add(book::Callout& callout) {
    line(std::move(callout.title));
    blocks(callout.blocks);
  }
  void add(book::Captioned& captioned) {
    blocks(captioned.blocks);
    line(std::move(captioned.caption));
  }
  void add(book::DefinitionList& list) {
    for (book::Definition& one : list.items) {
      for (book::Inlines& term : one.terms) line(std::move(term));
      blocks(one.blocks);
    }
  }
  void add(book::CodeBlock& code) {
    for (std::size_t begin = 0; begin < code.text.size();) {
      const std::size_t end = std::min(code.text.find('\n', begin), code.text.size());
      if (end > begin) line({{book::Code{code.text.substr(begin, end - begin)}, where_}});
      begin = end + 1;
    }
  }
  void add(book::Table& table) {
    line(std::move(table.caption));
    row(table.head);
    for (book::Row& cells : table.rows) row(cells);
  }
  void row(book::Row& cells) {
    book::Inlines words;
    for (book::Cell& cell : cells) {
      if (!words.empty() && !cell.content.empty()) words.push_back({book::Text{" "}, where_});
      for (book::Inline& one : cell.content) words.push_back(std::move(one));
    }
    line(std::move(words));
  }
  void add(book::Figure& figure) {
    line({{std::move(figure.image), where_}});
    line(std::move(figure.caption));
  }
  void add(book::MathBlock& math) { line({{book::Math{std::move(math.source), true}, where_}}); }
  void add(book::Embed& embed) {
    line({{book::InlineEmbed{std::move(embed.target), std::move(embed.as_written)}, where_}});
  }
  void add(book::SectionBreak&) {}

  book::Inlines& run_;
  base::Span where_;
  bool is_behind_bullet_ = false;
};

}  // namespace

book::Inlines as_lines(book::Blocks blocks) {
  book::Inlines run;
  Flattener(run).blocks(blocks);
  return run;
}

}  // namespace octavo::markdown
