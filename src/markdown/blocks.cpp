#include "markdown/blocks.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "markdown/attributes.h"
#include "markdown/callouts.h"
#include "markdown/code_info.h"
#include "markdown/disguise.h"
#include "markdown/inlines.h"
#include "markdown/neighbours.h"
#include "markdown/plugins.h"
#include "markdown/siblings.h"
#include "markdown/tables.h"

namespace octavo::markdown {

namespace {

using diagnostics::Rule;

constexpr std::string_view white_space = " \t\r\n";
constexpr int deepest = 100;  // lists and quotes inside each other; what lies deeper is set on that level

bool is_blank(const book::Inline& one) {
  const auto* text = get_if<book::Text>(&one.value);
  return holds_alternative<book::LineBreak>(one.value) ||
         (text != nullptr && text->text.find_first_not_of(' ') == std::string::npos);
}

class BlockReader {
 public:
  explicit BlockReader(Reading& reading) : reading_(reading) {}

  NoteBlocks run() {
    result_.blocks = children(reading_.document.root(), 0);
    return std::move(result_);
  }

 private:
  // ---- places ------------------------------------------------------

  std::size_t line_number(int parsers) const {
    return std::min(static_cast<std::size_t>(std::max(parsers - 1, 0)), reading_.lines.size() - 1);
  }

  // The parser counts blank lines below a block to it, so that the end is taken from the last line with text.
  std::pair<Offset, Offset> stretch_of(const cmark_node* node) const {
    const Line& first = reading_.lines[line_number(node->start_line)];
    std::size_t last = std::max(line_number(node->end_line), line_number(node->start_line));
    while (last > line_number(node->start_line) && reading_.lines[last].is_blank()) --last;
    const Offset begin =
        std::min(first.begin + static_cast<Offset>(std::max(node->start_column - 1, 0)), first.end);
    return {begin, std::max(begin, reading_.lines[last].end)};
  }

  base::Span lines_of(const cmark_node* node) const {
    const auto [begin, end] = stretch_of(node);
    return reading_.source.span(begin, end);
  }

  SourceMap map_of(const cmark_node* node) const {
    const std::string_view content =
        node->type == CMARK_NODE_HTML_BLOCK ? view(node->as.literal) : content_of(node);
    if (node->type == CMARK_NODE_HEADING && !node->as.heading.setext) {
      const Line& line = reading_.lines[line_number(node->start_line)];
      Offset at = stretch_of(node).first;
      while (at < line.end && reading_.prepared[at] == '#') ++at;
      while (at < line.end && (reading_.prepared[at] == ' ' || reading_.prepared[at] == '\t')) ++at;
      return map_stretch(content, reading_.prepared, at, line.end);
    }
    // A paragraph that leads into a table has no lines of its own: the table has them.
    const cmark_node* placed = node->start_line == 0 && node->next != nullptr ? node->next : node;
    return map_lines(content, reading_.prepared, reading_.lines, line_number(placed->start_line),
                     line_number(placed->end_line));
  }

  base::Span span(const SourceMap& map, Offset begin, Offset end) const {
    const auto [first, last] = map.range(begin, end);
    return reading_.source.span(first, last);
  }

  // ---- the tree ----------------------------------------------------

  book::Blocks children(cmark_node* parent, int depth) {
    book::Blocks result;
    siblings(parent->first_child, result, depth);
    return result;
  }

  // All from `first` on.
  void siblings(cmark_node* first, book::Blocks& result, int depth) {
    add_siblings(reading_, reader_, first, nullptr, depth, result);
    join_neighbours(result);
  }

  void add(cmark_node* node, book::Blocks& result, int depth) {
    const bool holds_blocks = node->type == CMARK_NODE_LIST || node->type == CMARK_NODE_BLOCK_QUOTE ||
                              node->type == CMARK_NODE_FOOTNOTE_DEFINITION;
    if (holds_blocks && depth >= deepest) {
      flatten(node, result);
      return;
    }
    switch (node->type) {
      case CMARK_NODE_PARAGRAPH:
        paragraph(node, content_of(node), 0, result);
        break;
      case CMARK_NODE_HEADING:
        heading(node, result);
        break;
      case CMARK_NODE_BLOCK_QUOTE:
        quote(node, result, depth);
        break;
      case CMARK_NODE_LIST:
        push(result, list(node, depth), lines_of(node));
        break;
      case CMARK_NODE_CODE_BLOCK:
        code(node, result);
        break;
      case CMARK_NODE_HTML_BLOCK:  // by itself, out of a list or quote that lies too deep
        add_siblings(reading_, reader_, node, node->next, 0, result);
        break;
      case CMARK_NODE_THEMATIC_BREAK:
        push(result, book::SectionBreak{}, lines_of(node));
        break;
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        footnote(node, depth);
        break;
      default:
        if (node->type == CMARK_NODE_TABLE) {
          base::Span where;
          std::string id;
          book::Table content = table(reading_, node, where, id);
          push(result, std::move(content), where);
          result.back().block_id = std::move(id);
        }
    }
  }

