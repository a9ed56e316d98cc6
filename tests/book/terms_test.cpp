#include <gtest/gtest.h>

#include "book/book.h"

using namespace octavo::book;

TEST(Terms, AreThoseOfTheLanguageWhateverItsRegion) {
  EXPECT_EQ(terms("de").contents, "Inhalt");
  EXPECT_EQ(terms("de-CH").contents, "Inhalt");
  EXPECT_EQ(terms("fr_CA").conjunction, "et");
}

TEST(Terms, KnowALanguageTagByItsShortParts) {
  for (const auto* right : {"en", "deu", "pt-BR", "zh-Hant-TW", "de-1996", "sl-rozaj-biske"}) EXPECT_TRUE(is_language(right)) << right;
  for (const auto* wrong : {"", "-", "e", "english", "en_US", "en-", "-en", "en--US", "en-toolongtag", "\xC3\xA9n", "12"})
    EXPECT_FALSE(is_language(wrong)) << wrong;
}

TEST(Terms, TellWhatAnIndexPassesOver) {
  EXPECT_EQ(without_article("The Loss", "en"), "Loss");
  EXPECT_EQ(without_article("the", "en"), "the");
  EXPECT_EQ(without_article("Theory of Everything", "en"), "Theory of Everything");
  EXPECT_EQ(without_article("Die Verwandlung", "de"), "Verwandlung");
  EXPECT_EQ(without_article("Die Hard", "en"), "Die Hard");
}

TEST(Terms, TellWhatIsAPreface) {
  EXPECT_TRUE(is_preface("Preface", "en"));
  EXPECT_TRUE(is_preface("VORWORT", "de"));
  EXPECT_FALSE(is_preface("Preface to Lovelace", "en"));
  EXPECT_FALSE(is_preface("", "en"));
}

TEST(Terms, AreEnglishWhereTheLanguageIsUnknown) {
  EXPECT_EQ(terms("tlh").contents, "Contents");
  EXPECT_EQ(terms("").contents, "Contents");
}

TEST(Terms, AreAllThereInEveryLanguage) {
  for (const char* language : {"en", "de", "fr", "es", "it", "nl"}) {
    const Terms& words = terms(language);
    for (const auto word : {words.contents, words.key_players, words.index, words.notes, words.cover, words.title_page, words.figure,
                            words.listing, words.see, words.see_also, words.page, words.opposite, words.overleaf, words.chapter,
                            words.section, words.pages, words.landmarks, words.conjunction, words.edited_by, words.translated_by,
                            words.illustrated_by, words.volume, words.set_in, words.set_by, words.articles, words.prefaces})
      EXPECT_FALSE(word.empty()) << language;
  }
}
