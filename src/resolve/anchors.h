#pragma once
// Anchors whose ids are unique in the file they come to stand in.
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "book/book.h"

namespace octavo::resolve {

// Lower-case ASCII for a file name or an id: a letter first, then letters, digits, "-", "_"; at most 60
// bytes. `fallback` where nothing of the text is left, and before a text that begins with a digit.
std::string ascii_slug(std::string_view text, std::string_view fallback);

// `wish`, or the first of "wish-1", "wish-2", ... that was not given before.
class UniqueNames {
 public:
  std::string take(const std::string& wish);
  bool add(const std::string& name) { return next_.try_emplace(name, 1).second; }

 private:
  std::unordered_map<std::string, std::size_t>
      next_;  // a name that was given, and the number to try after it
};

// Lives no longer than one pass: it holds on to the anchors of the book it was made for. Costs nothing until
// it is asked.
class AnchorMaker {
 public:
  explicit AnchorMaker(book::Book& book) : book_(book) {}

  // In a chapter. The id is `wish` or comes near to it.
  book::AnchorId make(book::AnchorKind kind, book::ChapterId chapter, const std::string& wish);
  // "m1", "m2", ... within the chapter.
  book::AnchorId numbered(book::AnchorKind kind, book::ChapterId chapter, char letter);
  // In the front or back matter.
  book::AnchorId make(book::AnchorKind kind, book::Division division, const std::string& wish);

 private:
  UniqueNames& names_beside(const book::Anchor& anchor);  // those in the same file
  book::AnchorId add(book::Anchor anchor);

  book::Book& book_;
  std::vector<UniqueNames> in_chapters_;  // empty until the first of them is needed
  UniqueNames in_front_, in_players_, in_index_;
  bool knows_matter_ = false;  // whether the last three hold the book's names
  std::unordered_map<std::uint64_t, std::size_t> last_number_;  // by chapter and letter
};

inline void mark_target(book::Book& book, book::AnchorId anchor) {
  book.anchors[anchor.index()].is_target = true;
}

}  // namespace octavo::resolve
