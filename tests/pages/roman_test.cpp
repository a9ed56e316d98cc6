#include "pages/roman.h"

#include <gtest/gtest.h>

namespace octavo::pages {
namespace {

TEST(roman, numerals) {
  const std::pair<std::size_t, const char*> cases[] = {{1, "i"},     {4, "iv"},   {9, "ix"},     {14, "xiv"},
                                                       {40, "xl"},   {90, "xc"},  {400, "cd"},   {1987, "mcmlxxxvii"},
                                                       {2026, "mmxxvi"}};
  for (const auto& [number, text] : cases) EXPECT_EQ(roman(number), text);
}

}  // namespace
}  // namespace octavo::pages
