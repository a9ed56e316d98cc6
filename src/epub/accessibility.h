#pragma once
// What the publication says of its own accessibility, counted from the book. EPUB Accessibility 1.1, 2; the words are schema.org's.
#include <string>
#include <string_view>
#include <vector>

#include "book/book.h"

namespace octavo::epub {

struct AccessibilityFacts {
  std::vector<std::string_view> modes;       // "textual", "visual"
  std::vector<std::string_view> sufficient;  // sets of modes, each enough to read all by: "textual", "textual,visual"
  std::vector<std::string_view> features, hazards;
  std::string summary;
  std::string_view summary_language;
};

struct Edition {
  bool has_pages = false;  // of a printed one, marked
  bool may_move = false;   // by a style sheet of the author's
};
AccessibilityFacts accessibility(const book::Book& book, const Edition& edition);

}  // namespace octavo::epub
