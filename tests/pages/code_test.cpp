// Code on paper: tokens in the looks the style sheet gives them, lines that turn over.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr base::Color red{1, 0, 0}, blue{0, 0, 1};
const std::string css = "pre .keyword { color: #f00 } pre .comment { color: #00f }";

// A chapter that is one block of code with these tokens.
Laid with_tokens(const std::string& text, std::vector<book::Token> tokens) {
  auto source = resolve::resolved({{"a.md", "# A\n\n```\n" + text + "\n```\n"}});
  get<book::CodeBlock>(source.book.chapters[0].blocks[0].value).tokens = std::move(tokens);
  return laid(std::move(source), css);
}

// What is set in a colour, run by run.
std::vector<std::string> in_color(const Laid& book, base::Color color) {
  std::vector<std::string> found;
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item); run && run->color == color && !run->text.empty()) found.emplace_back(run->text);
  return found;
}

// The e-book's page list marks where a page begins, also within a line that turns over.
TEST(Code, TellsWherePagesBeginInALongLine) {
  std::string line;
  for (int i = 0; i < 900; ++i) line += "word" + std::to_string(i) + ' ';
  const auto book = with_tokens(line, {});
  std::size_t within = 0;
  for (const book::PrintedPage& page : book.printed.folios.pages) within += page.begins && page.begins->offset > 0;
  EXPECT_GE(within, 2u);
}

TEST(Code, IsSetInTheLooksOfItsTokens) {
  const auto book = with_tokens("let a = 1; // one\n\nlet b", {{0, 3, book::TokenKind::keyword},
                                                             {11, 17, book::TokenKind::comment},
                                                             {19, 22, book::TokenKind::keyword}});
  EXPECT_THAT(in_color(book, red), ElementsAre("let", "let"));
  EXPECT_THAT(in_color(book, blue), ElementsAre("// one"));
  EXPECT_THAT(book.text(), HasSubstr("let a = 1; // one\nlet b\n"));
}

TEST(Code, KeepsItsColorsWhereALineTurnsOver) {
  std::string comment = "//";
  while (comment.size() < 150) comment += " word";
  const auto size = static_cast<std::uint32_t>(comment.size());
  const auto runs = in_color(with_tokens(comment + "\nlet a", {{0, size, book::TokenKind::comment},
                                                              {size + 1, size + 4, book::TokenKind::keyword}}), blue);
  ASSERT_GE(runs.size(), 2u);
  std::string whole;
  for (const std::string& run : runs) whole += run;
  EXPECT_EQ(whole, comment);
}

TEST(Code, LosesNothingToItsColors) {
  const std::string text = "fn main() {\n\tlet s = \"\u6F22\U0001F600\"; // e\u0301\n}";
  const auto plain = with_tokens(text, {});
  const auto colored = with_tokens(text, {{0, 2, book::TokenKind::keyword}, {13, 16, book::TokenKind::keyword},
                                          {21, 30, book::TokenKind::string}, {32, 38, book::TokenKind::comment}});
  EXPECT_EQ(plain.text(), colored.text());
}

TEST(Code, HasLooksOfItsOwnForEveryKindThatMatters) {
  auto source = resolve::resolved({{"a.md", "# A\n\n```\na b c d\n```\n"}});
  get<book::CodeBlock>(source.book.chapters[0].blocks[0].value).tokens = {
      {0, 1, book::TokenKind::keyword}, {2, 3, book::TokenKind::comment}, {4, 5, book::TokenKind::string}};
  const auto book = laid(std::move(source));
  std::map<std::string_view, const GlyphRun*> runs;
  for (const Page& page : book.printed.pages.pages)
    for (const Item& item : page.items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) runs[run->text] = run;
  ASSERT_TRUE(runs.count("a") && runs.count("b") && runs.count("c") && runs.count(" d"));
  // A face of its own for weight and for slant; strings are told by their colour.
  EXPECT_NE(runs["a"]->face, runs[" d"]->face);
  EXPECT_NE(runs["b"]->face, runs[" d"]->face);
  EXPECT_NE(runs["a"]->face, runs["b"]->face);
  EXPECT_EQ(runs["c"]->face, runs[" d"]->face);
  EXPECT_FALSE(runs["c"]->color == runs[" d"]->color);
}

// Its foot was taken back to the grid, away from the last line.
TEST(Code, StandsOnOneGround) {
  const auto book = laid({{"a.md", "# A\n\nText.\n\n```\none\ntwo\nthree\n```\n\nText.\n"}}, "pre { background: red; padding: 6pt 0; line-height: 11.25pt }");
  std::vector<base::Rect> grounds;
  for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
    if (const auto* fill = std::get_if<Fill>(&item); fill && fill->color == base::Color{1, 0, 0}) grounds.push_back(fill->area);
  ASSERT_EQ(grounds.size(), 5u) << "head, three lines, foot";
  for (std::size_t i = 1; i < grounds.size(); ++i) EXPECT_NEAR(grounds[i].y, grounds[i - 1].bottom(), 0.01) << i;
}

}  // namespace
}  // namespace octavo::pages
