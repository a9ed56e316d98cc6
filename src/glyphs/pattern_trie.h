#pragma once
// Hyphenation patterns in a trie (Liang 1983). In: patterns such as ".ab3it", letters with levels between
// them. Out: the level of every place in a word; odd levels are where it may be divided.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::glyphs {

class PatternTrie {
 public:
  // Raises levels[i], the level of the place before letters[i], by the patterns that occur in the letters;
  // there is one level more than letters. As in libhyphen, a pattern is passed over where a longer beginning
  // of some other pattern ends at the same letter: the dictionaries are written for that.
  void raise(std::u32string_view letters, std::vector<std::uint8_t>& levels) const;

 private:
  friend class PatternTrieBuilder;
  struct Node {
    std::uint32_t first_child = 0;  // they end where those of the next node begin
    std::uint32_t levels = 0;       // where the pattern's levels are; 0: no pattern ends here
  };
  std::uint32_t child(std::uint32_t node, char32_t letter) const;  // 0: none

  std::vector<Node> nodes_{2};     // in order of depth, and one to end the last
  std::vector<char32_t> letters_;  // that lead to each node, apart so that a search reads nothing else
  std::string levels_;  // per pattern: how far before its end the levels begin, how many they are, the levels
};

class PatternTrieBuilder {
 public:
  // What follows a slash says how the spelling changes at a break ("Schiff-fahrt" before the reform of 1996).
  // Such breaks are not made, and no others in their place.
  void add(std::u32string_view pattern);
  PatternTrie built() const;

 private:
  struct Node {
    char32_t letter = 0;
    std::uint32_t child = 0, sibling = 0;  // 0: none
    std::uint32_t levels = 0;
  };
  std::uint32_t child(std::uint32_t node, char32_t letter);

  std::vector<Node> nodes_{1};
  std::string levels_ = std::string(1, '\0');  // as PatternTrie's
};

}  // namespace octavo::glyphs