  template <class Value>
  static void push(book::Blocks& result, Value value, base::Span where) {
    book::Block block;
    block.value = std::move(value);
    block.where = where;
    result.push_back(std::move(block));
  }

  // The paragraphs, tables and code below, without the lists and quotes they stand in.
  void flatten(cmark_node* node, book::Blocks& result) {
    each_node(node, [&](cmark_node* inner) {
      const bool is_holder = inner->type == CMARK_NODE_LIST || inner->type == CMARK_NODE_ITEM ||
                             inner->type == CMARK_NODE_BLOCK_QUOTE ||
                             inner->type == CMARK_NODE_FOOTNOTE_DEFINITION ||
                             inner->type == CMARK_NODE_TABLE_ROW || inner->type == CMARK_NODE_TABLE_CELL;
      if (!is_holder) add(inner, result, 0);
    });
  }

  // ---- blocks that hold text ---------------------------------------

  // `content` is the node's from the offset `at` on.
  void paragraph(cmark_node* node, std::string_view content, Offset at, book::Blocks& result) {
    std::string id = cut_block_id(content);
    if (content.empty()) {
      if (!result.empty() && result.back().block_id.empty()) result.back().block_id = std::move(id);
      return;
    }
    const SourceMap map = map_of(node);
    if (id.empty()) check_block_id(content, map, at);
    book::Inlines run = inlines(reading_, {content, map, at});
    if (run.empty()) return;  // there were only comments
    const auto begin = static_cast<Offset>(content.find_first_not_of(white_space));
    const auto end = static_cast<Offset>(content.find_last_not_of(white_space) + 1);
    const base::Span where = span(map, at + begin, at + end);
    const std::size_t before = result.size();
    if (!stands_alone(run, where, result)) push(result, book::Paragraph{std::move(run)}, where);
    if (result.size() > before) result.back().block_id = std::move(id);
  }

  void check_block_id(std::string_view content, const SourceMap& map, Offset at) const {
    const auto found = invalid_block_id(content);
    if (!found) return;
    const std::string written(content.substr(found->begin, found->end - found->begin));
    reading_.source.report(
        Rule::block_invalid_id, span(map, at + static_cast<Offset>(found->begin), at + static_cast<Offset>(found->end)),
        "\"" + revealed(written) + "\" is no id that a link could name; write Latin letters, digits and dashes alone",
        found->nearest.empty() ? "" : '^' + found->nearest);
  }

  // A picture alone in its paragraph is a figure, one with "Figure: its caption" in the next line too; embeds and displayed formulas are
  // blocks, even several of them line by line.
  bool stands_alone(book::Inlines& run, base::Span where, book::Blocks& result) const {
    const auto becomes_block = [](const book::Inline& one) {
      const auto* math = get_if<book::Math>(&one.value);
      return holds_alternative<book::InlineEmbed>(one.value) || (math != nullptr && math->display);
    };
    if (auto* image = run.size() == 1 ? get_if<book::Image>(&run.front().value) : nullptr) {
      push(result, figure(std::move(*image), run.front().where, reading_.typography), where);
      return true;
    }
    if (auto* image = get_if<book::Image>(&run.front().value)) {
      const auto words = std::find_if_not(run.begin() + 1, run.end(), is_blank);
      book::Inlines caption(words, run.end());
      if (!take_mark(caption, figure_mark)) return false;
      push(result, book::Figure{std::move(*image), std::move(caption)}, where);
      return true;
    }
    if (!std::all_of(run.begin(), run.end(),
                     [&](const book::Inline& one) { return becomes_block(one) || is_blank(one); }))
      return false;
    for (book::Inline& one : run) {
      if (auto* embed = get_if<book::InlineEmbed>(&one.value)) {
        push(result, book::Embed{std::move(embed->target), std::move(embed->as_written)}, one.where);
      } else if (auto* math = get_if<book::Math>(&one.value)) {
        push(result, book::MathBlock{std::move(math->source)}, one.where);
      }
    }
    return true;
  }

