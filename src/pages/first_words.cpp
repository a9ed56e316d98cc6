#include "pages/first_words.h"

#include "base/utf8.h"

namespace octavo::pages {
namespace {

constexpr std::size_t least_prose = 120;  // bytes: about two lines
constexpr std::size_t wanted = 12, least = 6;  // letters, spaces counted
constexpr std::string_view ends_of_clauses = ".,;:!?";

// The end of the words to set apart, before a space; 0 where there are none.
std::size_t end_of_first_words(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t space = text.find(' '); space != text.npos; space = text.find(' ', space + 1)) {
    end = space;
    const bool ends_clause = space > 0 && ends_of_clauses.find(text[space - 1]) != ends_of_clauses.npos;
    if (ends_clause || base::code_points(text.substr(0, space)).size() >= wanted) break;
  }
  return base::code_points(text.substr(0, end)).size() >= least ? end : 0;
}

}  // namespace

book::Inlines with_first_words(const book::Inlines& paragraph) {
  const auto* first = paragraph.empty() ? nullptr : get_if<book::Text>(&paragraph.front().value);
  if (!first || book::plain_text(paragraph).size() < least_prose) return paragraph;
  const std::size_t end = end_of_first_words(first->text);
  if (end == 0) return paragraph;
  const base::Span where = paragraph.front().where;
  book::Inlines words = {book::Inline{book::Text{first->text.substr(0, end)}, where}};
  book::Inlines result = {book::Inline{book::Passage{{}, {}, {"first-words"}, std::move(words)}, where},
                          book::Inline{book::Text{first->text.substr(end)}, where}};
  result.insert(result.end(), paragraph.begin() + 1, paragraph.end());
  return result;
}

}  // namespace octavo::pages
