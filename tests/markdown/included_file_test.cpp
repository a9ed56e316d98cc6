#include "markdown/included_file.h"

#include <gmock/gmock.h>

namespace octavo::markdown {
namespace {

std::string selected(std::string_view text, std::string_view written,
                     AnchorPlaces places = AnchorPlaces::first, std::size_t head = 0) {
  const IncludedFile file(base::FileId(0), text, head);
  const auto excerpt = file.excerpt(written, places);
  if (!excerpt) return "nothing";
  std::string result;
  for (const auto& [begin, end] : excerpt->stretches) result += text.substr(begin, end - begin);
  return result;
}

TEST(IncludedFile, IsShownByLines) {
  constexpr std::string_view text = "one\ntwo\r\nthree\nfour\n";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "one\ntwo\r\nthree\nfour"},
      {"2", "two"},
      {"2:3", "two\r\nthree"},
      {":2", "one\ntwo"},
      {"3:", "three\nfour"},
      {":", "one\ntwo\r\nthree\nfour"},
      {"0", "one"},
      {"3:9", "three\nfour"},
      {"2:3:8", "two\r\nthree"},
      {"2:x", "two\r\nthree\nfour"},
      {"5", "nothing"},
      {"5:", "nothing"},
      {"3:2", "nothing"},
      {"99999999999999999999999", "nothing"},
  };
  for (const auto& [written, expected] : cases) EXPECT_EQ(selected(text, written), expected) << written;
  EXPECT_EQ(selected("", ""), "");
  EXPECT_EQ(selected("", "1"), "nothing");
  EXPECT_EQ(selected("last", "1"), "last");
}

TEST(IncludedFile, IsShownByAnchors) {
  constexpr std::string_view text =
      "a\n// ANCHOR: all\nb\n/* ANCHOR:inner */ x\nc\n# ANCHOR_END: inner\nd\n// ANCHOR_END: all\ne\n"
      "// ANCHOR: inner\nf\n// ANCHOR_END: inner\ng\n// ANCHOR: open-ended\nh\n";
  EXPECT_EQ(selected(text, "all"), "b\nc\nd");
  EXPECT_EQ(selected(text, "inner"), "c");
  EXPECT_EQ(selected(text, "inner", AnchorPlaces::all), "c\nf");
  EXPECT_EQ(selected(text, "open-ended"), "h");
  EXPECT_EQ(selected(text, "other"), "nothing");
  EXPECT_EQ(selected(text, "inne"), "nothing");
}

TEST(IncludedFile, NeverShowsTheMarksOfAnchors) {
  constexpr std::string_view text = "// ANCHOR: x\na\n// ANCHOR: x\nb\n// ANCHOR_END: x\nc\n// ANCHOR_END: y";
  EXPECT_EQ(selected(text, ""), "a\nb\nc");
  EXPECT_EQ(selected(text, "2:4"), "a\nb");  // numbers count them
  EXPECT_EQ(selected(text, "x"), "a\nb");
  EXPECT_EQ(selected("an ANCHOR: , or ANCHOR\n", ""), "an ANCHOR: , or ANCHOR");
}

TEST(IncludedFile, LeavesItsHeadOutOnlyAsAWhole) {
  constexpr std::string_view text = "---\na: b\n---\ntext\n";
  EXPECT_EQ(selected(text, "", AnchorPlaces::first, 13), "text");
  EXPECT_EQ(selected(text, "2", AnchorPlaces::first, 13), "a: b");
  EXPECT_EQ(selected(text, "1:4", AnchorPlaces::first, 13), "---\na: b\n---\ntext");
}

}  // namespace
}  // namespace octavo::markdown
