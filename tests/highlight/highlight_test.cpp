// Code to tokens, through the door.
#include "highlight/highlight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "highlight/colored.h"

namespace octavo::highlight {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Highlight, TellsTheWordsOfRustApart) {
  EXPECT_THAT(tokens("rust", "fn area(side: u32) -> u32 {\n    // squared\n    let name = \"box\";\n    side * 2\n}"),
              ElementsAre("keyword fn", "type u32", "type u32", "comment // squared", "keyword let", "string \"box\"", "number 2"));
}

TEST(Highlight, LeavesThePathBeforeANamePlain) {
  EXPECT_THAT(tokens("rust", "use std::fmt::Display;"), ElementsAre("keyword use", "function Display"));
}

TEST(Highlight, KeepsAnAttributeWhole) {
  EXPECT_THAT(tokens("rust", "#[derive(Debug)]"), ElementsAre("attribute #[derive(", "function Debug", "attribute )]"));
}

TEST(Highlight, TellsKeysFromValues) {
  EXPECT_THAT(tokens("toml", "[mill]\nname = \"Ada\" # first\nwheels = 12"),
              ElementsAre("type mill", "type name", "string \"Ada\"", "comment # first", "type wheels", "number 12"));
  EXPECT_THAT(tokens("yaml", "mill: grinding"), ElementsAre("function mill"));
}

TEST(Highlight, MarksTheLinesOfADifference) {
  EXPECT_THAT(tokens("diff", " same\n-old\n+new"), ElementsAre("deleted -old", "inserted +new"));
}

TEST(Highlight, ColorsWhatWasTypedAndNotWhatCameBack) {
  EXPECT_THAT(tokens("console", "$ echo \"a b\"\na \"b\"\n> cd \"c\"\nif error[E1] then"),
              ElementsAre("function echo", "string \"a b\"", "function cd", "string \"c\""));
}

TEST(Highlight, BeginsEveryCommandAnew) {
  EXPECT_THAT(tokens("console", "$ echo \"open\n$ echo b"), ElementsAre("function echo", "string \"open", "function echo"));
}

TEST(Highlight, KnowsALineAgainOnlyWhereItMeansTheSame) {
  EXPECT_THAT(tokens("c", "int a;\nint a;\n/*\nint a;\n*/\nint a;"),
              ElementsAre("type int", "type int", "comment /*", "comment int a;", "comment */", "type int"));
}

TEST(Highlight, LeavesAloneWhatIsInNoLanguage) {
  for (const char* language : {"", "text", "txt", "plain", "none", "mermaid", "klingon", "*", ".", "Alerts"})
    EXPECT_THAT(tokens(language, "if return \"a\" 12 // b"), IsEmpty()) << language;
}

TEST(Highlight, CountsInBytes) {
  // A clef and a face take two units of UTF-16 each, the mark on the e one of its own.
  EXPECT_THAT(tokens("rust", "let a = \"\U0001D11E e\u0301\"; // \U0001F600 \u6F22\nlet b = 1;"),
              ElementsAre("keyword let", "string \"\U0001D11E e\u0301\"", "comment // \U0001F600 \u6F22", "keyword let", "number 1"));
}

TEST(Highlight, SurvivesBytesThatAreNoText) {
  EXPECT_THAT(tokens("rust", std::string("let \xFF\xC3 = \"\xF0\x9F\" + 1; \0 let", 24)), Contains("string \"\xF0\x9F\""));
}

TEST(Highlight, KeepsTokensInOrderAndWithinTheirLines) {
  const auto code = colored("c", "/* one\n   two */ int a;\n\n\"b\\\nc\" return 1;\r\n");
  ASSERT_FALSE(code.tokens.empty());
  std::uint32_t before = 0;
  for (const auto& token : code.tokens) {
    EXPECT_LE(before, token.begin);
    EXPECT_LT(token.begin, token.end);
    EXPECT_EQ(code.text.substr(token.begin, token.end - token.begin).find('\n'), std::string::npos);
    before = token.end;
  }
  EXPECT_LE(before, code.text.size());
  EXPECT_THAT(tokens("c", "/* one\ntwo */"), ElementsAre("comment /* one", "comment two */"));
}

