#include "markdown/directives.h"

#include <gmock/gmock.h>

#include <string>

namespace octavo::markdown {
namespace {

// "include a.rs : 1:2", by order; kinds are numbered as they are declared.
std::string described(std::string_view text) {
  static constexpr std::string_view names[] = {"include", "rustdoc_include", "playground", "title", "escape"};
  std::string result;
  for (const Directive& one : directives(text)) {
    if (!result.empty()) result += "; ";
    result += names[static_cast<std::size_t>(one.kind)];
    for (const std::string_view part : {one.path, one.selection, one.attributes, one.title}) {
      result += '|';
      result += part;
    }
  }
  return result;
}

TEST(Directives, AreTakenApart) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"{{#include a.rs}}", "include|a.rs|||"},
      {"a {{ #include  ../b/c.md:3:7 }} b", "include|../b/c.md|3:7||"},
      {"{{#include a.rs::7}}", "include|a.rs|:7||"},
      {"{{#rustdoc_include a.rs:here}}", "rustdoc_include|a.rs|here||"},
      {"{{#playground a.rs:x editable no_run}}", "playground|a.rs:x||editable no_run|"},
      {"{{#playpen a.rs}}", "playground|a.rs|||"},
      {"{{#title  The whole title }}", "title||||The whole title"},
      {"{{{#include a}}}", "include|a|||"},
      {"{{#include a}}{{#include b}}", "include|a|||; include|b|||"},
      {"\\{{#include a}} {{#include b}}", "escape||||; include|b|||"},
      {"\\{{#include}}", "escape||||"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(described(text), expected) << text;
}

TEST(Directives, AreNotWhatLooksLikeThem) {
  for (const std::string_view text :
       {"{{#include}}", "{{#include }}", "{{#include a}", "{{#include a\n}}", "{{include a}}", "{{#each a}}",
        "{#include a}}", "{{#included a}}", "{{#include:a}}", "\\{{#each a}}", "{{#include a} }", "{{#"})
    EXPECT_EQ(described(text), "") << text;
}

TEST(Directives, KnowTheirPlace) {
  const auto found = directives("ab{{#title x}}cd\\{{#include}}");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].begin, 2u);
  EXPECT_EQ(found[0].end, 14u);
  EXPECT_EQ(found[1].begin, 16u);  // the backslash
  EXPECT_EQ(found[1].end, 17u);
}

}  // namespace
}  // namespace octavo::markdown
