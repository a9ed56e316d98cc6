#pragma once
// Characters that the parser must not see, each replaced by one control character, so that no position moves.
// The working copy of a note holds none of its own: prepare() has made every control character of the author
// a space.
#include <string>
#include <string_view>

namespace octavo::markdown {

// What disguise() can hide: all that could begin a block or end a table's cell.
constexpr std::string_view disguisable = "|\\-+*#>=~`<_[:.)";
constexpr char first_disguise = 0x0E;

constexpr char inside_comment = 0x05;  // every byte of a %%comment%% within a line
// A line feed, while inlines are parsed: as good as one to the parser, and no new line with columns of its
// own.
constexpr char line_feed = '\t';
// A wikilink, formula, ..., while inlines are parsed.
constexpr char region_head = 0x01, region_tail = 0x02;
// Characters that the author escaped, so that typography leaves them as they are.
constexpr char kept_double = 0x03, kept_single = 0x04, kept_hyphen = 0x06, kept_period = 0x07;

constexpr char disguised(char character) {
  const auto index = disguisable.find(character);
  return index == std::string_view::npos ? character
                                         : static_cast<char>(first_disguise + static_cast<char>(index));
}

constexpr char revealed(char character) {
  const auto index = static_cast<std::size_t>(character - first_disguise);
  return character >= first_disguise && index < disguisable.size() ? disguisable[index] : character;
}

inline std::string revealed(std::string_view text) {
  std::string result(text);
  unsigned char found = 0;  // mostly nothing; counted without branches, so that many bytes are done at once
  for (const char character : result)
    found |= static_cast<unsigned char>(character - first_disguise) < static_cast<unsigned char>(disguisable.size());
  if (!found) return result;
  for (char& character : result) character = revealed(character);
  return result;
}

}  // namespace octavo::markdown
