#pragma once
// The few words octavo itself puts into a book, in the book's language.
#include <string_view>

namespace octavo::book {

struct Terms {
  std::string_view contents, key_players, index;
  std::string_view notes, cover, title_page, figure, table, listing;
  std::string_view figures, tables;  // above the lists of them
  std::string_view see, see_also;  // between an entry of the index and another: "see"
  std::string_view page;        // before a page's number in a cross-reference: "p."
  std::string_view opposite;    // in its place where the page is the facing one,
  std::string_view overleaf;    // and where it is the back of this leaf
  std::string_view chapter, section;  // before the number of one in a cross-reference
  std::string_view pages;       // above the list of them
  std::string_view landmarks;   // above the list of the book's main places
  std::string_view conjunction;  // between the last two of several names: "and"
  std::string_view edited_by, translated_by, illustrated_by;  // before names
  std::string_view volume;      // before the number of one in a series
  std::string_view set_in, set_by;  // "Set in" a typeface "by" a program
  std::string_view articles;    // what an index passes over at the head of a title, divided by spaces: "the a an"
  std::string_view prefaces;    // titles of chapters that stand before the first and bear no number, divided by spaces
};

// A plausible BCP 47 tag: "en", "pt-BR", "zh-Hant-TW". Whether the subtags are registered is not looked at.
bool is_language(std::string_view tag);
// "pt" of "pt-BR".
std::string_view primary_subtag(std::string_view language);
// By the primary subtag of a BCP 47 tag; English where octavo does not know the language.
const Terms& terms(std::string_view language);
bool has_terms(std::string_view language);

// The title as an index sorts it: without an article of the language at its head. "The Loss" is "Loss".
std::string_view without_article(std::string_view title, std::string_view language);
// Whether the language is written from right to left.
bool is_right_to_left(std::string_view language);
// Whether a chapter of this title is a preface.
bool is_preface(std::string_view title, std::string_view language);

}  // namespace octavo::book
