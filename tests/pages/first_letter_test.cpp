// First letters and drop capitals: where they stand, what stands beside them, and who says them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::StartsWith;

const std::string long_text =
    " upon a time there was a book that was set by a program which knew how a drop capital stands beside the lines that it begins, and a reader "
    "who copied its words out of the page to find each of them whole, with no letter standing apart from what it begins, and who was glad of it; "
    "so the printer, who had been told that no machine could set such a thing, went home early, and slept better than he had in many years.";
const std::string three_lines = "section.chapter > h1 + p::first-letter { initial-letter: 3; margin-right: 2pt } .first-words { font-variant-caps: normal; letter-spacing: 0 }";

// The first page of the text, and where its runs stand.
struct Set {
  explicit Set(const std::string& text, const std::string& css = three_lines) : book(laid({{"a.md", "# A\n\n" + text + "\n"}}, css)) {
    for (const Item& item : book.printed.pages.pages.at(book.first_page()).items)
      if (const auto* run = std::get_if<GlyphRun>(&item)) (run->text == said_elsewhere ? initial : words).push_back(run);
    std::erase_if(words, [](const GlyphRun* run) { return run->origin.y < 190 || run->origin.y > 530; });  // heads, folio
  }
  // The left ends of lines, from the top.
  std::vector<float> left() const {
    std::map<long, float> found;
    for (const GlyphRun* run : words) {
      if (run->is_unseen) continue;
      const auto [known, is_new] = found.try_emplace(std::lround(run->origin.y), run->origin.x);
      if (!is_new) known->second = std::min(known->second, run->origin.x);
    }
    std::vector<float> result;
    for (const auto& [y, x] : found) result.push_back(x);
    return result;
  }
  std::string text() const {
    std::string all;
    for (const GlyphRun* run : words) all += run->text;
    return all;
  }
  Laid book;
  std::vector<const GlyphRun*> initial, words;
};

TEST(FirstLetters, ADropCapitalStandsBesideItsLinesOnTheBaselineOfTheLast) {
  const Set set("Once" + long_text);
  ASSERT_EQ(set.initial.size(), 1u);
  const auto left = set.left();
  ASSERT_GT(left.size(), 5u);
  const float margin = set.initial[0]->origin.x, first = set.words[0]->origin.y;
  EXPECT_GT(left[0], margin + 20);
  EXPECT_NEAR(left[1], left[0], 0.6f);
  EXPECT_NEAR(left[2], left[0], 0.6f);
  EXPECT_NEAR(left[3], margin, 0.6f);
  EXPECT_NEAR(set.initial[0]->origin.y, first + 2 * 13.5f, 0.01f);
  // As tall as two leadings and a capital of the text.
  EXPECT_NEAR(set.initial[0]->size, 10.4f + 27 / set.book.fonts.face(set.initial[0]->face).cap_height, 0.3f);
}

TEST(FirstLetters, ItsWordIsReadWhole) {
  EXPECT_THAT(Set("Once" + long_text).text(), StartsWith("Once upon a time"));
  EXPECT_THAT(Set("\u201COnce\u201D" + long_text).text(), StartsWith("\u201COnce\u201D upon a time"));
  EXPECT_THAT(Set("A man once" + long_text).text(), StartsWith("A man once upon"));
  EXPECT_THAT(Set("*Once*" + long_text).text(), StartsWith("Once upon a time"));
  EXPECT_THAT(Set("Once" + long_text, three_lines + " .first-words { text-transform: uppercase }").text(), StartsWith("ONCE UPON"));
  EXPECT_THAT(Set("once" + long_text, three_lines + " p { text-transform: capitalize }").text(), StartsWith("Once Upon"));
}

TEST(FirstLetters, WhatSaysIsUnseenAndTouchesItsWord) {
  const Set set("\u201COnce\u201D" + long_text);
  ASSERT_EQ(set.initial.size(), 2u);
  ASSERT_TRUE(set.words[0]->is_unseen && set.words[1]->is_unseen && !set.words[2]->is_unseen);
  const GlyphRun& letter = *set.words[1];
  EXPECT_EQ(letter.text, "O");
  EXPECT_EQ(letter.size, set.words[2]->size);
  EXPECT_EQ(letter.structure, set.words[2]->structure);
  EXPECT_NEAR(letter.origin.x + letter.glyphs.front().advance * letter.size, set.words[2]->origin.x, 0.01f);
  for (const GlyphRun* drawn : set.initial) EXPECT_EQ(drawn->structure, letter.structure) << "it stays within its paragraph";
}

