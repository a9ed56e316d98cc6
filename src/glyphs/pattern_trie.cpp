#include "glyphs/pattern_trie.h"

#include <algorithm>

namespace octavo::glyphs {

void PatternTrieBuilder::add(std::u32string_view pattern) {
  const std::size_t slash = std::min(pattern.find(U'/'), pattern.size());
  const bool changes_spelling = slash != pattern.size();
  pattern = pattern.substr(0, slash);

  std::uint32_t node = 0;
  std::string levels(1, '\0');
  for (const char32_t c : pattern) {
    if (c >= U'0' && c <= U'9') {
      const auto level = static_cast<char>(c - U'0');
      // An even level, higher than that of the break which is not made, keeps lesser ones from its place.
      levels.back() = changes_spelling && level % 2 == 1 ? static_cast<char>(level + 1) : level;
    } else {
      node = child(node, c);
      levels += '\0';
    }
  }
  const std::size_t first = levels.find_first_not_of('\0');
  nodes_[node].levels = 0;  // the last of equal patterns counts
  if (node == 0 || first == levels.npos || levels.size() > 250) return;
  const std::size_t last = levels.find_last_not_of('\0');
  nodes_[node].levels = static_cast<std::uint32_t>(levels_.size());
  levels_ += static_cast<char>(levels.size() - first);  // how far before the end of the pattern they begin
  levels_ += static_cast<char>(last - first + 1);
  levels_.append(levels, first, last - first + 1);
}

std::uint32_t PatternTrieBuilder::child(std::uint32_t node, char32_t letter) {
  for (std::uint32_t at = nodes_[node].child; at != 0; at = nodes_[at].sibling)
    if (nodes_[at].letter == letter) return at;
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({.letter = letter, .child = 0, .sibling = nodes_[node].child, .levels = 0});
  nodes_[node].child = made;
  return made;
}

PatternTrie PatternTrieBuilder::built() const {
  PatternTrie trie;
  trie.levels_ = levels_;
  trie.nodes_.clear();
  trie.nodes_.reserve(nodes_.size() + 1);
  trie.letters_.reserve(nodes_.size());
  std::vector<std::uint32_t> order{0};  // of the nodes here, level by level
  order.reserve(nodes_.size());
  for (std::size_t at = 0; at < order.size(); ++at) {
    const Node& node = nodes_[order[at]];
    trie.nodes_.push_back({.first_child = static_cast<std::uint32_t>(order.size()), .levels = node.levels});
    trie.letters_.push_back(node.letter);
    for (std::uint32_t child = node.child; child != 0; child = nodes_[child].sibling) order.push_back(child);
  }
  trie.nodes_.push_back({.first_child = static_cast<std::uint32_t>(order.size()), .levels = 0});
  return trie;
}

std::uint32_t PatternTrie::child(std::uint32_t node, char32_t letter) const {
  const auto first = letters_.begin() + nodes_[node].first_child;
  const auto last = letters_.begin() + nodes_[node + 1].first_child;
  const auto found = std::find(first, last, letter);
  return found == last ? 0 : static_cast<std::uint32_t>(found - letters_.begin());
}

void PatternTrie::raise(std::u32string_view letters, std::vector<std::uint8_t>& levels) const {
  std::size_t reach = 0;
  for (std::size_t start = 0; start < letters.size(); ++start) {
    std::size_t end = start;
    for (std::uint32_t node = 0; end < letters.size();) {
      node = child(node, letters[end]);
      if (node == 0) break;
      ++end;
      const std::uint32_t found = nodes_[node].levels;
      if (found == 0 || end <= reach) continue;
      const std::size_t first = end + 1 - static_cast<std::uint8_t>(levels_[found]);
      const std::size_t count = static_cast<std::uint8_t>(levels_[found + 1]);
      for (std::size_t at = 0; at < count; ++at) {
        const auto level = static_cast<std::uint8_t>(levels_[found + 2 + at]);
        levels[first + at] = std::max(levels[first + at], level);
      }
    }
    reach = std::max(reach, end);
  }
}

}  // namespace octavo::glyphs
