#include <gmock/gmock.h>

#include <algorithm>

#include "read.h"

namespace octavo::markdown {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

bool is_found(const ReadNote& note, std::string_view rule) {
  return std::any_of(note.findings.begin(), note.findings.end(),
                     [&](const std::string& one) { return one.starts_with(rule); });
}

std::size_t deepest(const book::Blocks& blocks) {
  std::size_t depth = 0;
  for (const book::Block& block : blocks) {
    book::each_body(block, [&](const book::Blocks& inner) { depth = std::max(depth, deepest(inner) + 1); });
  }
  return depth;
}

// Each of these took a parser the square of its length, or is the like of one that did. All of it stays as
// text.
TEST(HostileText, EndsAndKeepsItsText) {
  constexpr int many = 100'000;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a <? ", "<?"},      {"[[", "[["},     {"*a_ ", "*a_"},      {"<!-- ", "<!"},
      {"~~a ", "~~a"},      {"a@", "a@"},     {"`a`` ", "`a``"},    {"[a](", "[a]("},
      {"$a ", "$a"},        {"%% ` ", "`"},   {"==a ", "==a"},      {"<a x=\"", "<a"},
      {"[^", "[^"},         {"[[a|", "[[a|"}, {"<!A ", "<!A"},      {"<![CDATA[", "<![CDATA["},
      {"](", "]("},         {"www.", "www."}, {"http://(", "http"}, {"**a ", "**a"},
      {"[a][b]", "[a][b]"}, {"![", "!["},     {"<b>", ""},          {"\\", "\\"},
      {"'a", "a"},
  };
  for (const auto& [pattern, kept] : cases) {
    const ReadNote note = read_note("text " + repeated(pattern, many));
    std::string text;
    for (const book::Block& block : note.chapter.blocks) text += book::plain_text(block);
    EXPECT_NE(text.find(kept), std::string::npos) << pattern;
  }
}

TEST(HostileText, OfLinesEnds) {
  constexpr int many = 20'000;
  for (const std::string_view pattern : {"$$\na\n", "%%\na\n", "```\n", "> a\nb\n", "- [ ] a\n", "a ^b\n\n",
                                         "a\n=\n", "[x]: y\n", "> [!a]\n"}) {
    EXPECT_FALSE(read_note(repeated(pattern, many)).chapter.blocks.empty() && pattern != "%%\na\n" &&
                 pattern != "[x]: y\n")
        << pattern;
  }
}

TEST(HostileText, OfOpenPicturesIsReported) {
  const ReadNote note = read_note(repeated("![[]()", 100'000));
  EXPECT_TRUE(is_found(note, "text/hostile"));
}

TEST(HostileText, OfNestedBlocksStopsAtADepth) {
  for (const std::string_view pattern : {"> ", "- ", "1. ", "> - "}) {
    const ReadNote note = read_note(repeated(pattern, 100'000) + "end" + repeated("\n", 10'000));
    EXPECT_TRUE(is_found(note, "text/hostile")) << pattern;
    EXPECT_LE(deepest(note.chapter.blocks), 101u) << pattern;
    EXPECT_NE(note.dump().find("end"), std::string::npos) << pattern;
  }
}

TEST(HostileText, OfIndentedListsStopsAtADepth) {
  std::string source;
  for (int i = 0; i < 400; ++i)
    source += std::string(static_cast<std::size_t>(2 * i), ' ') + "- a" + std::to_string(i) + "\n";
  const ReadNote note = read_note(source);
  EXPECT_LE(deepest(note.chapter.blocks), 101u);
  EXPECT_NE(note.dump().find("\"a399\""), std::string::npos);
}

TEST(HostileText, OfNestedEmphasisKeepsItsText) {
  const ReadNote note = read_note(repeated("*a **b ", 50'000) + "end" + repeated("** *", 50'000));
  EXPECT_NE(book::plain_text(note.chapter.blocks.at(0)).find("end"), std::string::npos);
}

TEST(HostileText, OfTablesStaysText) {
  const ReadNote wide =
      read_note(repeated("a|", 2'000) + "\n" + repeated("-|", 2'000) + "\n" + repeated("a\n", 2'000));
  EXPECT_TRUE(is_found(wide, "text/hostile"));
  EXPECT_TRUE(holds_alternative<book::Paragraph>(wide.chapter.blocks.at(0).value));
  EXPECT_TRUE(is_found(read_note(repeated("|-|\n|-|-|\n", 20'000)), "text/hostile"));
  // A large table that someone could have written is one.
  const ReadNote large = read_note("|a|b|\n|-|-|\n" + repeated("|c|d|\n", 5'000));
  EXPECT_THAT(large.findings, testing::IsEmpty());
  EXPECT_EQ(get<book::Table>(large.chapter.blocks.at(0).value).rows.size(), 5'000u);
}

TEST(HostileText, OfLongDefinitionsIsNotCopied) {
  const ReadNote note = read_note("[a]: " + std::string(50'000, 'x') + "\n\n" + repeated("[a] ", 20'000));
  EXPECT_TRUE(is_found(note, "text/hostile"));
}

TEST(AnyBytes, AreRead) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_NO_THROW(read_note(bytes + "\n# " + bytes + "\n\n[[" + bytes + "]] `" + bytes + "`\n\xC3"));
  const std::string text = read_line(
      "a\x01\x02\x05\x0E"
      "b\x1F"
      "c");
  EXPECT_EQ(text, "a b c");
}

}  // namespace
}  // namespace octavo::markdown
