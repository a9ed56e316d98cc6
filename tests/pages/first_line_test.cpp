// First lines that rules set apart.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/unicode.h"
#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::Contains;
using testing::StartsWith;

const std::string long_text =
    "once upon a time there was a book that was set by a *program* which knew how a first line is set apart from the lines that follow it, and "
    "a reader who copied its words out of the page to find each of them whole, so the printer went home early.";

// The lines below the title.
std::vector<std::string> lines_of(const Laid& book) {
  std::vector<std::string> lines = book.lines(book.first_page());
  const auto title = std::ranges::find(lines, "A");
  if (title != lines.end()) lines.erase(lines.begin(), title + 1);
  return lines;
}
Laid set(const std::string& text, const std::string& css) { return laid({{"a.md", "# A\n\n" + text + "\n"}}, ".first-words { font-variant-caps: normal; letter-spacing: 0 } " + css); }

TEST(FirstLines, HoldWhatFitsWhenItIsSetAsTheySay) {
  const auto plain = lines_of(set(long_text, ""));
  const auto lines = lines_of(set(long_text, "h1 + p::first-line { text-transform: uppercase; letter-spacing: 0.1em }"));
  ASSERT_GT(lines.size(), 2u);
  EXPECT_THAT(lines[0], StartsWith("ONCE UPON A TIME THERE WAS"));
  EXPECT_LT(lines[0].size() + 5, plain[0].size()) << "capitals are wider";
  EXPECT_EQ(lines[1].find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string::npos) << lines[1];
  std::string all, expected;
  for (const auto& line : lines) all += line;
  for (const auto& line : plain) expected += line;
  EXPECT_EQ(base::lower(all, "en"), base::lower(expected, "en")) << "no space is lost where the line ends";
}

TEST(FirstLines, AreJustifiedAsOthersAre) {
  const Laid book = set(long_text, "h1 + p::first-line { font-weight: 600 }");
  std::map<long, float> right;
  for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
    if (const auto* run = std::get_if<GlyphRun>(&item); run && run->origin.y > 190) {
      float width = 0;
      for (const glyphs::Glyph& glyph : run->glyphs) width += glyph.advance * run->size * run->scaling;
      float& edge = right[std::lround(run->origin.y)];
      edge = std::max(edge, run->origin.x + width);
    }
  auto line = right.begin();
  while (line->second < 200) ++line;  // the title
  EXPECT_NEAR(line->second, std::next(line)->second, 6) << "what hangs out apart";
}

TEST(FirstLines, OfAShortParagraphAreAllOfIt) {
  EXPECT_THAT(lines_of(set("Two words.", "h1 + p::first-line { text-transform: uppercase }")), Contains("TWO WORDS."));
  const auto lines = lines_of(set("Two words  \nand a break.", "h1 + p::first-line { text-transform: uppercase }"));
  EXPECT_THAT(lines, Contains("TWO WORDS "));
  EXPECT_THAT(lines, Contains("and a break."));
}

TEST(FirstLines, HaveDropCapitals) {
  const auto lines = lines_of(set(long_text, "h1 + p::first-line { text-transform: uppercase } h1 + p::first-letter { initial-letter: 2 }"));
  EXPECT_THAT(lines[0], StartsWith("ONCE UPON A TIME"));
}

TEST(FirstLines, InheritIntoWhatStandsInThem) {
  const Laid book = set("Once *upon* a time.", "h1 + p::first-line { color: #800000 } em { color: #008000 }");
  std::map<std::string, base::Color> colors;
  for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
    if (const auto* run = std::get_if<GlyphRun>(&item)) colors[std::string(run->text)] = run->color;
  EXPECT_GT(colors["Once "].red, 0.4f);
  EXPECT_GT(colors["upon"].green, 0.4f);
}

}  // namespace
}  // namespace octavo::pages
