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
