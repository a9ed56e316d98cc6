#include "base/files_overlay.h"

#include <gtest/gtest.h>

#include "base/failure.h"

namespace octavo::base {
namespace {

TEST(Overlay, ShowsWhatWasWrittenAndLeavesWhatLiesBelow) {
  Memory below;
  below.contents = {{"book/a.md", "old"}, {"book/b.md", "as it is"}};
  Overlay files(below);
  files.write({NewFile{"book/./a.md", "new"}});
  EXPECT_EQ(files.read("book/a.md"), "new");
  EXPECT_EQ(files.read("book/b.md"), "as it is");
  EXPECT_EQ(below.contents.at("book/a.md"), "old");
  EXPECT_EQ(files.written().size(), 1u);
}

TEST(Overlay, OneCopyKnowsNothingOfAnother) {
  Memory below;
  below.contents = {{"a.md", "old"}};
  Overlay first(below);
  Overlay second = first;
  second.write({NewFile{"a.md", "new"}});
  EXPECT_EQ(first.read("a.md"), "old");
  first = second;
  EXPECT_EQ(first.read("a.md"), "new");
}

TEST(Overlay, MakesNoFiles) {
  Memory below;
  Overlay files(below);
  EXPECT_THROW(files.write({NewFile{"a.md", "new"}}), Failure);
}

}  // namespace
}  // namespace octavo::base
