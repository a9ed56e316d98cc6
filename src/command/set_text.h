#pragma once
// Which characters of a book an e-book sets in which kind of face.
#include <set>
#include <string_view>

#include "book/book.h"
#include "style/style.h"

namespace octavo::command {

struct Look {
  bool is_bold = false, is_italic = false;
  friend auto operator<=>(const Look&, const Look&) = default;
};

// All text of one kind.
struct SetText {
  std::set<char32_t> characters;  // ASCII is always among them
  std::set<Look> looks;           // that some of it has
};
struct TextByKind {
  SetText words, code, keys;  // keys: of a keyboard
};

// `css` is the e-book's whole style sheet, which says what is bold and what is italic.
TextByKind set_text(const book::Book& book, std::string_view css);

}  // namespace octavo::command
