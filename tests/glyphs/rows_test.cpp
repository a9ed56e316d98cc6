#include <gtest/gtest.h>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

std::vector<Glyph> glyphs(std::size_t count, std::uint32_t first) {
  std::vector<Glyph> made(count);
  for (std::size_t index = 0; index < count; ++index) made[index].id = first + static_cast<std::uint32_t>(index);
  return made;
}

TEST(Rows, KeepWhatTheyAreGivenThoughMoreIsPutBesideIt) {
  Rows store;
  std::vector<GlyphRow> rows;
  for (std::uint32_t index = 0; index < 200; ++index) rows.push_back(store.keep(glyphs(index, index * 1000)));
  rows.push_back(store.keep(glyphs(10'000, 7)));  // more than a piece holds
  for (std::uint32_t index = 0; index < 200; ++index) {
    ASSERT_EQ(rows[index].size(), index);
    for (std::uint32_t at = 0; at < index; ++at) ASSERT_EQ(rows[index][at].id, index * 1000 + at);
  }
  EXPECT_EQ(rows.back().back().id, 10'006u);
}

TEST(Rows, KeepTextsToo) {
  Rows store;
  std::vector<std::string_view> texts;
  for (std::size_t length = 0; length < 700; ++length) texts.push_back(store.keep(std::string(length, 'a')));
  for (std::size_t length = 0; length < 700; ++length) EXPECT_EQ(texts[length], std::string(length, 'a'));
}

TEST(Rows, AnEmptyRowIsEmpty) {
  Rows store;
  EXPECT_TRUE(store.keep(std::span<const Glyph>()).empty());
  EXPECT_TRUE(store.keep(std::string_view()).empty());
}

}  // namespace
}  // namespace octavo::glyphs
