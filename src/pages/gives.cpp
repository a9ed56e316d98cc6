#include "pages/gives.h"

#include <algorithm>

namespace octavo::pages {
namespace {

constexpr std::size_t most = 6;  // no column needs more

}  // namespace

void Gives::offer(Give give) {
  const auto place = std::ranges::upper_bound(gives_, give.price, {}, &Give::price);
  if (place - gives_.begin() >= static_cast<std::ptrdiff_t>(most)) return;
  gives_.insert(place, give);
  if (gives_.size() > most) gives_.pop_back();
}

double Gives::cost(std::size_t lines) const {
  double total = 0;
  for (std::size_t index = 0; index < lines; ++index) total += gives_[index].price * static_cast<double>(index + 1);
  return total;
}

std::vector<Give> Gives::cheapest(int lines) const {
  const std::size_t count = std::min(gives_.size(), static_cast<std::size_t>(std::max(lines, 0)));
  return {gives_.begin(), gives_.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace octavo::pages
