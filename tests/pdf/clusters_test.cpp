#include "pdf/clusters.h"

#include <gtest/gtest.h>

namespace octavo::pdf {
namespace {

glyphs::Glyph glyph(std::uint32_t cluster, float advance = 0.5f) { return {1, advance, 0, 0, cluster}; }

// "first-last:text", with "+" where a space follows.
std::string clusters_of(std::string_view text, const std::vector<glyphs::Glyph>& glyphs,
                        bool right_to_left = false) {
  glyphs::Rows rows;
  pages::GlyphRun run;
  run.text = text;
  run.glyphs = rows.keep(glyphs);
  run.right_to_left = right_to_left;
  std::string result;
  each_cluster(run, [&](const Cluster& cluster) {
    if (!result.empty()) result += ' ';
    result +=
        std::to_string(cluster.begin) + "-" + std::to_string(cluster.end) + ":" + std::string(cluster.text);
    if (cluster.space_follows) result += '+';
  });
  return result;
}

TEST(Clusters, EndWhereTheNextBegins) {
  EXPECT_EQ(clusters_of("office", {glyph(0), glyph(1), glyph(4), glyph(5)}), "0-1:o 1-2:ffi 2-3:c 3-4:e");
}

TEST(Clusters, FromRightToLeftEndWhereTheOneBeforeBegins) {
  EXPECT_EQ(clusters_of("abc", {glyph(2), glyph(1), glyph(1), glyph(0)}, true), "0-1:c 1-3:b 3-4:a");
}

TEST(Clusters, WhiteSpaceIsASpace) {
  EXPECT_EQ(clusters_of("a\u00A0b", {glyph(0), glyph(1), glyph(3)}), "0-1:a 1-2:  2-3:b");
}

TEST(Clusters, ASpaceWithoutAGlyphFollows) {
  EXPECT_EQ(clusters_of("ab ", {glyph(0), glyph(1)}), "0-1:a 1-2:b+");
  EXPECT_EQ(clusters_of("ab ", {glyph(1), glyph(0)}, true), "0-1:b+ 1-2:a");
  EXPECT_EQ(clusters_of(" ", {}), "0-0:+");
}

TEST(Clusters, AHyphenThatIsNotInTheTextIsSoft) {
  EXPECT_EQ(clusters_of("ab", {glyph(0), glyph(1), glyph(2)}), "0-1:a 1-2:b 2-3:\u00AD");
  EXPECT_EQ(clusters_of("ab\u00AD", {glyph(0), glyph(1), glyph(2)}), "0-1:a 1-2:b 2-3:\u00AD");
}

TEST(Clusters, CharactersThatOnlySteerBreakingLeaveNoTrace) {
  EXPECT_EQ(clusters_of("a\u00ADb", {glyph(0), glyph(1, 0), glyph(3)}), "0-1:a 1-2: 2-3:b");
  EXPECT_EQ(clusters_of("a\u200Bb", {glyph(0), glyph(4)}), "0-1:a 1-2:b");
}

TEST(Clusters, OfARunWithoutTextStandForNothing) { EXPECT_EQ(clusters_of("", {glyph(0), glyph(0)}), "0-2:"); }

TEST(Clusters, OutsideTheTextAreNoHarm) {
  EXPECT_EQ(clusters_of("a", {glyph(9), glyph(0), glyph(7)}), "0-1:\u00AD 1-2:a 2-3:\u00AD");
}

}  // namespace
}  // namespace octavo::pdf