TEST(FirstLetters, AnItalicCapitalDoesNotLeanOverWhatFollows) {
  const std::string italic = three_lines + "p::first-letter { font-style: italic }";
  const Set upright("T" + long_text, three_lines), leaning("T" + long_text, italic);
  ASSERT_FALSE(leaning.initial.empty());
  const auto room = [](const Set& set) { return set.left().at(1) - set.initial.front()->origin.x; };
  // Beyond the font's own width and the margin of 2 pt.
  const auto further = [&](const Set& set) {
    const GlyphRun& letter = *set.initial.front();
    return room(set) - set.book.fonts.advance(letter.face, letter.glyphs.front().id) * letter.size - 2;
  };
  EXPECT_GT(further(leaning), 2) << "points";
  EXPECT_LT(further(upright), 1);
}

TEST(FirstLetters, AFloatIsADropCapitalOfTheNearestNumberOfLines) {
  const Set set("Once" + long_text, "h1 + p::first-letter { float: left; font-size: 3.1em; line-height: 0.8; padding-right: 1pt }");
  ASSERT_EQ(set.initial.size(), 1u);
  EXPECT_NEAR(set.initial[0]->origin.y, set.words[0]->origin.y + 13.5f, 0.01f);
  EXPECT_GT(set.left()[1], set.initial[0]->origin.x + 10);
  EXPECT_NEAR(set.left()[2], set.initial[0]->origin.x, 0.6f);
}

TEST(FirstLetters, WhatFollowsAShortParagraphStandsBelowTheCapital) {
  const Set set("Short.\n\nThe next one.");
  const auto next = std::ranges::find_if(set.words, [](const GlyphRun* run) { return run->text.starts_with("The next"); });
  ASSERT_NE(next, set.words.end());
  EXPECT_NEAR((*next)->origin.y, set.initial.at(0)->origin.y + 13.5f, 0.01f);
}

TEST(FirstLetters, ItsLinesStayOnOnePage) {
  for (int lines = 10; lines < 24; ++lines) {
    std::string text = "First.";
    for (int line = 0; line < lines; ++line) text += "  \nA line.";
    const Set set(text + "\n\n## B\n\nOnce" + long_text, "h2 + p::first-letter { initial-letter: 4 }");
    if (set.initial.empty()) continue;
    EXPECT_LE(set.initial[0]->origin.y, set.book.printed.pages.pages[set.book.first_page()].body.bottom()) << lines;
  }
}

TEST(FirstLetters, CodeAndPicturesHaveNone) {
  EXPECT_THAT(Set("`Once`" + long_text).initial, IsEmpty());
  EXPECT_THAT(Set("Once" + long_text, three_lines + " p::before { content: 'Now: ' }").initial, IsEmpty());
}

TEST(FirstLetters, ComeFirstOrNotAtAll) {
  const std::string every = "section.chapter p::first-letter { initial-letter: 3 }";
  EXPECT_THAT(Set("\u2026 and *so* they came" + long_text, every).initial, IsEmpty());
  EXPECT_EQ(Set("\u201C*So* they came" + long_text, every).initial.size(), 2u);
}

TEST(FirstLetters, KeepTheCaseOfTheirWords) {
  const std::string css = three_lines + " p { text-transform: uppercase }";
  EXPECT_THAT(Set("\uFB01rst" + long_text, css).text(), StartsWith("FIRST UPON"));
  EXPECT_THAT(Set("\u0149n" + long_text, css).text(), StartsWith("\u02BCNN UPON"));
  EXPECT_THAT(Set("\u2026 and *so*" + long_text, css).text(), StartsWith("\u2026 AND SO UPON"));
}

TEST(FirstLetters, DrawNothingFarAwayByTheirMargins) {
  for (const std::string margin : {"-5000pt", "150pt", "5000pt"}) {
    const Set set("Once" + long_text, three_lines + " section.chapter > h1 + p::first-letter { margin-right: " + margin + " }");
    EXPECT_THAT(set.text(), testing::EndsWith("in many years.")) << margin;
    const float left = set.words.front()->origin.x;
    for (const GlyphRun* run : set.words) EXPECT_GT(run->origin.x, left - 30) << margin;
  }
}

TEST(FirstLetters, MayBeSetApartWithoutBeingDropped) {
  const Set set("Once" + long_text, "h1 + p::first-letter { font-weight: 600; color: #800000 }");
  EXPECT_THAT(set.initial, IsEmpty());
  EXPECT_EQ(set.words[0]->text, "O");
  EXPECT_GT(set.words[0]->color.red, 0.4f);
  EXPECT_THAT(set.text(), StartsWith("Once upon"));
}

TEST(FirstLetters, OfABlockAreThoseOfItsFirst) {
  const Set set("> Once" + long_text + "\n>\n> Twice.", "blockquote::first-letter { color: #800000 }");
  EXPECT_EQ(set.words[0]->text, "O");
  EXPECT_THAT(set.book.lines(set.book.first_page()), Contains("Twice."));
}

}  // namespace
}  // namespace octavo::pages
