#include "markdown/origins.h"

#include <gtest/gtest.h>

namespace octavo::markdown {
namespace {

using base::FileId;
using base::Span;

// "ab" of the note, five bytes of file 1 from its byte 100 on, four that stand for a directive, "cd" of the
// note.
Origins sample() {
  Origins origins;
  origins.copied(0, {FileId(0), 0, 2});
  origins.copied(2, {FileId(1), 100, 105});
  origins.replaced(7, {FileId(0), 2, 30});
  origins.copied(11, {FileId(0), 30, 32});
  return origins;
}

TEST(Origins, LeadIntoTheFileThatATextWasWrittenIn) {
  EXPECT_EQ(sample().span(0, 2), (Span{FileId(0), 0, 2}));
  EXPECT_EQ(sample().span(3, 5), (Span{FileId(1), 101, 103}));
  EXPECT_EQ(sample().span(2, 2), (Span{FileId(1), 100, 100}));
  EXPECT_EQ(sample().span(8, 9), (Span{FileId(0), 2, 30}));
  EXPECT_EQ(sample().span(12, 13), (Span{FileId(0), 31, 32}));
}

TEST(Origins, NeverCrossFiles) {
  EXPECT_EQ(sample().span(1, 4), (Span{FileId(0), 1, 2}));
  EXPECT_EQ(sample().span(4, 12), (Span{FileId(1), 102, 105}));
  EXPECT_EQ(sample().span(1, 12), (Span{FileId(0), 1, 31}));  // out and back again
}

TEST(Origins, EndWhereTheTextDoes) { EXPECT_EQ(sample().span(12, 99), (Span{FileId(0), 31, 32})); }

TEST(Spans, AreJoinedWithinAFileOnly) {
  EXPECT_EQ(base::through({FileId(0), 1, 3}, {FileId(0), 5, 8}), (Span{FileId(0), 1, 8}));
  EXPECT_EQ(base::through({FileId(0), 1, 3}, {FileId(1), 5, 8}), (Span{FileId(0), 1, 3}));
  EXPECT_EQ(base::through({FileId(0), 4, 6}, {FileId(0), 1, 2}), (Span{FileId(0), 4, 6}));
}

}  // namespace
}  // namespace octavo::markdown
