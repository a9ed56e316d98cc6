#include "resolve/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/resolved.h"

namespace octavo::resolve {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The links of src/deep/a.md of an mdBook.
Resolved linked(const std::string& text, const std::string& toml = "") {
  return resolved(
      {{"book.toml", "[book]\nsrc = 'src'\n" + toml},
       {"src/SUMMARY.md", "- [A](deep/a.md)\n- [B](b.md)\n- [Rocks](rocks/README.md)\n  - [R](rocks/r.md)\n"},
       {"src/deep/a.md", "# A\n" + text},
       {"src/b.md", "# B and so on\n\n## Two words\n\n## B and so on\n"},
       {"src/rocks/README.md", "# Rocks\n\n![[alone]]"},
       {"src/rocks/r.md", "## R\n\n### More"},
       {"src/alone.md", "# Alone"},
       {"beside.md", "# Beside"}});
}

TEST(Site, pages_are_the_notes_they_were_made_of) {
  for (const auto& [link, target] : std::map<std::string, std::string>{
           {"../b.html", "b-and-so-on"},
           {"../b.html#two-words", "b-and-so-on#two-words"},
           {"../b.htm?x=1#two-words", "b-and-so-on#two-words"},
           {"../b.html#b-and-so-on-1", "b-and-so-on#b-and-so-on"},
           {"../rocks/", "rocks"},
           {"../rocks/index.html", "rocks"},
           {"../rocks/README.html", "rocks"},
           {"../rocks/r.html#more", "r#more"},
           {"../rocks/r.html#r", "r"},
           {"/b.html", "b-and-so-on"},
           {"../b.md", "b-and-so-on"},
           {"a.html", "a"},
           {"../index.html", "a"},
           {"../", "a"},
       }) {
    const auto book = linked("[x](" + link + ")");
    EXPECT_THAT(book.links("src/deep/a.md"), ElementsAre("x -> " + target)) << link;
    EXPECT_THAT(book.findings(), IsEmpty()) << link;
  }
}

TEST(Site, what_has_moved_is_followed_and_circles_end) {
  const std::string toml = R"([output.html.redirect]
"/deep/old.html" = "older.html"
"/deep/older.html" = "/b.html#two-words"
"/round.html" = "/about.html"
"/about.html" = "/round.html"
"/far.html" = "https://example.org/far.html"
"/b.html#gone" = "#two-words"
"/rocks/old.html" = "./"
)";
  for (const auto& [link, target] : std::map<std::string, std::string>{
           {"old.html", "b-and-so-on#two-words"},
           {"../round.html", "nothing"},
           {"../far.html", "https://example.org/far.html"},
           {"../b.html#gone", "b-and-so-on#two-words"},
           {"../rocks/old.html", "rocks"},
       })
    EXPECT_THAT(linked("[x](" + link + ")", toml).links("src/deep/a.md"), ElementsAre("x -> " + target))
        << link;
}

TEST(Site, links_that_begin_so_lead_to_the_net) {
  const std::string toml =
      "[links]\n'../std/' = 'https://example.org/std/'\n'api:' = 'https://example.org/api/'\n"
      "'../../tool' = 'https://example.org/tool'\n";
  for (const auto& [link, target] : std::map<std::string, std::string>{
           {"../../std/vec/index.html#a-b", "https://example.org/std/vec/index.html#a-b"},
           {"../std/x y.html", "https://example.org/std/x%20y.html"},
           {"../../tool", "https://example.org/tool"},
       }) {
    const auto book = linked("[x](<" + link + ">)", toml);
    EXPECT_THAT(book.links("src/deep/a.md"), ElementsAre("x -> " + target)) << link;
    EXPECT_THAT(book.findings(), IsEmpty()) << link;
  }
}

TEST(Site, what_lies_beside_the_book_is_told_apart_from_what_is_missing) {
  for (const auto& [link, finding] : std::map<std::string, std::string>{
           {"../../std/index.html", "link/outside-site"},
           {"../../std/", "link/outside-site"},
           {"../../std", "link/outside-site"},
           {"/std/index.html", "link/outside-site"},
           {"../../../x.md", "link/outside-folder"},
           {"../../beside.md", "link/outside-book"},
           {"../alone.html", "link/outside-book"},
           {"../c.html", "link/missing-note"},
           {"../b.html#three-words", "link/missing-heading"},
       }) {
    const auto book = linked("[x](" + link + ")");
    EXPECT_THAT(book.links("src/deep/a.md"), ElementsAre("x -> nothing")) << link;
    EXPECT_THAT(book.findings(), ElementsAre("src/deep/a.md:2:1 " + finding)) << link;
  }
  EXPECT_THAT(linked("[x](../../std/vec/index.html)").messages(),
              ElementsAre(testing::HasSubstr(
                  "[links] in book.toml makes it a link: \"../../std/\" = \"https://...\"")));
}

TEST(Site, headings_have_the_addresses_that_the_published_page_gives_them) {
  const std::string text =
      "[x](#%s)\n\n## `Rc<T>`, *the* Pointer: what -- and why?\n\n## Twice\n\n## Twice\n\n## Größe (2)\n";
  for (const auto& [address, id] :
       std::map<std::string, std::string>{{"rct-the-pointer-what----and-why", "rct-the-pointer-what-and-why"},
                                          {"twice", "twice"},
                                          {"twice-1", "twice-1"},
                                          {"größe-2", "grosse-2"}}) {
    auto written = text;
    const auto book = linked(written.replace(written.find("%s"), 2, address));
    EXPECT_THAT(book.links("src/deep/a.md"), ElementsAre("x -> a#" + id)) << address;
  }
}

TEST(Site, pages_that_are_missing_are_no_entries_of_the_index) {
  EXPECT_THAT(linked("[x](c.html)").book.index, IsEmpty());
}

}  // namespace
}  // namespace octavo::resolve
