#include "pages/gives.h"

#include <algorithm>

namespace octavo::pages {

void Gives::offer(Give give) {
  if (size_ == most && gives_.back().price <= give.price) return;
  std::size_t place = size_ < most ? size_++ : most - 1;
  for (; place > 0 && gives_[place - 1].price > give.price; --place) gives_[place] = gives_[place - 1];
  gives_[place] = give;
}

double Gives::cost(std::size_t lines) const {
  double total = 0;
  for (std::size_t index = 0; index < lines; ++index) total += gives_[index].price * static_cast<double>(index + 1);
  return total;
}

std::vector<Give> Gives::cheapest(int lines) const {
  const std::size_t count = std::min(size_, static_cast<std::size_t>(std::max(lines, 0)));
  return {gives_.begin(), gives_.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace octavo::pages