  void heading(cmark_node* node, book::Blocks& result) {
    const SourceMap map = map_of(node);
    std::string_view content = content_of(node);
    std::string block_id = cut_block_id(content);
    if (block_id.empty()) check_block_id(content, map, 0);
    book::Heading heading;
    heading.level = node->as.heading.level;
    heading.id = cut_attributes(content).value_or("");
    heading.content = inlines(reading_, {content, map});
    push(result, std::move(heading), lines_of(node));
    result.back().block_id = std::move(block_id);
  }

  // ---- blocks that hold blocks -------------------------------------

  book::List list(cmark_node* node, int depth) {
    book::List list;
    list.ordered = node->as.list.list_type == CMARK_ORDERED_LIST;
    list.start = node->as.list.start;
    list.tight = node->as.list.tight;
    for (cmark_node* item = node->first_child; item != nullptr; item = item->next) {
      book::ListItem& one = list.items.emplace_back();
      if (item->extension != nullptr) one.done = is_done(item);
      one.blocks = children(item, depth + 1);
    }
    if (!list.ordered) list.start = 1;
    return list;
  }

  // The library looks for "[x]" in the whole line, and would find one behind an open task too.
  bool is_done(const cmark_node* item) const {
    const auto [begin, end] = stretch_of(item);
    const auto mark = reading_.prepared.find('[', begin);
    return mark + 1 < end && reading_.prepared[mark + 1] != ' ';
  }

  void quote(cmark_node* node, book::Blocks& result, int depth) {
    cmark_node* first = node->first_child;
    const bool has_text = first != nullptr && first->type == CMARK_NODE_PARAGRAPH;
    const auto head = has_text ? callout_head(content_of(first)) : std::nullopt;
    if (!head) {
      book::Blocks inner = children(node, depth + 1);
      if (!inner.empty()) push(result, book::Quote{std::move(inner)}, lines_of(node));
      return;
    }
    book::Callout callout;
    callout.kind = head->kind;
    callout.fold = head->fold;
    const std::string_view content = content_of(first);
    if (head->title < head->title_end) {
      const SourceMap map = map_of(first);
      callout.title = inlines(reading_, {content.substr(head->title, head->title_end - head->title), map,
                                         static_cast<Offset>(head->title)});
    }
    if (callout.title.empty())
      callout.title.push_back({book::Text{callout_title(head->kind)}, lines_of(first)});
    if (head->body < content.size()) {
      paragraph(first, content.substr(head->body), static_cast<Offset>(head->body), callout.blocks);
    }
    siblings(first->next, callout.blocks, depth + 1);
    push(result, std::move(callout), lines_of(node));
  }

  void footnote(cmark_node* node, int depth) {
    const std::string label = revealed(view(node->as.literal));
    book::Note note;
    note.label = label;
    const auto [text, end] = stretch_of(node);  // which begins behind the label
    note.where = reading_.source.span(
        static_cast<Offset>(std::min<std::size_t>(reading_.prepared.rfind("[^", text), text)), end);
    note.blocks = children(node, depth + 1);
    const bool is_first =
        !std::exchange(reading_.footnotes.find(base::folded(label))->second.is_defined, true);
    if (is_first) {
      result_.notes.push_back(std::move(note));
    } else {
      reading_.source.report(
          Rule::note_unused_footnote, note.where,
          "footnote \"[^" + label + "]\" is defined a second time; only the first is used");
    }
  }

  // ---- code --------------------------------------------------------

  void code(cmark_node* node, book::Blocks& result) const {
    book::CodeBlock block;
    block.info = revealed(view(node->as.code.info));
    block.language = code_language(block.info);
    std::string text = revealed(view(node->as.code.literal));
    std::erase(text, inside_comment);
    const base::Span where = lines_of(node);
    if (block.language == "math") {
      push(result, book::MathBlock{base::trimmed(text)}, where);
      return;
    }
    block.text = shown_code(text, block.language, block.info);
    if (block.text.empty() && !text.empty()) return;  // all of it is for the compiler
    if (block.text.ends_with('\n')) block.text.pop_back();
    if (const auto program = drawn_by(block.language); !program.empty()) {
      reading_.source.report(Rule::content_unsupported, where,
                             "\"" + block.language + "\" is drawn by " + std::string(program) +
                                 ", not by a book; its source is shown, export a picture to show that");
    }
    push(result, std::move(block), where);
  }

  Reading& reading_;
  const NodeReader reader_{
      [this](cmark_node* node, book::Blocks& result, int depth) { add(node, result, depth); },
      [this](const cmark_node* node) { return lines_of(node); },
      [this](const cmark_node* node) { return map_of(node); }, deepest};
  NoteBlocks result_;
};

}  // namespace

NoteBlocks blocks(Reading& reading) {
  if (reading.lines.empty()) return {};
  return BlockReader(reading).run();
}

}  // namespace octavo::markdown
