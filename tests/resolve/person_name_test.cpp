#include "resolve/person_name.h"

#include <gtest/gtest.h>

namespace octavo::resolve {
namespace {

TEST(PersonName, IsTurnedRound) {
  const std::pair<const char*, const char*> cases[] = {
      {"Ada Lovelace", "Lovelace, Ada"},
      {"Ludwig van Beethoven", "Beethoven, Ludwig van"},
      {"Ursula von der Leyen", "Leyen, Ursula von der"},
      {"Robert De Niro", "De Niro, Robert"},
      {"Ludwig Mies van der Rohe", "Rohe, Ludwig Mies van der"},
      {"Martin Luther King Jr.", "King, Martin Luther, Jr."},
      {"Sammy Davis, Jr.", "Davis, Sammy, Jr."},
      {"Lovelace, Ada", "Lovelace, Ada"},
      {"Beethoven, Ludwig van", "Beethoven, Ludwig van"},
      {"Madonna", "Madonna"},
      {"Tim Berners-Lee", "Berners-Lee, Tim"},
      {"J. R. R. Tolkien", "Tolkien, J. R. R."},
      {"  Éva   Székely ", "Székely, Éva"},
      {"毛泽东", "毛泽东"},
      {"", ""},
      {",", ""},
  };
  for (const auto& [name, inverted] : cases) EXPECT_EQ(person_name(name).inverted(), inverted) << name;
}

TEST(PersonName, IsPutInOrder) {
  EXPECT_EQ(person_name("Lovelace, Ada").in_order(), "Ada Lovelace");
  EXPECT_EQ(person_name("Beethoven, Ludwig van").in_order(), "Ludwig van Beethoven");
  EXPECT_EQ(person_name("Sammy Davis, Jr.").in_order(), "Sammy Davis Jr.");
}

TEST(PersonName, MayBeOnePersonWhereNothingContradicts) {
  const auto alike = [](const char* left, const char* right) {
    return may_be_one_person(person_name(left), person_name(right));
  };
  EXPECT_TRUE(alike("J. Bezos", "Jeff Bezos"));
  EXPECT_TRUE(alike("Bezos", "Jeff Bezos"));
  EXPECT_TRUE(alike("Jeff Bezos", "Jeffrey P. Bezos"));
  EXPECT_TRUE(alike("J.K. Rowling", "Joanne Kathleen Rowling"));
  EXPECT_FALSE(alike("Dario Amodei", "Daniela Amodei"));
  EXPECT_FALSE(alike("Jeff Bezos", "Jeff Dean"));
  EXPECT_FALSE(alike("Martin King Sr.", "Martin King Jr."));
}

}  // namespace
}  // namespace octavo::resolve
