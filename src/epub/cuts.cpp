#include "epub/cuts.h"

namespace octavo::epub {

std::vector<std::size_t> cuts(std::span<const Unit> units, std::size_t most) {
  std::vector<std::size_t> found;
  std::size_t begin = 0, bytes = 0;
  for (std::size_t at = 0; at < units.size(); ++at) {
    bytes += units[at].bytes;
    if (bytes <= most || at == begin) continue;
    // The best place that leaves a file at least a third full, the later of two as good; else the last there is.
    std::size_t cut = at, before = 0;
    bool is_found = false;
    for (std::size_t place = begin + 1; place <= at; ++place) {
      before += units[place - 1].bytes;
      if (before < most / 3 || (is_found && units[place].rank > units[cut].rank)) continue;
      cut = place;
      is_found = true;
    }
    found.push_back(cut);
    begin = cut;
    bytes = 0;
    at = cut - 1;  // go on with the first unit of the new file
  }
  return found;
}

}  // namespace octavo::epub
