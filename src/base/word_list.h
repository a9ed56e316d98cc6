#pragma once
// Words in a row, divided by single spaces: "ar fa he".
#include <string_view>

namespace octavo::base {

// Whether `words` have the word among them; what is no word, because it is empty or has a space in it, is not.
inline bool is_among(std::string_view word, std::string_view words) {
  if (word.empty() || word.find(' ') != word.npos) return false;
  for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

}  // namespace octavo::base
