#include "markdown/neighbours.h"

#include <gmock/gmock.h>

#include "read.h"

namespace octavo::markdown {
namespace {

TEST(Neighbours, ACaptionAboveATableIsItsCaption) {
  EXPECT_EQ(read_note("<span class=\"caption\">Table 1: *A*</span>\n\n| a |\n|---|\n| 1 |\n").dump(),
            "table - \"Table 1: *A*\"\n  head \"a\"\n  row \"1\"\n");
}

TEST(Neighbours, ATableHasACaptionAsPandocHasIt) {
  for (const char* note : {"Table: *A*\n\n| a |\n|---|\n| 1 |\n", "| a |\n|---|\n| 1 |\n\nTable: *A*\n"})
    EXPECT_EQ(read_note(note).dump(), "table - \"*A*\"\n  head \"a\"\n  row \"1\"\n") << note;
}

TEST(Neighbours, ACaptionsIdIsItsTables) {
  const std::string rows = "| a |\n|---|\n| 1 |\n", dump = "table - ^id \"A\"\n  head \"a\"\n  row \"1\"\n";
  for (const std::string& note : {rows + "\nTable: A\n^id\n", rows + "\nTable: A\n\n^id\n", "Table: A ^id\n\n" + rows, rows + "\n^id\n\nTable: A\n"})
    EXPECT_EQ(read_note(note).dump(), dump) << note;
  EXPECT_EQ(read_note(rows + "\n^one\n\nTable: A ^two\n").dump(), "table - ^one\n  head \"a\"\n  row \"1\"\nparagraph ^two \"Table: A\"\n");
}

TEST(Neighbours, APictureHasACaptionThatCanBeMarkedUp) {
  const std::string dump = "figure ^id ![A](a.png) \"*The* source\"\n";
  for (const std::string note : {"![A](a.png)\n\nFigure: *The* source ^id\n", "![A](a.png)\nFigure: *The* source\n^id\n", "![A](a.png)\n^id\n\nFigure: *The* source\n",
                                 "Figure: *The* source\n\n![A](a.png) ^id\n", "![A](a.png)  \nFigure: *The* source ^id\n"})
    EXPECT_EQ(read_note(note).dump(), dump) << note;
  EXPECT_EQ(read_note("![A](a.png \"title\")\n\nFigure: words\n").dump(), "figure ![A](a.png 'title') \"title\"\nparagraph \"Figure: words\"\n");
  EXPECT_EQ(read_note("![A](a.png) Figures: words\n").dump(), "paragraph \"![A](a.png) Figures: words\"\n");
  EXPECT_EQ(read_note("![A](a.png)\n\nFigure: a\n\n![B](b.png)\n\nFigure: b\n").dump(), "figure ![A](a.png) \"a\"\nfigure ![B](b.png) \"b\"\n");
}

TEST(Neighbours, GiveCaptionsToPictures) {
  const std::string expected = "figure ![A](a.png) \"Figure 1: *A*\"\nparagraph \"after\"\n";
  EXPECT_EQ(read_note("![A](a.png)\n\n<span class=\"caption\">Figure 1: *A*</span>\n\nafter").dump(),
            expected);
  EXPECT_EQ(read_note("<img src=a.png alt=A>\n\n<p class=caption>Figure 1: <i>A</i></p>\n\nafter").dump(),
            expected);
  EXPECT_EQ(read_note("text\n\n<span class=\"caption\">of nothing</span>").dump(),
            "paragraph \"text\"\nparagraph \"{of nothing .caption}\"\n");
}

TEST(Neighbours, GiveFileNamesToCode) {
  EXPECT_EQ(
      read_note("<span class=\"filename\">Filename: a.c</span>\n\n```c\nint a;\n```\n\n```c\nint b;\n```")
          .dump(),
      "captioned .listing\n  paragraph label \"Filename: a.c\"\n  code c\n    | int a;\ncode c\n  | int "
      "b;\n");
}

TEST(Neighbours, TakeThePlacesThatStandAlone) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<a id=\"one\"></a>\n<a id=\"two\"></a>\n\n## Heading", "heading 2 \"<#one><#two>Heading\"\n"},
      {"<span id=\"a\"></span>\n\n- *item*", "list\n  item\n    paragraph \"<#a>*item*\"\n"},
      {"<a id=\"a\"></a>\n\n```\ncode\n```", "code ^a\n  | code\n"},
      {"<a id=a></a> <a id=b></a>\n\n```\ncode\n```\n\ntext", "code\n  | code\nparagraph \"<#a><#b>text\"\n"},
      {"text\n\n<a id=\"end\"></a>", "paragraph \"text<#end>\"\n"},
      {"<div id=\"box\">\n\n# in it\n\n</div>\n\ntext", "heading 1 \"<#box>in it\"\nparagraph \"text\"\n"},
      {"> quoted\n\n<div id=end></div>", "quote\n  paragraph \"quoted<#end>\"\n"},
      {"<ul><li><a id=x></a></li><li>b</li></ul>",
       "list\n  item\n    paragraph \"<#x>\"\n  item\n    paragraph \"b\"\n"},
  };
  // Behind a first paragraph, so that no heading becomes the note's title.
  for (const auto& [source, expected] : cases)
    EXPECT_EQ(read_note("```\n```\n\n" + source).dump().substr(std::string("code\n  |\n").size()), expected)
        << source;
}

TEST(Neighbours, GiveATitleItsPlaces) {
  const ReadNote note = read_note("<a id=\"old\"></a>\n\n# Title");
  EXPECT_EQ(note.title(), "Title");
  EXPECT_TRUE(holds_alternative<book::NamedPlace>(note.chapter.title.at(0).value));
}

}  // namespace
}  // namespace octavo::markdown
