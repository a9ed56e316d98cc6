#pragma once
// Which page a place will most likely come to stand on, said while the pages before it are being made: words about it are then nearly always
// as wide as they have to be, and need no second round.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "book/book.h"
#include "pages/page_breaks.h"

namespace octavo::pages {

class Forecast {
 public:
  explicit Forecast(const book::Book& book);
  // Sections are cut in the order of the book.
  void learn(const Section& section, const std::vector<PageCut>& cuts);
  // As it may be printed: "42".
  std::string label(book::AnchorId target) const;

 private:
  void measure(const book::Chapter& chapter);

  std::vector<std::size_t> before_;     // by AnchorId: the characters before it; of what stands behind the chapters, all
  std::vector<std::size_t> ends_;       // by chapter: the characters up to its end
  std::vector<std::uint32_t> page_of_;  // by AnchorId, from 1; 0 where it is not known
  std::size_t characters_ = 0;          // measured, and in the end of the whole book
  std::size_t pages_ = 0, cut_ = 0, uncounted_ = 0;  // of what has been cut: pages, characters, and those of them on pages of other numbers
};

}  // namespace octavo::pages
