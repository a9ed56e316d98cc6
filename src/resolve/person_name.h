#pragma once
// The parts of a person's name, as far as its words show them.
#include <string>
#include <string_view>

namespace octavo::resolve {

struct PersonName {
  std::string given;     // "Ludwig"; "" for who has one name
  std::string particle;  // "van", in small letters as written; a capitalised one belongs to the family name
  std::string family;    // "Beethoven"
  std::string suffix;    // "Jr."

  std::string in_order() const;  // "Ludwig van Beethoven"
  std::string inverted() const;  // "Beethoven, Ludwig van"
};

// Understands "Given Family" and "Family, Given".
PersonName person_name(std::string_view text);

// Whether one could be the other written shorter: the family names are alike and the given names agree as far
// as both go, an initial or a short form with the name it begins ("J. Bezos", "Bezos", "Jeff Bezos", "Jeffrey
// Bezos").
bool may_be_one_person(const PersonName& left, const PersonName& right);

}  // namespace octavo::resolve
