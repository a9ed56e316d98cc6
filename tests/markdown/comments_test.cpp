#include <gtest/gtest.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(Comments, LeaveNothingInTheBook) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a\n\n%%\nhidden\n\n- [[also]]\n%%\n\nb", "paragraph \"a\"\nparagraph \"b\"\n"},
      {"a %%one\ntwo%% b", "paragraph \"a b\"\n"},
      {"> a\n> %%\n> hidden\n> %%\n> b", "quote\n  paragraph \"a\"\n  paragraph \"b\"\n"},
      {"# %%no%%T\n\n- %%a%%\n- b%%c%%", "list\n  item\n  item\n    paragraph \"b\"\n"},
      {"| a %%b%% | c |\n|--|--|\n| %%d | e%% |", "table - -\n  head \"a\" | \"c\"\n  row \"\" | \"\"\n"},
      {"[[a%%b%%|c]] [d](e%%f%%)", "paragraph \"[c](-> [[a]]) [d](-> <e>)\"\n"},
      {"%%\n```\nnot code\n```\n%%\n\nafter", "paragraph \"after\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

TEST(Comments, AreTextInCodeAndWhereTheyNeverEnd) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"`a %% b` and `c %% d`", "paragraph \"`a %% b` and `c %% d`\"\n"},
      {"```\n%% a %%\n```", "code\n  | %% a %%\n"},
      {"100%% sure\n\n```mermaid\n%% diagram's own\n```",
       "paragraph \"100%% sure\"\ncode mermaid\n  | %% diagram's own\n"},
      {"- ```\n  %%a%%\n  ```\n\n%%b%%c", "list\n  item\n    code\n      | %%a%%\nparagraph \"c\"\n"},
      {"\\%%a%%", "paragraph \"%%a%%\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

}  // namespace
}  // namespace octavo::markdown
