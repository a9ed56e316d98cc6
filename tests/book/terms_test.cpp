#include <gtest/gtest.h>

#include "book/book.h"

using namespace octavo::book;

TEST(Terms, AreThoseOfTheLanguageWhateverItsRegion) {
  EXPECT_EQ(terms("de").contents, "Inhalt");
  EXPECT_EQ(terms("de-CH").contents, "Inhalt");
  EXPECT_EQ(terms("fr_CA").conjunction, "et");
}

TEST(Terms, AreEnglishWhereTheLanguageIsUnknown) {
  EXPECT_EQ(terms("tlh").contents, "Contents");
  EXPECT_EQ(terms("").contents, "Contents");
}
