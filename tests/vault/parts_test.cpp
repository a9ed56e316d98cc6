#include "vault/parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace octavo::vault {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

std::vector<std::pair<std::string, std::size_t>> parts(const std::vector<std::string>& paths) {
  std::vector<Note> notes;
  for (const auto& path : paths) notes.push_back({.path = path});
  return parts_of(notes);
}

TEST(Parts, are_the_folders_below_the_one_that_holds_everything) {
  EXPECT_THAT(parts({"a/x.md", "a/deep/y.md", "b/z.md"}), ElementsAre(Pair("a", 0), Pair("b", 2)));
  EXPECT_THAT(parts({"en/a/x.md", "en/b/y.md"}), ElementsAre(Pair("a", 0), Pair("b", 1)));
  EXPECT_THAT(parts({"ab/x.md", "ac/y.md"}), ElementsAre(Pair("ab", 0), Pair("ac", 1)));
}

TEST(Parts, notes_beside_the_folders_stand_in_one_without_a_title) {
  EXPECT_THAT(parts({"README.md", "01 x.md", "02 - y/a.md", "03 z.md"}),
              ElementsAre(Pair("", 0), Pair("y", 2), Pair("", 3)));
}

TEST(Parts, there_are_none_without_folders) {
  EXPECT_THAT(parts({}), IsEmpty());
  EXPECT_THAT(parts({"a.md", "b.md"}), IsEmpty());
  EXPECT_THAT(parts({"a/b/c.md"}), IsEmpty());
}

TEST(Parts, are_titled_without_the_number_that_sorts_them) {
  struct Case {
    std::string folder, title;
  };
  for (const auto& wanted : {
           Case{"01 - Beginnings", "Beginnings"},
           Case{"1. Beginnings", "Beginnings"},
           Case{"02_The End", "The End"},
           Case{"3) Third", "Third"},
           Case{"2024 notes", "2024 notes"},
           Case{"2024-05", "2024-05"},
           Case{"01 - ", "01 - "},
           Case{"12", "12"},
           Case{"Part 2 - More", "Part 2 - More"},
           Case{"", ""},
       }) {
    EXPECT_EQ(part_title(wanted.folder), wanted.title);
  }
}

}  // namespace
}  // namespace octavo::vault
