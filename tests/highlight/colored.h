#pragma once
// One block of code, coloured, as text to compare: "keyword fn".
#include <string>
#include <vector>

#include "highlight/highlight.h"

namespace octavo::highlight {

inline book::CodeBlock colored(const std::string& language, const std::string& text) {
  book::Book book;
  book.chapters.emplace_back().blocks.push_back({book::CodeBlock{language, language, text, {}}});
  book = color(std::move(book));
  return get<book::CodeBlock>(book.chapters[0].blocks[0].value);
}

inline std::vector<std::string> tokens(const std::string& language, const std::string& text) {
  const book::CodeBlock code = colored(language, text);
  std::vector<std::string> result;
  for (const book::Token& token : code.tokens)
    result.push_back(std::string(book::class_name(token.kind)) + ' ' + text.substr(token.begin, token.end - token.begin));
  return result;
}

}  // namespace octavo::highlight
