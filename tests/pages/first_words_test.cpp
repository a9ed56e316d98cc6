#include "pages/first_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pages/laid.h"

namespace octavo::pages {
namespace {

const std::string prose = " went on for quite some time, as texts in books are wont to do, and came to two lines at the least, or to three of them.";

// What is set apart, before a bar.
std::string divided(const std::string& text) {
  const book::Inlines words = with_first_words({book::Inline{book::Text{text}, {}}});
  EXPECT_EQ(book::plain_text(words), text);
  const auto* passage = get_if<book::Passage>(&words.front().value);
  return passage ? book::plain_text(passage->content) : "";
}

TEST(FirstWords, AreAFew) {
  EXPECT_EQ(divided("It was a platform that" + prose), "It was a platform");
  EXPECT_EQ(divided("Incomprehensibilities" + prose), "Incomprehensibilities");
  EXPECT_EQ(divided("Gödel wußte ümmer" + prose), "Gödel wußte ümmer");
}

TEST(FirstWords, EndWithTheirClause) { EXPECT_EQ(divided("In a way, all of it" + prose), "In a way,"); }

TEST(FirstWords, AreNotThoseOfAShortParagraph) { EXPECT_EQ(divided("A short one that is no prose."), ""); }

TEST(FirstWords, StayBeforeALink) {
  const book::Inlines words = {book::Inline{book::Text{"See "}, {}}, book::Inline{book::Text{prose}, {}}};
  EXPECT_EQ(with_first_words(words).size(), 2u);
  EXPECT_EQ(with_first_words({}).size(), 0u);
}

// The glyphs that the first letters of the chapter came to.
std::vector<std::uint32_t> first_glyphs(const std::string& css) {
  const Laid book = laid({{"a.md", "# A\n\nsuch an apparatus" + prose + "\n"}}, css);
  std::vector<std::uint32_t> found;
  for (const Item& item : book.printed.pages.pages[book.first_page()].items)
    if (const auto* run = std::get_if<GlyphRun>(&item); run && run->text.starts_with("such"))
      for (std::size_t index = 0; index < 4; ++index) found.push_back(run->glyphs[index].id);
  return found;
}

TEST(FirstWords, AreSetInSmallCapitalsOfTheFontsOwn) {
  const std::string plain = ".first-words { font-variant-caps: normal; letter-spacing: 0 }";
  ASSERT_EQ(first_glyphs("").size(), 4u);
  EXPECT_NE(first_glyphs(""), first_glyphs(plain));
  // The italic has none: its letters stay as they are, and nothing is faked.
  const std::string italic = "p { font-style: italic }";
  ASSERT_EQ(first_glyphs(italic).size(), 4u);
  EXPECT_EQ(first_glyphs(italic), first_glyphs(italic + plain));
}

}  // namespace
}  // namespace octavo::pages
