#pragma once
// The plain text of the model.
#include <string>
#include <string_view>
#include <vector>

#include "book/model.h"

namespace octavo::book {

// Names as a title page has them: "A", "A and B", "A, B and C".
std::string joined(const std::vector<std::string_view>& names, std::string_view conjunction);

// The words as they would be read aloud: link texts, code, alternative texts of pictures in a line; no note calls. Line breaks are spaces.
std::string plain_text(const Inlines& inlines);
// Of a block that holds text itself; "" for one that only holds blocks. A code block's line feeds stay.
std::string plain_text(const Block& block);
// What a wikilink shows that was given no text: "Note > Heading".
std::string shown_name(const ToName& target);
// What HTML calls a mark; both style sheets know it by this name.
std::string_view element_name(Mark mark);
std::string_view heading_name(int level);  // "h1" to "h6"
// The class of a paragraph and of a stretch of code, to both style sheets; "" of plain text.
std::string_view class_name(ParagraphRole role);
std::string_view class_name(TokenKind kind);
// Links, note calls and named places taken out, their text kept: what may stand in a contents entry, a bookmark or a running head.
Inlines without_links(const Inlines& inlines);
// Whether the address is one that every reader of either book can open: of a scheme that is registered and common, with a host where the
// scheme needs one. Others, such as "obsidian:", are meant for one program and stay plain words.
bool is_web_address(std::string_view url);
// What an entry tells to see, by name and place: of the key players, of the index.
struct Reference {
  std::string name;
  AnchorId entry;
};
std::vector<Reference> related(const Book& book, const Player& player);
std::vector<Reference> related(const Book& book, const IndexEntry& entry);
// How deep an entry of the contents hangs in a tree of bookmarks: where the book has parts, what belongs to none of them (back matter,
// chapters between two parts) stands beside them.
int bookmark_level(const Book& book, const ContentsEntry& entry);

}  // namespace octavo::book
