#include "markdown/html_tables.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(HtmlTables, HaveHeadsSpansAndCaptions) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<table><caption>C</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td "
       "align=right>2</td></tr></table>",
       "table - right \"C\"\n  head head \"a\" | head \"b\"\n  row \"1\" | \"2\"\n"},
      {"<table><tr><th>a<td>1<tr><th>b<td>2</table>",
       "table - -\n  head\n  row head \"a\" | \"1\"\n  row head \"b\" | \"2\"\n"},
      {"<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td colspan=2>d</table>",
       "table - -\n  head\n  row spans 1x2 \"a\" | \"b\"\n  row \"c\"\n  row spans 2x1 \"d\"\n"},
      // The head is set by itself: what it spans below is an empty cell.
      {"<table><thead><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tbody><tr><td>1<td>2<td>3</table>",
       "table - - -\n  head head \"a\" | head spans 2x1 \"b\"\n  row head \"\" | head \"c\" | head \"d\"\n"
       "  row \"1\" | \"2\" | \"3\"\n"},
      // Rows are filled up, and spans end with the table.
      {"<table><tr><td>a<td>b<tr><td rowspan=9>c</table>",
       "table - -\n  head\n  row \"a\" | \"b\"\n  row \"c\" | \"\"\n"},
      {"<table><tr><td colspan=3>a<td rowspan=0>b<tr><td>c</table>",
       "table - - - -\n  head\n  row spans 3x1 \"a\" | spans 1x2 \"b\"\n  row \"c\" | \"\" | \"\"\n"},
      {"<table></table>", ""},
      {"<table><caption>alone</caption></table>", "paragraph \"alone\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

TEST(HtmlTables, HoldBlocksAsLines) {
  EXPECT_EQ(read_note("<table><tr><td><p>a</p><p>b</p><ul><li>c</li><li>d<ol start=3><li>e</ol></ul>"
                      "<pre>f\ng</pre><td><table><tr><td>h<td>i</table><img src=x.png alt=j></table>")
                .dump(),
            "table - -\n  head\n  row \"a\\nb\\n• c\\n• d\\n3. e\\n`f`\\n`g`\" | \"h i\\n![j](x.png)\"\n");
}

TEST(HtmlTables, ThatAreTooWideAreText) {
  std::string source = "<table><tr>";
  for (int i = 0; i < 1'001; ++i) source += "<td>x";
  const ReadNote note = read_note(source + "<tr><td>last</table>");
  EXPECT_THAT(note.dump(),
              testing::AllOf(testing::StartsWith("paragraph \"x x x"), testing::EndsWith("\\nlast\"\n")));
  EXPECT_THAT(note.findings, testing::ElementsAre("text/hostile 1:1"));
}

}  // namespace
}  // namespace octavo::markdown
