#pragma once
// The places inside a note that a link can name: its headings and its blocks with an id.
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "book/book.h"
#include "resolve/near_names.h"

namespace octavo::resolve {

// How a heading was found, best first; cases W25 to W32 of the wikilink table. The last step is no other program's: nothing
// but signs and capitals differ, and no other heading fits.
enum class HeadingFit { text, without_signs, ignoring_case, address, punctuation };

class Outline {
 public:
  // The outline points into the chapter's blocks, which must stay where they are.
  explicit Outline(const book::Chapter& chapter);

  // A block with an id, or a named place in one.
  struct Place {
    const book::Block* block = nullptr;
    const book::NamedPlace* named = nullptr;
    book::AnchorId anchor() const { return named ? named->anchor : block->anchor; }
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
  // The block with the id, or null.
  const book::Block* block(const std::string& id, base::FileId file) const {
    return find(by_block_id_, id, file);
  }

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
    std::string text, typed, plain, key;  // as printed, as typed, without signs, and that folded
    std::size_t parent;                   // into sections_; none: no heading above it
  };
  bool path_fits(std::size_t section, const std::vector<std::string>& keys) const;
  Match by_address(const std::string& address, base::FileId file) const;
  Match by_text(const std::vector<std::string>& path, base::FileId file) const;
  Match by_letters(const std::vector<std::string>& path) const;

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  void learn_addresses();

  const book::Chapter* chapter_;
  bool knows_addresses_ = false;  // made when first asked for, and so are the letters and places
  std::string title_, title_key_;
  std::vector<Section> sections_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_letters_;
  // The first block of an address or id in each file, and the first in any.
  using FirstBlocks = std::unordered_map<std::string, const book::Block*>;
  static void add(FirstBlocks& blocks, const std::string& name, const book::Block& block);
  static const book::Block* find(const FirstBlocks& blocks, const std::string& name, base::FileId file);
  FirstBlocks by_address_, by_block_id_;
  std::unordered_map<std::string, Place> by_place_;  // by folded id
  std::unordered_set<std::string> title_addresses_;  // folded
  std::vector<std::string> block_ids_;
  std::optional<NearNames> headings_near_, blocks_near_;  // made when first asked for
};

}  // namespace octavo::resolve
