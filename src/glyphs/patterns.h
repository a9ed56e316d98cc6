#pragma once
// Hyphenation patterns as dictionaries of libhyphen hold them (Liang 1983, in up to two levels). In: the
// bytes of a dictionary. Out: the places inside a word where it may be divided.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "glyphs/pattern_trie.h"

namespace octavo::glyphs {

class Patterns {
 public:
  // Throws Failure for a character set ICU does not know; `path` is for its message.
  Patterns(std::string_view bytes, const std::string& path);
  // Lower-case letters in, ascending indices of letters before which a hyphen may be put.
  std::vector<std::uint32_t> points(std::u32string_view letters) const;

 private:
  bool is_setting(std::string_view line);  // and if so, sets it
  std::vector<std::uint32_t> odd_places(const PatternTrie& trie, std::u32string_view letters) const;

  PatternTrie compounds_, syllables_;  // the first level parts compounds, and may be empty
  bool has_compounds_ = false;
  std::size_t left_ = 2, right_ = 3;                    // letters that must stay at the ends of a word
  std::size_t compound_left_ = 0, compound_right_ = 0;  // and at the seams of a compound
};

}  // namespace octavo::glyphs
