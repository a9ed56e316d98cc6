#include "pdf/cff.h"

#include <gtest/gtest.h>

#include <string>

namespace octavo::pdf {
namespace {

using Ids = std::vector<std::uint16_t>;

// A font of four glyphs: header, one name, a top dictionary that names the place of charset and glyphs, the
// charset, the glyphs.
std::string font(std::string_view first_operators, std::string_view charset) {
  using namespace std::string_literals;
  const std::string top_without_offsets(first_operators);
  const auto top_size = static_cast<char>(top_without_offsets.size() + 4);
  std::string start = "\1\0\4\1"s + "\0\1\1\1\2F"s + "\0\1\1\1"s + static_cast<char>(top_size + 1);
  const std::size_t charset_at = start.size() + static_cast<std::size_t>(top_size);
  const std::size_t glyphs_at = charset_at + charset.size();
  const auto number = [](std::size_t value) { return static_cast<char>(value + 139); };
  return start + top_without_offsets + number(charset_at) + '\17' + number(glyphs_at) + '\21' +
         std::string(charset) + "\0\4\1\1\2\3\4\5abcd"s;
}

const std::string ros = {char(139), char(139), char(139), 12, 30};

TEST(Cff, AFontKeyedByNamesHasNoCharacterIds) {
  EXPECT_EQ(character_ids(font("", std::string("\0\0\5\0\6\0\7", 7))), Ids());
}

TEST(Cff, CharsetsAreListsOrRanges) {
  EXPECT_EQ(character_ids(font(ros, std::string("\0\0\5\1\0\0\7", 7))), (Ids{0, 5, 256, 7}));
  EXPECT_EQ(character_ids(font(ros, std::string("\1\0\5\1\0\x20\0", 7))), (Ids{0, 5, 6, 32}));
  EXPECT_EQ(character_ids(font(ros, std::string("\2\0\5\0\2", 5))), (Ids{0, 5, 6, 7}));
}

TEST(Cff, EveryBrokenFontIsRefused) {
  const std::string whole = font(ros, std::string("\0\0\5\1\0\0\7", 7));
  for (std::size_t size = 0; size + 20 < whole.size(); ++size)
    EXPECT_EQ(character_ids(whole.substr(0, size)), Ids()) << size;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const char byte : {'\0', '\1', '\x7F', '\xFF'}) {
      std::string broken = whole;
      broken[at] = byte;
      EXPECT_LE(character_ids(broken).size(), 65536u);
    }
  }
}

}  // namespace
}  // namespace octavo::pdf
