#include <gtest/gtest.h>

#include "glyphs/glyphs.h"

namespace octavo::glyphs {
namespace {

std::vector<Glyph> glyphs(std::size_t count, std::uint32_t first) {
  std::vector<Glyph> made(count);
  for (std::size_t index = 0; index < count; ++index) made[index].id = first + static_cast<std::uint32_t>(index);
  return made;
}

TEST(GlyphRows, KeepWhatTheyAreGivenThoughMoreIsPutBesideIt) {
  std::vector<GlyphRow> rows;
  {
    GlyphRows store;
    for (std::uint32_t index = 0; index < 200; ++index) rows.push_back(store.keep(glyphs(index, index * 1000)));
    rows.push_back(store.keep(glyphs(10'000, 7)));  // more than a piece holds
  }
  for (std::uint32_t index = 0; index < 200; ++index) {
    ASSERT_EQ(rows[index].size(), index);
    for (std::uint32_t at = 0; at < index; ++at) ASSERT_EQ(rows[index][at].id, index * 1000 + at);
  }
  EXPECT_EQ(rows.back().back().id, 10'006u);
}

TEST(GlyphRows, AnEmptyRowIsEmpty) {
  GlyphRows store;
  EXPECT_TRUE(store.keep({}).empty());
}

}  // namespace
}  // namespace octavo::glyphs
