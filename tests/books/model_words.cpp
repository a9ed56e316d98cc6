// Prints the text of a book's chapters as the model holds it, in the order of reading: what the oracle `words` compares both books with.
// One run of text a line, after its kind and a tab: "text"; "code", a line of it; "number" of a chapter or section; "marker" of a list's
// item; "title" of the book; "heading"; "caption" of a picture; "head" of a table; with "note " before that in a footnote.
//
// Usage: model_words PATH
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "command/progress.h"
#include "command/pipeline.h"
#include "resolve/resolve.h"

namespace {

using namespace octavo;

class Printer {
 public:
  explicit Printer(const book::Book& book) : book_(book) {}

  void print() {
    say("title", book_.metadata.title);
    auto part = book_.parts.begin();
    for (std::size_t index = 0; index < book_.chapters.size(); ++index) {
      for (; part != book_.parts.end() && part->first_chapter <= index; ++part)
        if (part->anchor) print(book::without_links(part->title), "heading");
      chapter_ = &book_.chapters[index];
      say("number", chapter_->number);
      print(chapter_->title, "heading");
      print(chapter_->blocks);
      in_note_ = true;
      for (const book::Note& note : chapter_->notes) {
        say("number", note.number);
        print(note.blocks);
      }
      in_note_ = false;
    }
  }

 private:
  void say(std::string_view kind, std::string_view text) const {
    if (!text.empty()) std::cout << (in_note_ ? "note " : "") << kind << '\t' << text << '\n';
  }

  void print(const book::Inlines& run, std::string_view kind = "text") const { say(kind, text_of(run)); }

  std::string text_of(const book::Inlines& run) const {
    std::string line;
    book::each_inline(run, [&](const book::Inline& one) {
      visit(book::Overloaded{
                [&](const book::Text& text) { line += text.text; },
                [&](const book::Code& code) { line += code.text; },
                [&](const book::Math& math) { line += math.source; },
                [&](const book::Tag& tag) { line += "#" + tag.name; },
                [&](const book::LineBreak&) { line += ' '; },
                [&](const book::Image& image) { line += image.asset ? " " : image.alt; },
                [&](const book::NoteCall& call) {
                  if (call.note) line += chapter_->notes[call.note.index()].number;
                },
                [](const auto&) {},
            },
            one.value);
      return true;
    });
    return line;
  }

  void print_code(std::string_view text) const {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      say("code", text.substr(at, end - at));
      at = end + 1;
    }
  }

  void print_head(const book::Row& row) const {
    std::string line;
    for (const book::Cell& cell : row) line += text_of(cell.content) + ' ';
    say("head", line);
  }
  void print(const book::Row& row) const {
    for (const book::Cell& cell : row) print(cell.content);
  }

  void print(const book::Blocks& blocks) {
    for (const book::Block& block : blocks) visit([this](const auto& value) { print(value); }, block.value);
  }

  void print(const book::Paragraph& paragraph) { print(paragraph.content); }
  void print(const book::Heading& heading) {
    say("number", heading.number);
    print(heading.content, "heading");
  }
  // As the style sheet of print has them: a list within one of its kind differs from it.
  std::string marker(const book::List& list, std::size_t number) const {
    const bool is_nested = (list.ordered ? numbered_ : bulleted_) > 1;
    if (!list.ordered) return is_nested ? "\u2013" : "\u2022";
    return is_nested ? std::string{static_cast<char>('a' + (number - 1) % 26), '.'} : std::to_string(number) + ".";
  }

  void print(const book::List& list) {
    int& depth = list.ordered ? numbered_ : bulleted_;
    ++depth;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      if (!list.items[i].done) say("marker", marker(list, static_cast<std::size_t>(list.start) + i));
      print(list.items[i].blocks);
    }
    --depth;
  }
  void print(const book::Quote& quote) { print(quote.blocks); }
  void print(const book::Callout& callout) {
    print(callout.title);
    print(callout.blocks);
  }
  void print(const book::CodeBlock& code) { print_code(code.text); }
  void print(const book::MathBlock& math) { print_code(math.source); }
  void print(const book::Table& table) {
    print(table.caption);
    print_head(table.head);
    for (const book::Row& row : table.rows) print(row);
  }
  void print(const book::Figure& figure) {
    if (!figure.image.asset) say("text", figure.image.alt);
    print(figure.caption, "caption");
  }
  void print(const book::SectionBreak&) {}
  void print(const book::Captioned& captioned) {
    print(captioned.blocks);
    print(captioned.caption);
  }
  void print(const book::DefinitionList& list) {
    for (const book::Definition& item : list.items) {
      for (const book::Inlines& term : item.terms) print(term);
      print(item.blocks);
    }
  }
  void print(const book::Group& group) { print(group.blocks); }
  void print(const book::Embed&) {}

  const book::Book& book_;
  const book::Chapter* chapter_ = nullptr;
  bool in_note_ = false;
  int numbered_ = 0, bulleted_ = 0;  // how deep in lists of either kind
};

}  // namespace

int main(int, char** arguments) {
  base::Disk disk;
  command::World world{disk, std::cout, std::cerr};
  diagnostics::Sink sink;
  command::Progress progress(world, command::Loudness::quiet);
  auto [settings, notes, links] = command::resolved(arguments[1], world, sink, progress);
  const book::Book book = resolve::with_back_matter(std::move(links), notes, settings);
  Printer(book).print();
}
