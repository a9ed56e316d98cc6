#include <gtest/gtest.h>

#include "book/book.h"

using namespace octavo::book;

TEST(Metadata, JoinsTheNamesOfAuthorsAndOfNoOneElse) {
  Metadata facts;
  EXPECT_EQ(facts.authors(), "");
  facts.contributors = {{"Ada", "", "aut"}, {"Eve", "", "edt"}};
  EXPECT_EQ(facts.authors(), "Ada");
  facts.contributors.push_back({"Bob", "", "aut"});
  EXPECT_EQ(facts.authors(), "Ada and Bob");
  facts.contributors.push_back({"Cleo", "", "aut"});
  EXPECT_EQ(facts.authors(), "Ada, Bob and Cleo");
  facts.language = "de-AT";
  EXPECT_EQ(facts.authors(), "Ada, Bob und Cleo");
}

TEST(Metadata, SaysWhatTheOthersDidARoleALine) {
  Metadata facts;
  facts.contributors = {{"Pia", "", "pht"}, {"Ida", "", "ill"}, {"Ada", "", "aut"}, {"Eve", "", "edt"}, {"Bob", "", "edt"}};
  EXPECT_EQ(facts.credits(), (std::vector<std::string>{"Edited by Eve and Bob", "Illustrated by Ida", "Pia"}));
  facts.language = "it";
  EXPECT_EQ(facts.credits().front(), "A cura di Eve e Bob");
}

TEST(Metadata, ClaimsARightOnlyWhereItIsKnownAndNotGivenUp) {
  Metadata facts{.publisher = "House", .date = "1843-08"};
  EXPECT_EQ(facts.copyright(), "\u00A9\u00A01843 House");
  facts.contributors = {{"Ada", "", "aut"}};
  EXPECT_EQ(facts.copyright(), "\u00A9\u00A01843 Ada");
  for (const char* rights : {"Copyright Ada", "\u00A9 1843 Ada", "(C) Ada", "Public Domain", "CC0 1.0", "gemeinfrei"}) {
    facts.rights = rights;
    EXPECT_EQ(facts.copyright(), "") << rights;
  }
  facts.rights = "CC BY 4.0";
  EXPECT_NE(facts.copyright(), "");
  facts.date = "";
  EXPECT_EQ(facts.copyright(), "");
}
