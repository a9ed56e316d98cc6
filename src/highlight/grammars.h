#pragma once
// The grammars of programming languages, behind a curtain: kate.cpp, a module of its own, has them from KSyntaxHighlighting; where octavo
// is built without that library, no_grammars.cpp has none.
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace octavo::highlight {

class Grammars {
 public:
  virtual ~Grammars() = default;

  // Begins a text in the language; false where no grammar has that name. The first call of a language reads its grammar.
  virtual bool begin(std::string_view language) = 0;
  // Adds the tokens of the text's next line, which begins `offset` bytes into it and is given without its line feed.
  virtual void add_line(std::string_view line, std::uint32_t offset, std::vector<book::Token>& tokens) = 0;
};

// Loads the library and reads the list of all grammars. Throws Failure if the module is not there.
std::unique_ptr<Grammars> grammars();

}  // namespace octavo::highlight
