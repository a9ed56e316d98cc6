#pragma once
// The items of a list of key players: who, and what is said of them.
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "book/book.h"

namespace octavo::resolve {

struct PlayerItem {
  std::string name;                  // as printed
  const book::Link* link = nullptr;  // round the name, if there is one; points into what was parsed
  book::Inlines description;         // dash or colon before it, and calls of footnotes in it, taken out
};

// "**[[Ada Lovelace]]** — wrote the first program", with or without bold, link, and description; the two
// apart by a dash of any length, a colon, or nothing where bold or a link says what the name is. Nothing if
// that is no name.
std::optional<PlayerItem> parse_item(const book::Inlines& paragraph);

// Calls `on_item` for the first paragraph of each item of the lists under a heading of one of these (folded)
// texts.
void each_player_paragraph(book::Blocks& blocks, const std::vector<std::string>& headings,
                           const std::function<void(book::Block&)>& on_item);

}  // namespace octavo::resolve
