#pragma once
// The content documents that can be long, as files that old readers can open at once.
#include <optional>
#include <vector>

#include "epub/parts.h"
#include "epub/smaller_blocks.h"

namespace octavo::epub {

// Chapters, key players and index, each in as many files as it takes for none to be larger, but for what is never cut: a footnote, a row of a
// table, an entry of the back matter. They are written once where all are small; else again with cuts.
class Documents {
 public:
  static constexpr std::size_t most_bytes = 300'000;  // of a file that can be cut

  explicit Documents(const Source& source);
  Documents(const Documents&) = delete;

  struct Pages {
    std::vector<std::vector<Page>> chapters;
    std::vector<Page> players, index;
  };
  // With the cuts made. It knows the book with its largest blocks divided.
  const Publication& publication() const { return *publication_; }
  const Pages& pages() const { return pages_; }

 private:
  void write(const Source& source, Cuts cuts);
  BookInPages divided_;
  std::optional<Publication> publication_;
  Pages pages_;
};

}  // namespace octavo::epub
