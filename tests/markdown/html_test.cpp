#include "markdown/html.h"

#include <gmock/gmock.h>

#include <random>

#include "read.h"

namespace octavo::markdown {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

TEST(Html, HoldsTheMarkdownBetweenItsBlocks) {
  const Cases cases = {
      {"<div>\n\n*Markdown* [[again]]\n\n</div>", "paragraph \"*Markdown* [again](-> [[again]])\"\n"},
      {"<div class=\"note\">\n\none\n\n<p>two</p>\n\n</div>\n\nthree",
       "group .note\n  paragraph \"one\"\n  paragraph \"two\"\nparagraph \"three\"\n"},
      {"<aside lang=la>\n\nipse\n\n<section class=inner>\n\nnihil\n\n</section>\n</aside>",
       "group lang=la\n  paragraph \"ipse\"\n  group .inner\n    paragraph \"nihil\"\n"},
      // What is not closed ends with its parent, what was not opened is no end.
      {"> <div class=a>\n>\n> in\n\nout", "quote\n  group .a\n    paragraph \"in\"\nparagraph \"out\"\n"},
      {"a\n\n</div>\n\nb\n\n</details>\n\nc", "paragraph \"a\"\nparagraph \"b\"\nparagraph \"c\"\n"},
      {"- <div class=a>\n\n  in\n- next\n\nout",
       "list loose\n  item\n    group .a\n      paragraph \"in\"\n  item\n    paragraph \"next\"\nparagraph "
       "\"out\"\n"},
      // A mark does not hold blocks.
      {"<b>\n\ntext\n\n</b>", "paragraph \"text\"\n"},
      {"<details>\n<summary>Who?</summary>\n\nThe *cook*.\n\n</details>",
       "callout details closed \"Who?\"\n  paragraph \"The *cook*.\"\n"},
      {"<table><tr><td>\n\n- a\n- b\n\n</td><td>c</td></tr></table>",
       "table - -\n  head\n  row \"• a\\n• b\" | \"c\"\n"},
      {"<h2 align=center>\n\n*Title*\n\n</h2>", "heading 2 \"*Title*\"\n"},
      {"<table>\n\nastray\n\n<tr><td>cell</td></tr></table>",
       "paragraph \"astray\"\ntable -\n  head\n  row \"cell\"\n"},
  };
  for (const auto& [source, expected] : cases) EXPECT_EQ(read_note(source).dump(), expected) << source;
}

TEST(Html, ThatIsOneBlockIsNotReadAsMarkdown) {
  EXPECT_EQ(read_note("<div>[[x]] *y*</div>").dump(), "paragraph \"[[x]] *y*\"\n");
  EXPECT_EQ(read_note("H<sub>[[x]]</sub>").dump(), "paragraph \"H~[x](-> [[x]])~\"\n");
}

TEST(Html, BlocksAreAtTheirPlaceInTheSource) {
  const ReadNote note = read_note("before\n\n<div>\n\nbetween\n\n<p>raw</p>\n</div>\n\nafter");
  ASSERT_EQ(note.chapter.blocks.size(), 4u);
  EXPECT_EQ(note.written(note.chapter.blocks[1].where), "between");
  EXPECT_EQ(note.written(note.chapter.blocks[2].where), "<p>raw</p>\n</div>");
}

TEST(Html, KeepsFootnotesAndBlockIdsOfTheMarkdownBetween) {
  const ReadNote note =
      read_note("<div class=a>\n\ncall[^1] ^here\n\n[^1]: note\n\n</div>\n\n<ul><li>x</li></ul>\n\n^list");
  EXPECT_EQ(note.dump(),
            "group .a\n  paragraph ^here \"call[^1]\"\nlist ^list\n  item\n    paragraph \"x\"\n");
  ASSERT_EQ(note.chapter.notes.size(), 1u);
  EXPECT_THAT(note.findings, testing::IsEmpty());
}

TEST(Html, ThatIsDroppedIsReportedOncePerBlock) {
  EXPECT_THAT(read_note("<div><font>x</font><video></video></div>\n\ntext <font>a</font> <font>b</font>\n\n"
                        "<b style=\"color: red\" onclick=\"run()\">fine</b> <!-- c -->")
                  .findings,
              testing::ElementsAre("html/dropped 1:1", "html/dropped 3:6"));
}

TEST(Html, ThatNobodyClosesAndNobodyKnowsIsText) {
  const ReadNote note =
      read_note("Vec<T> of <name>, <Name>\n\n<key>\n\n<x-y>known by its end</x-y> <Foo a=1>\n");
  EXPECT_EQ(note.dump(),
            "paragraph \"Vec<T> of <name>, <Name>\"\nparagraph \"<key>\"\nparagraph \"known by its end\"\n");
  EXPECT_THAT(note.findings, testing::ElementsAre("html/unknown-element 1:4", "html/unknown-element 1:11",
                                                  "html/unknown-element 1:19", "html/unknown-element 3:1",
                                                  "html/dropped 5:1"));
}

TEST(Html, RunsNothing) {
  const Cases cases = {
      {"<a href=\"javascript:x()\">a</a>", "paragraph \"a\"\n"},
      {"<div><a href=\" JavaScript:x()\">a</a></div>", "paragraph \"a\"\n"},
      {"<a href=\"java&#115;cript:x()\">a</a>", "paragraph \"a\"\n"},
      {"<script>\nalert(1)\n</script>\n\nafter", "paragraph \"after\"\n"},
      {"<div><style>p {}</style>kept<iframe src=x>no</iframe></div>", "paragraph \"kept\"\n"},
      {"<div><script>never closed", ""},
      {"<div><svg><title>no</title><path d=\"M0 0\"/></svg>kept</div>", "paragraph \"kept\"\n"},
      {"text <svg><title>no</title></svg>kept", "paragraph \"text kept\"\n"},
      {"<form>Name: <input value=x> <button>Send</button></form>", "paragraph \"Name: Send\"\n"},
  };
  for (const auto& [source, expected] : cases) {
    const ReadNote note = read_note(source);
    EXPECT_EQ(note.dump(), expected) << source;
    ASSERT_EQ(note.findings.size(), 1u) << source;
    EXPECT_THAT(note.findings.front(), testing::StartsWith("html/dropped")) << source;
  }
}

TEST(Html, EndsWhateverIsWritten) {
  std::string many_spans = "<table><tr>";
  for (int i = 0; i < 900; ++i) many_spans += "<td rowspan=65000 colspan=90>x";
  const std::vector<std::string> sources = {
      std::string(50'000 * 5, '<') + ">",
      [] {
        std::string s;
        for (int i = 0; i < 50'000; ++i) s += "<div>";
        return s;
      }(),
      [] {
        std::string s = "<div>";
        for (int i = 0; i < 50'000; ++i) s += "<p><b id=" + std::to_string(i) + ">";
        return s;
      }(),
      [] {
        std::string s = "<div>";
        for (int i = 0; i < 50'000; ++i) s += "<dd><li>";
        return s;
      }(),
      [] {
        std::string s;
        for (int i = 0; i < 10'000; ++i) s += "<table><tr><td>";
        return s;
      }(),
      [] {
        std::string s;
        for (int i = 0; i < 5'000; ++i) s += "<details>\n\n- x\n\n";
        return s;
      }(),
      [] {
        std::string s = "<div ";
        for (int i = 0; i < 50'000; ++i) s += "a" + std::to_string(i) + "=1 ";
        return s + ">x";
      }(),
      many_spans,
  };
  for (const std::string& source : sources) {
    const ReadNote note = read_note(source);
    EXPECT_EQ(note.source.size(), source.size());
  }
  EXPECT_THAT(read_note(sources[1]).findings, testing::ElementsAre("text/hostile 1:1"));
  EXPECT_THAT(read_note(sources[5]).findings, testing::ElementsAre("text/hostile 401:1"));
}

// Tags, well and badly written, in any order, between words: the words are all there, in one way or another.
TEST(Html, KeepsEveryWordOfASoup) {
  const std::vector<std::string> tags = {
      "b",  "i",       "span",    "a",      "code",       "q",          "p",     "div",     "ul", "ol",
      "li", "table",   "tr",      "td",     "th",         "thead",      "tbody", "caption", "dl", "dt",
      "dd", "details", "summary", "figure", "figcaption", "blockquote", "pre",   "h1",      "h6", "br",
      "hr", "Listing", "font",    "form",   "button",     "center",     "Foo",   "body"};
  const std::vector<std::string> attributes = {
      "",           "",         "",         " class=\"a b\"",  " id=x", " colspan=3",
      " rowspan=2", " lang=la", " start=7", " number=\"1-2\"", " open", " /"};
  const std::vector<std::string> between = {" ",   "\n",    "\n\n", "\n\n- ", "\n\n> ",
                                            " | ", "&amp;", " [[",  "*"};
  for (unsigned int seed = 0; seed < 500; ++seed) {
    std::mt19937 random(seed);
    const auto one_of = [&](const auto& list) { return list[random() % list.size()]; };
    std::string source;
    std::vector<std::string> words;
    for (unsigned int i = 0; i < 5 + seed % 60; ++i) {
      const std::string name = one_of(tags);
      source += random() % 3 == 0 ? "</" + name + ">" : "<" + name + one_of(attributes) + ">";
      if (random() % 2 == 0) source += one_of(between);
      if (random() % 2 == 0) source += words.emplace_back("word" + std::to_string(i) + "x");
    }
    const std::string dump = book::dump(read_note(source).chapter.blocks) + read_note(source).title();
    for (const std::string& word : words)
      ASSERT_NE(dump.find(word), std::string::npos) << seed << ": " << word << "\n" << source << "\n" << dump;
  }
}

}  // namespace
}  // namespace octavo::markdown
