#pragma once
// The grammars of programming languages, behind a curtain: kate.cpp has them from KSyntaxHighlighting; where octavo is built without
// that library, no_grammars.cpp has none.
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace octavo::highlight {

class Grammars {
 public:
  Grammars();
  ~Grammars();
  Grammars(const Grammars&) = delete;

  // Begins a text in the language; false where no grammar has that name. The first call reads the list of all grammars, the first
  // of a language that language's own.
  bool begin(std::string_view language);
  // Adds the tokens of the text's next line, which begins `offset` bytes into it and is given without its line feed.
  void add_line(std::string_view line, std::uint32_t offset, std::vector<book::Token>& tokens);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace octavo::highlight
