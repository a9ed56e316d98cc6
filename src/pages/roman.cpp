#include "pages/roman.h"

#include <string_view>
#include <utility>

namespace octavo::pages {

std::string roman(std::size_t number) {
  constexpr std::pair<std::size_t, std::string_view> steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                                                                {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                                                                {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string text;
  for (const auto& [value, letters] : steps)
    for (; number >= value; number -= value) text += letters;
  return text;
}

}  // namespace octavo::pages
