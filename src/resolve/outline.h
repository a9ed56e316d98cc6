#pragma once
// The places inside a note that a link can name: its headings and its blocks with an id.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/name_table.h"
#include "book/book.h"
#include "resolve/near_names.h"

namespace octavo::resolve {

// How a heading was found, best first; cases W25 to W32 of the wikilink table. The last step is no other program's: nothing
// but signs and capitals differ, and no other heading fits.
enum class HeadingFit { text, without_signs, ignoring_case, address, punctuation };

// Where a link to the block leads: a heading has its place by its text.
book::AnchorId anchor_of(const book::Block& block);

class Outline {
 public:
  // The outline points into the chapter's blocks, which must stay where they are.
  explicit Outline(const book::Chapter& chapter);

  // A block with an id, or a named place in one.
  struct Place {
    const book::Block* block = nullptr;
    const book::NamedPlace* named = nullptr;
    book::AnchorId anchor() const { return named ? named->anchor : anchor_of(*block); }
    explicit operator bool() const { return block; }
  };
  struct Match {
    const book::Block* heading = nullptr;
    bool whole_note = false;  // its title was meant, which is no heading of the text
    Place place = {};         // where neither was meant
    HeadingFit fit = HeadingFit::text;
    std::size_t alike = 0;  // headings that fit equally well, this one included
    explicit operator bool() const { return heading || whole_note || place; }
  };
  // The first heading in reading order among those that fit best, else the place of that id. Headings of
  // `file` go before those that were embedded.
  Match heading(const std::vector<std::string>& path, book::LinkForm form, base::FileId file);
  // The first block with the id among those of `file`, else of any; or null.
  const book::Block* block(const std::string& id, base::FileId file) const;

  // All headings of that text, in reading order, and what stands above each: "Part > Section".
  struct Named {
    const book::Block* heading;
    std::string path;
  };
  std::vector<Named> headings_of_text(const std::vector<std::string>& path) const;

  // For "did you mean".
  std::vector<std::string> near_headings(std::string_view text);
  std::vector<std::string> near_blocks(std::string_view id);

 private:
  struct Section {
    const book::Block* heading;
    std::string text, key;  // as printed; without signs and folded
    std::size_t parent;     // into sections_; none: no heading above it
  };
  // The first block of an address in each file, and the first in any.
  using FirstBlocks = std::unordered_map<std::string, const book::Block*>;
  // What few links ask for.
  struct Addresses {
    FirstBlocks blocks;
    std::unordered_map<std::string, Place> places;    // by folded id
    std::unordered_set<std::string> titles;           // of the note, folded
    std::unordered_map<std::string, std::vector<std::size_t>> by_letters;
    std::string title_letters;
    bool title_has_signs = false;
  };

  const std::string& title_key() const;
  // Into sections_; so many at most.
  std::vector<std::size_t> of_key(const std::string& key, std::size_t limit) const;
  bool path_fits(std::size_t section, const std::vector<std::string>& keys) const;
  Match by_address(const std::string& address, base::FileId file);
  Match by_text(const std::vector<std::string>& path, base::FileId file) const;
  Match by_letters(const std::vector<std::string>& path);
  void keep_first_with_each_id();
  static void add(FirstBlocks& blocks, const std::string& name, const book::Block& block);
  static const book::Block* find(const FirstBlocks& blocks, const std::string& name, base::FileId file);
  const Addresses& addresses();

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const book::Chapter* chapter_;
  std::vector<Section> sections_;
  base::NameTable by_key_;  // into sections_
  std::vector<const book::Block*> with_id_;
  base::NameTable by_block_id_;  // folded; into with_id_
  // Made when first asked for.
  mutable std::optional<std::string> title_key_;
  std::unique_ptr<Addresses> addresses_;
  std::unique_ptr<NearNames> headings_near_, blocks_near_;
};

}  // namespace octavo::resolve
