// Prints the text of a book's chapters as the model holds it, one run of text a line: what the oracle `words` compares both books with.
//
// Usage: model_words PATH
#include <iostream>
#include <utility>

#include "command/progress.h"
#include "command/pipeline.h"
#include "resolve/resolve.h"

namespace {

using namespace octavo;

void print(const book::Inlines& run) {
  std::string line;
  book::each_inline(run, [&](const book::Inline& one) {
    visit(book::Overloaded{
              [&](const book::Text& text) { line += text.text; },
              [&](const book::Code& code) { line += code.text; },
              [&](const book::Math& math) { line += math.source; },
              [&](const book::Tag& tag) { line += "#" + tag.name; },
              [&](const book::LineBreak&) { line += ' '; },
              [&](const book::Image& image) { line += image.asset ? " " : image.alt; },
              [](const auto&) {},
          },
          one.value);
    return true;
  });
  std::cout << line << '\n';
}

void print(const book::Chapter& chapter) {
  print(chapter.title);
  book::each_block(chapter, [](const book::Block& block) {
    if (const auto* code = get_if<book::CodeBlock>(&block.value)) std::cout << code->text << '\n';
    if (const auto* math = get_if<book::MathBlock>(&block.value)) std::cout << math->source << '\n';
    if (const auto* figure = get_if<book::Figure>(&block.value); figure && !figure->image.asset)
      std::cout << figure->image.alt << '\n';
    book::each_run(block, [](const book::Inlines& run) { print(run); });
    return true;
  });
}

}  // namespace

int main(int, char** arguments) {
  base::Disk disk;
  command::World world{disk, std::cout, std::cerr};
  diagnostics::Sink sink;
  command::Progress progress(world, command::Loudness::quiet);
  auto [settings, notes, links] = command::resolved(arguments[1], world, sink, progress);
  const book::Book book = resolve::with_back_matter(std::move(links), notes, settings);
  for (const book::Chapter& chapter : book.chapters) print(chapter);
}