TEST(Highlight, ColorsNotesToo) {
  book::Book book;
  auto& chapter = book.chapters.emplace_back();
  chapter.blocks.push_back({book::Quote{{{book::CodeBlock{"rust", "rust", "fn", {}}}}}});
  chapter.notes.emplace_back().blocks.push_back({book::CodeBlock{"rust", "rust", "fn", {}}});
  book = color(std::move(book));
  const auto& quote = get<book::Quote>(book.chapters[0].blocks[0].value);
  EXPECT_EQ(get<book::CodeBlock>(quote.blocks[0].value).tokens.size(), 1u);
  EXPECT_EQ(get<book::CodeBlock>(book.chapters[0].notes[0].blocks[0].value).tokens.size(), 1u);
}

TEST(Highlight, TakesAFragmentOfPhpForPhp) {
  EXPECT_THAT(tokens("php", "return $a;"), ElementsAre("keyword return", "variable $a"));
  EXPECT_THAT(tokens("php", "return <?php return 1;"), ElementsAre("keyword <?php", "keyword return", "number 1"));
}

TEST(Highlight, LeavesWhatIsTooLongPlain) {
  const std::string long_line = "let a = \"" + std::string(2000, 'x') + "\";";
  EXPECT_THAT(tokens("rust", long_line + "\nfn f() {}"), ElementsAre("keyword fn"));
  std::string long_block;
  while (long_block.size() < 10'000'000) long_block += "let a = 1;\n";
  EXPECT_THAT(tokens("rust", long_block), IsEmpty());
}

// The folders of the user's own grammars are none of the book's business, and are as they were afterwards.
TEST(Highlight, KnowsNoGrammarButTheLibrarysOwn) {
  const auto home = std::filesystem::temp_directory_path() / "octavo-highlight-test";
  const auto folder = home / "org.kde.syntax-highlighting/syntax";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "mill.xml") << R"(<?xml version="1.0"?><language name="Mill" section="Other" extensions="*.mill" version="1">
<highlighting><list name="words"><item>grind</item></list><contexts><context name="all" attribute="Word" lineEndContext="#stay">
<keyword String="words" attribute="Word" context="#stay"/></context></contexts>
<itemDatas><itemData name="Word" defStyleNum="dsKeyword"/></itemDatas></highlighting></language>)";
  const char* before = std::getenv("XDG_DATA_HOME");
  const std::string kept = before ? before : "";
  setenv("XDG_DATA_HOME", home.c_str(), 1);
  EXPECT_THAT(tokens("mill", "grind"), IsEmpty());
  EXPECT_STREQ(std::getenv("XDG_DATA_HOME"), home.c_str());
  before ? setenv("XDG_DATA_HOME", kept.c_str(), 1) : unsetenv("XDG_DATA_HOME");
  std::filesystem::remove_all(home);
}

// Grammars are made of regular expressions, and these texts are made to make them try everything.
TEST(Highlight, EndsSoonWhateverTheCode) {
  const auto begin = std::chrono::steady_clock::now();
  for (const char* language : {"rust", "c++", "python", "typescript", "ruby", "php", "markdown", "yaml", "latex"}) {
    std::string text;
    for (const char* unit : {"(", "\"", "/", "1", "%", "$(", "a.", "[a](", " \t"}) {
      std::string line;
      while (line.size() < 1000) line += unit;
      for (int times = 0; times < 8; ++times) text += line + '\n';
    }
    colored(language, text);
  }
  // One that is worse than all of these, as long as a book may be.
  std::string line;
  while (line.size() < 1000) line += "$(";
  std::string text;
  while (text.size() < 10'000'000) text += line + '\n';
  EXPECT_THAT(tokens("typescript", text), IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
}

}  // namespace
}  // namespace octavo::highlight
