#include "highlight/highlight.h"

#include <algorithm>
#include <string_view>

#include "highlight/grammars.h"
#include "highlight/languages.h"

namespace octavo::highlight {
namespace {

constexpr std::size_t longest_line = 1024;  // bytes
// The sum of what lines may cost, in all. The worst that was found, nested calls in TypeScript, takes 26 ns for one of these.
constexpr std::size_t most_effort = 200'000'000;

std::size_t effort(std::size_t length) {
  constexpr std::size_t of_any_line = 16;
  return length > longest_line ? 0 : (length + of_any_line) * (length + of_any_line);
}

template <class Function>
void each_line(std::string_view text, const Function& on_line) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    on_line(text.substr(at, end - at), at);
    at = end + 1;
  }
}

class Painter {
 public:
  void paint(book::CodeBlock& code) {
    const auto language = known_as(code.language);
    if (language.empty() || !affords(code.text)) return;
    if (language == transcript) return paint_transcript(code);
    if (!grammars().begin(language)) return;
    if (language == php && code.text.find("<?") == std::string::npos) {
      // PHP begins in HTML; what a book shows of it seldom does.
      std::vector<book::Token> unseen;
      grammars().add_line("<?php", 0, unseen);
    }
    each_line(code.text, [&](std::string_view line, std::size_t at) { add(line, at, code); });
  }

 private:
  bool affords(std::string_view text) {
    std::size_t needed = 0;
    each_line(text, [&](std::string_view line, std::size_t) { needed += effort(line.size()); });
    if (needed > left_) return false;
    left_ -= needed;
    return true;
  }

  void add(std::string_view line, std::size_t at, book::CodeBlock& code) {
    if (line.size() <= longest_line) grammars().add_line(line, static_cast<std::uint32_t>(at), code.tokens);
  }

  // What was typed is coloured, each line for itself; what came back is nobody's language.
  void paint_transcript(book::CodeBlock& code) {
    each_line(code.text, [&](std::string_view line, std::size_t at) {
      if (!line.starts_with("$ ") && !line.starts_with("> ")) return;
      constexpr std::size_t prompt = 2;
      if (grammars().begin(shell)) add(line.substr(prompt), at + prompt, code);
    });
  }

  // A book without code has no use for them.
  Grammars& grammars() {
    if (!grammars_) grammars_ = highlight::grammars();
    return *grammars_;
  }

  std::unique_ptr<Grammars> grammars_;
  std::size_t left_ = most_effort;
};

}  // namespace

book::Book color(book::Book book) {
  Painter painter;
  for (book::Chapter& chapter : book.chapters) {
    book::each_block(chapter, [&](book::Block& block) {
      if (auto* code = get_if<book::CodeBlock>(&block.value)) painter.paint(*code);
      return true;
    });
  }
  return book;
}

}  // namespace octavo::highlight
