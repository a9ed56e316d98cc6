#include "command/difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace octavo::command {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

TEST(Difference, OfEqualTextsIsNone) { EXPECT_EQ(difference("a.md", "same\n", "same\n"), ""); }

TEST(Difference, ShowsThreeLinesRoundAChange) {
  EXPECT_EQ(difference("a.md", "1\n2\n3\n4\nold\n6\n7\n8\n9\n", "1\n2\n3\n4\nnew\n6\n7\n8\n9\n"),
            "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-old\n+new\n 6\n 7\n 8\n");
}

TEST(Difference, ChangesThatAreNearStandInOneStretch) {
  const auto near = difference("a.md", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n");
  EXPECT_THAT(near, HasSubstr("@@ -1,8 +1,8 @@\n-a\n+A\n 1\n"));
  const auto far = difference("a.md", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n");
  EXPECT_THAT(far, HasSubstr("@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"));
}

TEST(Difference, TellsOfALastLineWithoutAnEnd) {
  EXPECT_THAT(difference("a.md", "a", "b"),
              HasSubstr("-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"));
  EXPECT_THAT(difference("a.md", "a\r\nb", "A\r\nb"),
              HasSubstr("-a\r\n+A\r\n b\n\\ No newline at end of file\n"));
}

TEST(Difference, NamesAreWrittenAsGitWritesThem) {
  EXPECT_THAT(difference("my notes/a.md", "a\n", "b\n"), StartsWith("--- a/my notes/a.md\t\n+++ b/my notes/a.md\t\n"));
  EXPECT_THAT(difference("so \"called\".md", "a\n", "b\n"), StartsWith("--- \"a/so \\\"called\\\".md\"\n"));
  EXPECT_THAT(difference("two\nlines.md", "a\n", "b\n"), StartsWith("--- \"a/two\\012lines.md\"\n"));
}

}  // namespace
}  // namespace octavo::command
