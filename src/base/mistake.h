#pragma once
// What octavo itself did wrong, found by a proof over what it made. No Failure: the machine is innocent, and whoever reads it should
// report it.
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

struct Mistake : std::logic_error {
  using std::logic_error::logic_error;
};

// Throws Mistake if there is a break: "the EPUB would be broken in 2 places: ...".
inline void require_whole(std::string_view what, const std::vector<std::string>& breaks) {
  constexpr std::size_t most_shown = 5;
  if (breaks.empty()) return;
  std::string message(what);
  message += " would be broken in " + std::to_string(breaks.size()) + (breaks.size() == 1 ? " place" : " places");
  for (std::size_t i = 0; i < breaks.size() && i < most_shown; ++i) message.append(i == 0 ? ": " : "; ").append(breaks[i]);
  throw Mistake(message);
}

}  // namespace octavo::base
