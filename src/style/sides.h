#pragma once
// What CSS says of the four sides of a box.
#include <array>
#include <optional>

#include "style/properties.h"

namespace octavo::style {

inline constexpr std::array<float Sides::*, 4> sides = {&Sides::top, &Sides::right, &Sides::bottom, &Sides::left};

// One to four values clockwise from the top; those missing are as opposite them.
template <class T, class Read>
std::optional<std::array<T, 4>> four(Values& values, Read read) {
  std::array<std::optional<T>, 4> given;
  for (auto& value : given)
    if (value = read(values); !value) break;
  if (!given[0]) return std::nullopt;
  if (!given[1]) given[1] = given[0];
  if (!given[2]) given[2] = given[0];
  if (!given[3]) given[3] = given[1];
  return std::array<T, 4>{*given[0], *given[1], *given[2], *given[3]};
}

}  // namespace octavo::style
