#pragma once
// Where the printed pages begin, and on which page each anchor came to stand. Made by `pages`; the contents, the index, the
// appendix and the EPUB's page list take their numbers from here.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "book/model.h"

namespace octavo::book {

// A place in the text of a block: bytes into plain_text(block), notes' calls and page references left out.
struct TextPlace {
  BlockId block;
  std::uint32_t offset = 0;
  friend bool operator==(const TextPlace&, const TextPlace&) = default;
};

struct PrintedPage {
  std::string label;               // as printed: "xii", "42"; "" for the cover
  // What stands at its head, one of the two or nothing: text of a chapter, or an opening (of a chapter, a part, the contents, ...), an
  // entry of the key players or the index.
  std::optional<TextPlace> begins;
  AnchorId opens;
};

struct Folios {
  std::vector<PrintedPage> pages;
  std::uint32_t title_page = 0;                        // into pages
  bool are_bound = true;                               // the leaves: then a page has one opposite it, and another overleaf
  std::vector<std::optional<std::uint32_t>> page_of;  // by AnchorId: an index into pages

  // The label of an anchor's page, or "" if it was not printed.
  std::string_view label(AnchorId anchor) const {
    if (!anchor || anchor.index() >= page_of.size() || !page_of[anchor.index()]) return {};
    return pages[*page_of[anchor.index()]].label;
  }
};

}  // namespace octavo::book
