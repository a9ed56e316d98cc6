#include <gtest/gtest.h>

#include <string>

#include "diagnostics/diagnostics.h"

using namespace octavo::diagnostics;
using octavo::base::FileId;

namespace {

std::string place(const Sources& sources, FileId file, std::size_t offset) {
  const Sources::Position position = sources.position(file, static_cast<std::uint32_t>(offset));
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST(Sources, FindLinesWhateverEndsThem) {
  Sources sources;
  const FileId file = sources.add("a.md", "one\ntwo\r\nthree\rfour\n");
  EXPECT_EQ(sources.line(file, 1), "one");
  EXPECT_EQ(sources.line(file, 2), "two");
  EXPECT_EQ(sources.line(file, 3), "three");
  EXPECT_EQ(sources.line(file, 4), "four");
  EXPECT_EQ(sources.line(file, 5), "");
  EXPECT_EQ(place(sources, file, 0), "1:1");
  EXPECT_EQ(place(sources, file, 3), "1:4");
  EXPECT_EQ(place(sources, file, 4), "2:1");
  EXPECT_EQ(place(sources, file, 9), "3:1");
  EXPECT_EQ(place(sources, file, 15), "4:1");
  EXPECT_EQ(place(sources, file, 20), "5:1");
  EXPECT_EQ(place(sources, file, 9999), "5:1");
}

TEST(Sources, CountColumnsInCodePoints) {
  Sources sources;
  const std::string text = "né日🙂x";
  const FileId file = sources.add("a.md", text);
  EXPECT_EQ(place(sources, file, text.find('x')), "1:5");
}

TEST(Sources, CountNoColumnForAByteOrderMark) {
  Sources sources;
  const FileId file = sources.add("a.md", "\xEF\xBB\xBF# A\nb");
  EXPECT_EQ(place(sources, file, 0), "1:1");
  EXPECT_EQ(place(sources, file, 3), "1:1");
  EXPECT_EQ(place(sources, file, 5), "1:3");
  EXPECT_EQ(place(sources, file, 8), "2:2");
}

TEST(Sources, FindColumnsInLongLines) {
  Sources sources;
  std::string text = "short\n";
  for (int i = 0; i < 3000; ++i) text += "é";
  const FileId file = sources.add("a.md", text);
  for (const std::size_t letter : {0, 1, 508, 509, 510, 511, 512, 1021, 2999}) {
    EXPECT_EQ(place(sources, file, 6 + 2 * letter), "2:" + std::to_string(letter + 1));
  }
}

TEST(Sources, NeverMoveTheirTexts) {
  Sources sources;
  const FileId first = sources.add("a.md", "short");
  const std::string_view text = sources.of(first).text;
  for (int i = 0; i < 1000; ++i) sources.add("x.md", "x");
  EXPECT_EQ(sources.of(first).text.data(), text.data());
  EXPECT_EQ(sources.size(), 1001u);
}

TEST(Sources, AnEmptyFileHasOneLine) {
  Sources sources;
  const FileId file = sources.add("a.md", "");
  EXPECT_EQ(sources.line(file, 1), "");
  EXPECT_EQ(place(sources, file, 0), "1:1");
}
