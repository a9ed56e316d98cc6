#pragma once
// Short words for making parts of a book by hand.
#include <string>

#include "book/book.h"

namespace octavo::book {

inline Inline words(std::string text) { return {Text{std::move(text)}}; }
inline Inline marked(Mark mark, Inlines content) { return {Marked{mark, std::move(content)}}; }
inline Inline link(Target target, Inlines content) { return {Link{std::move(target), std::move(content)}}; }
inline Block paragraph(Inlines content) { return {Paragraph{std::move(content)}}; }
inline Block paragraph(std::string text) { return paragraph(Inlines{words(std::move(text))}); }
inline Block list(std::vector<ListItem> items) {
  List value;
  value.items = std::move(items);
  return {value};
}
inline Block table() {
  Table value;
  value.columns = {Alignment::left, Alignment::none};
  value.head = {{{words("Name")}}, {{words("Born")}}};
  value.rows = {{{{words("Ada")}}, {{words("1815")}}}};
  value.caption = {words("Lives")};
  return {value};
}

}  // namespace octavo::book
