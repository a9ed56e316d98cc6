#include "lines/line_rules.h"

#include <gtest/gtest.h>
#include <unicode/ubrk.h>

#include <random>

#include "base/utf8.h"

namespace octavo::lines {
namespace {

// By ICU in one go.
std::vector<std::uint32_t> places_of_whole(const std::u32string& characters, const char* language) {
  std::u16string units;
  std::vector<std::uint32_t> bytes;  // before each unit
  std::uint32_t byte = 0;
  for (const char32_t c : characters) {
    units += static_cast<char16_t>(c);
    bytes.push_back(byte);
    byte += static_cast<std::uint32_t>(base::encoded({&c, 1}).size());
  }
  auto status = U_ZERO_ERROR;
  UBreakIterator* iterator =
      ubrk_open(UBRK_LINE, language, units.data(), static_cast<std::int32_t>(units.size()), &status);
  std::vector<std::uint32_t> places;
  for (auto at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
    if (static_cast<std::size_t>(at) < bytes.size()) places.push_back(bytes[static_cast<std::size_t>(at)]);
  ubrk_close(iterator);
  return places;
}

TEST(LineRules, ATextInPartsHasThePlacesOfTheWhole) {
  constexpr std::u32string_view characters =
      U"abcdeXYZ      aeiou    059.,;:!?'\"()[]{}-/$%&+=@#*_~\t\u00A0\u00AB\u00AD\u00BB\u00E9\u0301\u05D0\u200B\u200D"
      U"\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u2028\u2060\u20AC\u3042\u4E2D\u3002\u300C\uFFFC";
  std::mt19937 random(7);
  std::uniform_int_distribution<std::size_t> any(0, characters.size() - 1);
  LineRules rules;
  for (const char* language : {"en", "de", "fi", "fr", "ja", "zh", "he"})
    for (int round = 0; round < 3000; ++round) {
      std::u32string text;
      for (int i = 0; i < 30; ++i) text += characters[any(random)];
      ASSERT_EQ(rules.open().places(base::encoded(text), language), places_of_whole(text, language))
          << language << ": " << base::encoded(text);
    }
}

TEST(LineRules, NothingHasNoPlaces) {
  LineRules rules;
  EXPECT_TRUE(rules.open().places("", "en").empty());
  EXPECT_TRUE(rules.open().places("   ", "en").empty());
}

}  // namespace
}  // namespace octavo::lines
