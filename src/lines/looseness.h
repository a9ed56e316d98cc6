#pragma once
// Total fit with the number of lines given, for pages that would come out better if a paragraph were a line longer or shorter.
#include <cstdint>
#include <span>
#include <vector>

#include "lines/break.h"

namespace octavo::lines {

struct Way {
  std::vector<std::uint32_t> breaks;  // as best_breaks gives them; empty if there is no such way
  double demerits = 0;
};

// The best ways into one line, two, and so on up to `most`, within the tolerance.
std::vector<Way> best_ways(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass, std::size_t most);

// What breaks cost that keep to the tolerance.
double demerits_of(std::span<const Breakpoint> points, std::span<const std::uint32_t> breaks, const Goal& goal,
                   const Pass& pass);

}  // namespace octavo::lines
