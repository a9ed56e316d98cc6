#include "highlight/highlight.h"

#include <algorithm>
#include <string_view>

#include "highlight/grammars.h"
#include "highlight/languages.h"

namespace octavo::highlight {
namespace {

constexpr std::size_t longest_block = 256 * 1024;  // bytes
constexpr std::size_t longest_line = 2 * 1024;
constexpr std::size_t most_code = 8 * 1024 * 1024;  // in all: a book with more is no book

class Painter {
 public:
  void paint(book::CodeBlock& code) {
    const auto language = known_as(code.language);
    if (language.empty() || code.text.empty() || code.text.size() > std::min(longest_block, left_)) return;
    left_ -= code.text.size();
    if (language == transcript) return paint_transcript(code);
    if (!grammars_.begin(language)) return;
    each_line(code.text, [&](std::string_view line, std::size_t at) { add(line, at, code); });
  }

 private:
  template <class Function>
  static void each_line(std::string_view text, const Function& on_line) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      on_line(text.substr(at, end - at), at);
      at = end + 1;
    }
  }

  void add(std::string_view line, std::size_t at, book::CodeBlock& code) {
    if (line.size() <= longest_line) grammars_.add_line(line, static_cast<std::uint32_t>(at), code.tokens);
  }

  // What was typed is coloured, each line for itself; what came back is nobody's language.
  void paint_transcript(book::CodeBlock& code) {
    each_line(code.text, [&](std::string_view line, std::size_t at) {
      if (!line.starts_with("$ ") && !line.starts_with("> ")) return;
      constexpr std::size_t prompt = 2;
      if (grammars_.begin(shell)) add(line.substr(prompt), at + prompt, code);
    });
  }

  Grammars grammars_;
  std::size_t left_ = most_code;
};

}  // namespace

book::Book color(book::Book book) {
  Painter painter;
  const auto paint = [&](book::Block& block) {
    if (auto* code = std::get_if<book::CodeBlock>(&block.value)) painter.paint(*code);
    return true;
  };
  for (book::Chapter& chapter : book.chapters) {
    book::each_block(chapter.blocks, paint);
    for (book::Note& note : chapter.notes) book::each_block(note.blocks, paint);
  }
  return book;
}

}  // namespace octavo::highlight
