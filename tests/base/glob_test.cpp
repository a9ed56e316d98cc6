#include "base/glob.h"

#include <gtest/gtest.h>

#include <string>

using octavo::base::glob_matches;
using octavo::base::glob_matches_path;

TEST(Glob, FitsTheWholeText) {
  EXPECT_TRUE(glob_matches("a.md", "a.md"));
  EXPECT_FALSE(glob_matches("a.md", "a.mdx"));
  EXPECT_FALSE(glob_matches("a.md", "xa.md"));
  EXPECT_FALSE(glob_matches("a.md", "A.md"));
  EXPECT_TRUE(glob_matches("", ""));
  EXPECT_FALSE(glob_matches("", "a"));
}

TEST(Glob, StarsStopAtSlashesAndTwoDoNot) {
  EXPECT_TRUE(glob_matches("*.md", ".md"));
  EXPECT_TRUE(glob_matches("d*/*.md", "drafts/a.md"));
  EXPECT_FALSE(glob_matches("*.md", "drafts/a.md"));
  EXPECT_TRUE(glob_matches("**.md", "drafts/deep/a.md"));
  EXPECT_TRUE(glob_matches("../std/**", "../std/vec/index.html"));
  EXPECT_TRUE(glob_matches("?.md", "é.md"));
  EXPECT_FALSE(glob_matches("a?b", "a/b"));
}

TEST(Glob, TwoStarsAndASlashAreWholeFoldersOrNone) {
  EXPECT_TRUE(glob_matches("**/a.md", "a.md"));
  EXPECT_TRUE(glob_matches("**/a.md", "x/y/a.md"));
  EXPECT_FALSE(glob_matches("**/a.md", "xa.md"));
  EXPECT_TRUE(glob_matches("x/**/a.md", "x/a.md"));
  EXPECT_TRUE(glob_matches("x/**/a.md", "x/y/z/a.md"));
  EXPECT_FALSE(glob_matches("x/**/a.md", "x/ya.md"));
}

TEST(Glob, ABackslashTakesASignAsItIs) {
  EXPECT_TRUE(glob_matches("what\\?", "what?"));
  EXPECT_FALSE(glob_matches("what\\?", "whats"));
  EXPECT_TRUE(glob_matches("a\\", "a\\"));
}

TEST(Glob, AFolderStandsForAllThatIsInIt) {
  EXPECT_TRUE(glob_matches_path("drafts", "drafts/deep/a.md"));
  EXPECT_TRUE(glob_matches_path("drafts/", "drafts/a.md"));
  EXPECT_TRUE(glob_matches_path("d*", "drafts/deep/a.md"));
  EXPECT_FALSE(glob_matches_path("draft", "drafts/a.md"));
  EXPECT_FALSE(glob_matches_path("a.md", "drafts/a.md"));
}

TEST(Glob, StarsUponStarsTakeNoTime) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a**a";
  EXPECT_FALSE(glob_matches(pattern + "b", std::string(5'000, 'a')));
}
