#include "glyphs/font_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace octavo::glyphs {
namespace {

class FontSetTest : public testing::Test {
 protected:
  FontSet set;
  std::string found(std::string_view family, int weight, bool italic = false) const {
    const auto ids = set.find(family, {.weight = weight, .italic = italic});
    if (ids.empty()) return "none";
    const std::string& path = set.file(ids.front()).path;
    return path.substr(path.rfind('/') + 1);
  }
};

TEST_F(FontSetTest, OnlyFamiliesOfThatVeryNameCount) {
  EXPECT_EQ(found("Vollkorn", 400), "Vollkorn-Regular.ttf");
  EXPECT_EQ(found("vollkorn", 400), "Vollkorn-Regular.ttf");
  EXPECT_EQ(found("Vollkor", 400), "none");
  EXPECT_EQ(found("Times New Roman", 400), "none");
  EXPECT_EQ(found("", 400), "none");
}

TEST_F(FontSetTest, TheNearestWeightIsSearchedAsCssSays) {
  EXPECT_EQ(found("Vollkorn", 500), "Vollkorn-Medium.ttf");
  EXPECT_EQ(found("Vollkorn", 650), "Vollkorn-Bold.ttf") << "heavier first above 500";
  EXPECT_EQ(found("Vollkorn", 100), "Vollkorn-Regular.ttf");
  EXPECT_EQ(found("Vollkorn", 1000, true), "Vollkorn-BlackItalic.ttf");
  EXPECT_EQ(found("Noto Serif", 500), "NotoSerif-Regular.ttf") << "lighter than 500 before heavier";
  EXPECT_EQ(found("Noto Serif", 600), "NotoSerif-Bold.ttf");
  EXPECT_EQ(found("Noto Serif", 300), "NotoSerif-Regular.ttf");
}

TEST_F(FontSetTest, SlantComesBeforeWeight) {
  EXPECT_EQ(found("Noto Serif", 900, true), "NotoSerif-BoldItalic.ttf");
  EXPECT_EQ(found("Noto Serif Thai", 400, true), "NotoSerifThai-Regular.ttf") << "a family without italics";
}

TEST_F(FontSetTest, StandInsHaveAllTheCharacters) {
  const auto files = set.covering(U"\u0915\u093F", "hi", {});
  ASSERT_FALSE(files.empty());
  EXPECT_THAT(set.file(files.front()).families, testing::Contains("Noto Serif Devanagari"));
  EXPECT_TRUE(set.covering(U"\u0915\u4E00\u0E01\U0001F600", "hi", {}).empty());
  EXPECT_TRUE(set.covering(U"", "en", {}).empty());
}

TEST_F(FontSetTest, PrivateAndUnassignedCharactersHaveNoStandIn) {
  EXPECT_TRUE(set.covering(U"\uE000", "en", {}).empty());
  EXPECT_TRUE(set.covering(U"\u0378", "en", {}).empty());
}

}  // namespace
}  // namespace octavo::glyphs
