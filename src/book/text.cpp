#include "book/text.h"

#include <algorithm>
#include <iterator>

#include "book/visit.h"

namespace octavo::book {

namespace {

void append_text(std::string& text, const Inlines& inlines) {
  each_inline(inlines, [&](const Inline& one) {
    visit(
        Overloaded{
            [&](const Text& value) { text += value.text; }, [&](const Code& value) { text += value.text; },
            [&](const LineBreak&) { text += ' '; }, [&](const Image& value) { text += value.alt; },
            [&](const Math& value) { text += value.source; },
            [&](const Tag& value) { text.append("#").append(value.name); },
            [&](const InlineEmbed& value) { text += value.as_written; }, [](const NoteCall&) {}, [](const NamedPlace&) {},
            [](const auto& holder) {
              static_assert(requires { holder.content; });
            },  // its content comes next
        },
        one.value);
    return true;
  });
}

void append_text(std::string& text, const Row& row) {
  for (const Cell& cell : row) {
    if (&cell != &row.front()) text += ' ';
    append_text(text, cell.content);
  }
}

void append_without_links(Inlines& result, const Inlines& inlines) {
  for (const Inline& one : inlines) {
    if (const auto* link = get_if<Link>(&one.value)) {
      append_without_links(result, link->content);
    } else if (!holds_alternative<NoteCall>(one.value) && !holds_alternative<NamedPlace>(one.value)) {
      result.push_back(one);
      visit(
          [](auto& value) {
            if constexpr (requires { value.content; }) value.content = without_links(value.content);
          },
          result.back().value);
    }
  }
}

}  // namespace

std::string joined(const std::vector<std::string_view>& names, std::string_view conjunction) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0 && i + 1 == names.size()) {
      text.append(" ").append(conjunction).append(" ");
    } else if (i > 0) {
      text += ", ";
    }
    text += names[i];
  }
  return text;
}

std::string plain_text(const Inlines& inlines) {
  std::string text;
  append_text(text, inlines);
  return text;
}

std::string plain_text(const Block& block) {
  if (const auto* code = get_if<CodeBlock>(&block.value)) return code->text;
  if (const auto* math = get_if<MathBlock>(&block.value)) return math->source;
  std::string text;
  const auto* table = get_if<Table>(&block.value);
  if (!table) {
    each_run(block, [&](const Inlines& run) { append_text(text, run); });
    return text;
  }
  append_text(text, table->caption);
  const auto line = [&](const Row& row) {
    if (!text.empty()) text += '\n';
    append_text(text, row);
  };
  line(table->head);
  for (const Row& row : table->rows) line(row);
  return text;
}

std::string shown_name(const ToName& target) {
  std::string text = target.note;
  for (const std::string& heading : target.headings) {
    if (!text.empty()) text += " > ";
    text += heading;
  }
  return text.empty() ? "^" + target.block : text;
}

Inlines without_links(const Inlines& inlines) {
  Inlines result;
  append_without_links(result, inlines);
  return result;
}

std::vector<Reference> related(const Book& book, const Player& player) {
  std::vector<Reference> all;
  for (const PlayerId id : player.related) {
    const Player& other = book.players[id.index()];
    all.push_back({plain_text(other.name), other.anchor});
  }
  return all;
}

std::vector<Reference> related(const Book& book, const IndexEntry& entry) {
  std::vector<Reference> all;
  for (const EntryId id : entry.related) {
    const IndexEntry& other = book.index[id.index()];
    all.push_back({other.term, other.anchor});
  }
  return all;
}

std::string_view element_name(Mark mark) {
  switch (mark) {
    case Mark::emphasis: return "em";
    case Mark::strong: return "strong";
    case Mark::strikethrough: return "s";
    case Mark::highlight: return "mark";
    case Mark::superscript: return "sup";
    case Mark::subscript: return "sub";
    case Mark::keyboard: return "kbd";
    case Mark::underline: return "u";
    case Mark::small_caps: return "small-caps";
  }
  return "span";
}

std::string_view heading_name(int level) {
  constexpr std::string_view names[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  return names[std::clamp(level, 1, 6) - 1];
}

std::string_view class_name(ParagraphRole role) {
  switch (role) {
    case ParagraphRole::body: return "";
    case ParagraphRole::standfirst: return "standfirst";
    case ParagraphRole::caption: return "caption";
    case ParagraphRole::label: return "label";
  }
  return "";
}

std::string_view class_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::keyword: return "keyword";
    case TokenKind::type: return "type";
    case TokenKind::function: return "function";
    case TokenKind::variable: return "variable";
    case TokenKind::constant: return "constant";
    case TokenKind::number: return "number";
    case TokenKind::string: return "string";
    case TokenKind::comment: return "comment";
    case TokenKind::attribute: return "attribute";
    case TokenKind::macro: return "macro";
    case TokenKind::inserted: return "inserted";
    case TokenKind::deleted: return "deleted";
  }
  return "";
}

int bookmark_level(const Book& book, const ContentsEntry& entry) {
  if (book.parts.empty() || entry.level != 1) return entry.level;
  const Anchor& anchor = book.anchors[entry.target.index()];
  if (anchor.division != Division::chapter) return 0;
  // The last part that begins at or before the chapter.
  const auto part = std::upper_bound(book.parts.begin(), book.parts.end(), anchor.chapter.index(),
                                     [](std::size_t chapter, const Part& one) { return chapter < one.first_chapter; });
  const bool in_part = part != book.parts.begin() && std::prev(part)->anchor;
  return in_part ? 1 : 0;
}

}  // namespace octavo::book
