#include "book/dump_content.h"

#include <array>
#include <charconv>

#include "book/text.h"
#include "book/visit.h"

namespace octavo::book {

namespace {

std::string digits(float value) {
  std::array<char, 48> buffer;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr};
}

// A dump is one line: what would break it is written as its escape.
void append_visible(std::string& line, std::string_view text) {
  for (const char byte : text) {
    if (byte == '\n') {
      line += "\\n";
    } else if (byte == '\t') {
      line += "\\t";
    } else {
      line += byte;
    }
  }
}

std::string_view word(Fold fold) {
  switch (fold) {
    case Fold::none:
      return "";
    case Fold::open:
      return "open";
    case Fold::closed:
      return "closed";
  }
  return "";
}

std::string_view word(Alignment alignment) {
  switch (alignment) {
    case Alignment::none:
      return "-";
    case Alignment::left:
      return "left";
    case Alignment::center:
      return "center";
    case Alignment::right:
      return "right";
  }
  return "";
}

struct Fence {
  std::string_view before, after;
};

Fence fence(Mark mark) {
  switch (mark) {
    case Mark::emphasis:
      return {"*", "*"};
    case Mark::strong:
      return {"**", "**"};
    case Mark::strikethrough:
      return {"~~", "~~"};
    case Mark::highlight:
      return {"==", "=="};
    case Mark::superscript:
      return {"^", "^"};
    case Mark::subscript:
      return {"~", "~"};
    case Mark::keyboard:
      return {"<kbd>", "</kbd>"};
    case Mark::underline:
      return {"<u>", "</u>"};
    case Mark::small_caps:
      return {"<sc>", "</sc>"};
  }
  return {};
}

std::string written(const ToName& target) {
  const bool wikilink = target.form == LinkForm::wikilink;
  std::string text(wikilink ? "[[" : "<");
  text += target.note;
  for (const std::string& heading : target.headings) text.append("#").append(heading);
  if (!target.block.empty()) text.append("#^").append(target.block);
  return text.append(wikilink ? "]]" : ">");
}

// The look and language of a passage or group: ".verse lang=la dir=rtl".
template <class Held>
DumpLine with_look(DumpLine line, const Held& held) {
  for (const std::string& name : held.classes) line.add("." + name);
  if (!held.language.empty()) line.add("lang=" + held.language);
  if (!held.direction.empty()) line.add("dir=" + held.direction);
  return line;
}

// The beginning of a block's line: what it is and how.
DumpLine head_of(const Block& block) {
  return visit(
      Overloaded{
          [](const Paragraph& value) { return DumpLine("paragraph").add(class_name(value.role)); },
          [](const Heading& value) {
            return DumpLine("heading").add(std::to_string(value.level)).add(value.number);
          },
          [](const List& value) {
            DumpLine line("list");
            if (value.ordered) line.add("from", std::to_string(value.start));
            return line.add(value.tight ? "" : "loose");
          },
          [](const Quote&) { return DumpLine("quote"); },
          [](const Callout& value) { return DumpLine("callout").add(value.kind).add(word(value.fold)); },
          [](const CodeBlock& value) {
            return DumpLine("code").add(value.info.empty() ? value.language : value.info);
          },
          [](const Table& value) {
            DumpLine line("table");
            for (const Alignment alignment : value.columns) line.add(word(alignment));
            return line;
          },
          [](const Figure&) { return DumpLine("figure"); },
          [](const SectionBreak&) { return DumpLine("section break"); },
          [](const MathBlock&) { return DumpLine("math"); },
          [](const Captioned& value) {
            DumpLine line("captioned");
            for (const std::string& name : value.classes) line.add("." + name);
            return line;
          },
          [](const DefinitionList&) { return DumpLine("definitions"); },
          [](const Group& value) { return with_look(DumpLine("group"), value); },
          [](const Embed& value) { return DumpLine("embed").add(written(value.target)); },
      },
      block.value);
}

}  // namespace

DumpLine& DumpLine::add(std::string_view word) {
  if (!word.empty()) text_ += ' ';
  append_visible(text_, word);
  return *this;
}

DumpLine& DumpLine::add(std::string_view name, std::string_view value) {
  return value.empty() ? *this : add(name).add(value);
}

DumpLine& DumpLine::quote(std::string_view content) {
  text_ += " \"";
  append_visible(text_, content);
  text_ += '"';
  return *this;
}

std::string Dump::id(AnchorId anchor) const {
  if (!anchor) return {};
  return "#" + (book_ ? book_->anchors.at(anchor.index()).id : std::to_string(anchor.index()));
}

std::string Dump::place(AnchorId anchor) const {
  if (!anchor) return "nowhere";
  if (!book_) return id(anchor);
  const Anchor& facts = book_->anchors.at(anchor.index());
  switch (facts.division) {
    case Division::front:
      return "front" + id(anchor);
    case Division::players:
      return "players" + id(anchor);
    case Division::index:
      return "index" + id(anchor);
    case Division::chapter:
      break;
  }
  if (!facts.chapter) return id(anchor);
  const Chapter& chapter = book_->chapters.at(facts.chapter.index());
  const std::string& file = chapter.slug.empty() ? chapter.path : chapter.slug;
  return chapter.anchor == anchor ? file : file + id(anchor);
}

std::string Dump::short_name(ChapterId chapter) const {
  if (!chapter) return "nowhere";
  const Chapter& facts = book_->chapters.at(chapter.index());
  if (!facts.number.empty()) return facts.number;
  return facts.slug.empty() ? facts.path : facts.slug;
}

