#include "markdown/code_info.h"

#include <gmock/gmock.h>

namespace octavo::markdown {
namespace {

TEST(CodeLanguage, IsReadFromEveryForm) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"rust", "rust"},
      {"rust,ignore", "rust"},
      {"rust, ignore", "rust"},
      {"js {1,3}", "js"},
      {"js{1,3}", "js"},
      {"{.rust .numberLines}", "rust"},
      {"{#a .rust}", "rust"},
      {"{r}", "r"},
      {"{r, echo=FALSE}", "r"},
      {"{ python }", "python"},
      {"", ""},
      {"{}", ""},
      {"{=html}", ""},
      {"c++", "c++"},
      {",ignore", ""},
      {"{", ""},
  };
  for (const auto& [info, expected] : cases) EXPECT_EQ(code_language(info), expected) << info;
}

TEST(ShownCode, HidesLinesOfRustForTheCompiler) {
  EXPECT_EQ(shown_code("# use a;\n#\n  # b\n#[test]\n#![no_std]\n#a\n## c\n  ##d\nlet x;\n", "rust", "rust"),
            "#[test]\n#![no_std]\n#a\n# c\n  #d\nlet x;\n");
  EXPECT_EQ(shown_code("a\n# b", "rust", "rust,ignore"), "a\n");
  EXPECT_EQ(shown_code("# b", "rust", "rust"), "");
  EXPECT_EQ(shown_code("", "rust", "rust"), "");
}

TEST(ShownCode, HidesByAPrefixInAnyLanguage) {
  EXPECT_EQ(shown_code("!!import x\n  !!y\nz !!\n# c\n", "python", "python hidelines=!!"), "z !!\n# c\n");
  EXPECT_EQ(shown_code("~a\n# b\nc\n", "rust", "rust,hidelines=~"), "c\n");
}

TEST(ShownCode, StaysAsItIsElsewhere) {
  EXPECT_EQ(shown_code("# a\n", "python", "python"), "# a\n");
  EXPECT_EQ(shown_code("# a\n", "rust", "rust,editable"), "# a\n");
  EXPECT_EQ(shown_code("# a\n", "sh", "sh hidelines="), "# a\n");
}

}  // namespace
}  // namespace octavo::markdown
