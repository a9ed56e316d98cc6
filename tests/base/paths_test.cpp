#include "base/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace octavo::base;

TEST(Climbs, OnlyWhatLeadsAboveItsStart) {
  for (const char* path : {"..", "../b", "../../b"}) EXPECT_TRUE(climbs(path)) << path;
  for (const char* path : {"", "a", "..a", "a/..b", "...", "/a"}) EXPECT_FALSE(climbs(path)) << path;
}

TEST(Paths, AreJoinedWithOneSlash) {
  EXPECT_EQ(join("a", "b/c"), "a/b/c");
  EXPECT_EQ(join("a/", "b"), "a/b");
  EXPECT_EQ(join("", "b"), "b");
  EXPECT_EQ(join("a", ""), "a");
  EXPECT_EQ(join("/", "b"), "/b");
}

TEST(Paths, CannotLeaveTheirFolderByASlashAtTheHead) {
  EXPECT_EQ(join("book", "/etc/passwd"), "book/etc/passwd");
}

TEST(Paths, ComeApartIntoFolderNameStemAndExtension) {
  struct Case {
    std::string path, folder, name, stem, extension;
  };
  const std::vector<Case> cases = {
      {"a/b.md", "a", "b.md", "b", "md"},
      {"b.md", "", "b.md", "b", "md"},
      {"a/b/c", "a/b", "c", "c", ""},
      {"/b", "/", "b", "b", ""},
      {"a.d/Note.1.md", "a.d", "Note.1.md", "Note.1", "md"},
      {"A.PNG", "", "A.PNG", "A", "png"},
      {".obsidian", "", ".obsidian", ".obsidian", ""},
      {"a/", "a", "", "", ""},
      {"", "", "", "", ""},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(folder_of(one.path), one.folder) << one.path;
    EXPECT_EQ(name_of(one.path), one.name) << one.path;
    EXPECT_EQ(stem_of(one.path), one.stem) << one.path;
    EXPECT_EQ(extension_of(one.path), one.extension) << one.path;
  }
}

TEST(Paths, NormalFormHasNoDetours) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a/./b//c/", "a/b/c"},
      {"a/x/../b", "a/b"},
      {"a/../../b", "../b"},
      {"../../b", "../../b"},
      {".", ""},
      {"a/..", ""},
      {"", ""},
      {"/a/../../b", "/b"},
      {"/", "/"},
      {"./a", "a"},
      {"..a/...", "..a/..."},
  };
  for (const auto& [path, expected] : cases) EXPECT_EQ(normal(path), expected) << path;
}

TEST(NaturalOrder, IsTheOrderOfPeople) {
  const std::vector<std::string> ordered = {
      "1 Beginning.md", "02 Middle.md", "2 Middle.md", "10 End.md", "a/z.md",
      "a b/a.md",       "ada.md",       "Babbage.md",  "Émile.md",
  };
  std::vector<std::string> sorted(ordered.rbegin(), ordered.rend());
  std::sort(sorted.begin(), sorted.end(), natural_less);
  EXPECT_EQ(sorted, ordered);
}

TEST(NaturalOrder, IsStrictAndTotal) {
  const std::vector<std::string> names = {"a",    "A", "1",   "01", "001",  "a1b",
                                          "a01b", "",  "a/b", "a",  "\xFF", "\xFE"};
  for (const std::string& left : names) {
    for (const std::string& right : names) {
      const int true_ones = natural_less(left, right) + natural_less(right, left) + (left == right);
      EXPECT_EQ(true_ones, 1) << left << " and " << right;
    }
  }
}

TEST(NaturalOrder, CountsNumbersOfAnyLength) {
  EXPECT_TRUE(natural_less("99999999999999999999999999999998", "99999999999999999999999999999999"));
  EXPECT_TRUE(natural_less("9", "00000000000000000000000000000010"));
}

TEST(Relative, ClimbsAsFarAsItMust) {
  EXPECT_EQ(relative("src/a.md", ""), "src/a.md");
  EXPECT_EQ(relative("src/a.md", "src"), "a.md");
  EXPECT_EQ(relative("srcs/a.md", "src"), "../srcs/a.md");
  EXPECT_EQ(relative("a/c/x.png", "a/b/d"), "../../c/x.png");
  EXPECT_EQ(relative("a.md", "a.md"), "../a.md");
  EXPECT_EQ(relative("/books/a", "/home/ada"), "../../books/a") << "nothing in common but the root";
  EXPECT_EQ(relative("/books/a", "/"), "books/a");
}

TEST(Percent, DecodesWhatIsWellFormedAndKeepsTheRest) {
  EXPECT_EQ(percent_decoded("Three%20laws%20of%C3%A9.md"), "Three laws ofé.md");
  EXPECT_EQ(percent_decoded("100%, %zz, %4"), "100%, %zz, %4");
  EXPECT_EQ(percent_decoded("%41%2f"), "A/");
}

TEST(Percent, EncodesAllButUnreservedCharactersAndSlashes) {
  EXPECT_EQ(percent_encoded("a b/é#?~._-.md"), "a%20b/%C3%A9%23%3F~._-.md");
}