std::string Dump::target(const Target& target) const {
  return std::visit(Overloaded{
                        [](const ToName& to) { return written(to); },
                        [&](const ToAnchor& to) { return place(to.anchor); },
                        [&](const ToPlayer& to) {
                          if (!book_ || !to.player) return "player " + std::to_string(to.player.index());
                          return "player " + content(book_->players.at(to.player.index()).name);
                        },
                        [](const ToUrl& to) { return to.url; },
                        [](const ToNothing&) { return std::string("nothing"); },
                    },
                    target);
}

std::string Dump::picture(const Image& image) const {
  std::string text = "![" + image.alt + "](";
  if (image.asset) {
    text +=
        book_ ? book_->assets.at(image.asset.index()).path : "asset " + std::to_string(image.asset.index());
  } else {
    text += image.path.empty() ? "nothing" : image.path;
  }
  if (image.share) text.append(" ").append(digits(*image.share * 100)).append("%");
  if (image.width || image.height) {
    text.append(" ").append(image.width ? digits(*image.width) : "");
    text.append("x").append(image.height ? digits(*image.height) : "");
  }
  if (!image.title.empty()) text.append(" '").append(image.title).append("'");
  return text + ")";
}

void Dump::append(std::string& line, const Inlines& content) const {
  const auto held = [&](std::string_view before, const Inlines& inner, std::string_view after) {
    line += before;
    append(line, inner);
    line += after;
  };
  for (const Inline& one : content) {
    visit(Overloaded{
              [&](const Text& value) { line += value.text; },
              [&](const Code& value) { line.append("`").append(value.text).append("`"); },
              [&](const LineBreak&) { line += '\n'; },
              [&](const Marked& value) {
                held(fence(value.mark).before, value.content, fence(value.mark).after);
              },
              [&](const Passage& value) {
                held("{", value.content, with_look(DumpLine(""), value).text() + "}");
              },
              [&](const Link& value) { held("[", value.content, "](-> " + target(value.target) + ")"); },
              [&](const Image& value) { line += picture(value); },
              [&](const NoteCall& value) {
                const bool known = chapter_ && value.note && value.note.index() < chapter_->notes.size();
                const std::string number = known ? chapter_->notes[value.note.index()].number : "";
                line.append("[^").append(number.empty() ? value.label : number).append("]");
              },
              [&](const Math& value) {
                const std::string_view fences = value.display ? "$$" : "$";
                line.append(fences).append(value.source).append(fences);
              },
              [&](const Tag& value) { line.append("#").append(value.name); },
              [&](const InlineEmbed& value) { line.append("!").append(written(value.target)); },
              [&](const NamedPlace& value) { line.append("<#").append(value.id).append(">"); },
          },
          one.value);
  }
}

std::string Dump::content(const Inlines& inlines) const {
  std::string line;
  append(line, inlines);
  return line;
}

void Dump::row(std::string_view kind, const Row& cells) {
  DumpLine words(kind);
  for (const Cell& cell : cells) {
    if (&cell != &cells.front()) words.add("|");
    if (cell.is_head) words.add("head");
    if (cell.columns > 1 || cell.rows > 1)
      words.add("spans " + std::to_string(cell.columns) + "x" + std::to_string(cell.rows));
    words.quote(content(cell.content));
  }
  line(words);
}

void Dump::block(const Block& block) {
  DumpLine head = head_of(block);
  if (!block.block_id.empty()) head.add("^" + block.block_id);
  head.add(id(block.anchor));
  visit(Overloaded{
            [&](const Paragraph& value) { head.quote(content(value.content)); },
            [&](const Heading& value) {
              if (!value.id.empty()) head.add("{#" + value.id + "}");
              head.add(id(value.anchor)).quote(content(value.content));
            },
            [&](const Callout& value) { head.quote(content(value.title)); },
            [&](const MathBlock& value) { head.quote(value.source); },
            [&](const Figure& value) { head.add(picture(value.image)).quote(content(value.caption)); },
            [&](const Table& value) {
              if (!value.caption.empty()) head.quote(content(value.caption));
            },
            [&](const Captioned& value) {
              if (!value.caption.empty()) head.quote(content(value.caption));
            },
            [](const auto&) {},
        },
        block.value);
  line(head);
  inside([&] {
    if (const auto* list = get_if<List>(&block.value)) {
      for (const ListItem& item : list->items) {
        line(DumpLine("item").add(!item.done ? "" : *item.done ? "[x]" : "[ ]"));
        inside([&] { blocks(item.blocks); });
      }
    } else if (const auto* definitions = get_if<DefinitionList>(&block.value)) {
      for (const Definition& item : definitions->items) {
        for (const Inlines& term : item.terms) line(DumpLine("term").quote(content(term)));
        inside([&] { blocks(item.blocks); });
      }
    } else if (const auto* table = get_if<Table>(&block.value)) {
      row("head", table->head);
      for (const Row& cells : table->rows) row("row", cells);
    } else if (const auto* code = get_if<CodeBlock>(&block.value)) {
      const std::string_view text = code->text;
      for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        line(DumpLine("|").add(text.substr(begin, end - begin)));
        begin = end + 1;
      }
    } else {
      each_body(block, [&](const Blocks& body) { blocks(body); });
    }
  });
}

void Dump::blocks(const Blocks& blocks) {
  for (const Block& one : blocks) block(one);
}

void Dump::blocks_of(const Chapter& chapter, const Blocks& of_chapter) {
  chapter_ = &chapter;
  blocks(of_chapter);
  chapter_ = nullptr;
}

std::string dump(const Blocks& blocks) {
  Dump dump(nullptr);
  dump.blocks(blocks);
  return dump.take();
}

}  // namespace octavo::book
