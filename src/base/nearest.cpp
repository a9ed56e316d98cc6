#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::base {

namespace {

// How often each letter occurs, in 64 drawers. An edit takes at most one letter away and adds at most one, so
// the distance is at least the greater of surplus and deficit: that spares most names the comparison.
class Bag {
 public:
  explicit Bag(std::u32string_view letters) {
    for (const char32_t letter : letters) ++counts_[letter % counts_.size()];
  }
  std::size_t least_distance(const Bag& other) const {
    std::size_t surplus = 0, deficit = 0;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] > other.counts_[i]) surplus += counts_[i] - other.counts_[i];
      if (counts_[i] < other.counts_[i]) deficit += other.counts_[i] - counts_[i];
    }
    return std::max(surplus, deficit);
  }

 private:
  std::array<std::uint8_t, 64> counts_ = {};  // names longer than 200 letters are never counted
};

// Optimal string alignment (Damerau 1964): insertions, deletions, replacements and swaps of neighbours. Stops
// as soon as the distance must exceed `limit`, and then returns something greater than it.
std::size_t distance(std::u32string_view left, std::u32string_view right, std::size_t limit) {
  const std::size_t difference =
      left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
  if (difference > limit) return difference;
  std::array<std::vector<std::size_t>, 3> rows;  // two above, one above, the current one
  for (auto& row : rows) row.resize(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) rows[1][j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    rows[2][0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = rows[1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      std::size_t best = std::min({rows[1][j] + 1, rows[2][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        best = std::min(best, rows[0][j - 2] + 1);
      }
      rows[2][j] = best;
      least = std::min(least, best);
    }
    if (least > limit) return least;
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
  return rows[1][right.size()];
}

// Whether the shorter text stands in the longer one from the beginning of a word on.
bool contains(std::u32string_view longer, std::u32string_view shorter) {
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  if (shorter.size() < 2) return false;
  for (std::size_t at = longer.find(shorter); at != longer.npos; at = longer.find(shorter, at + 1)) {
    if (at == 0 || !u_isalnum(static_cast<UChar32>(longer[at - 1]))) return true;
  }
  return false;
}

struct Near {
  bool only_contained;
  std::size_t distance;
  std::string_view name;
  auto operator<=>(const Near&) const = default;
};

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return distance(code_points(folded(left)), code_points(folded(right)), static_cast<std::size_t>(-1));
}

std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& names,
                                 std::size_t most) {
  // A name of thousands of letters is no slip of the pen, and comparing it would take quadratic time.
  constexpr std::size_t longest = 200;
  const std::u32string wanted = code_points(unmarked(name));
  if (wanted.empty() || wanted.size() > longest) return {};
  const Bag wanted_bag(wanted);
  std::vector<Near> found;
  for (const std::string& candidate : names) {
    if (candidate == name || candidate.size() > 4 * longest) continue;
    const std::u32string letters = code_points(unmarked(candidate));
    const std::size_t limit = std::max(wanted.size(), letters.size()) / 3;
    const std::size_t least = letters.size() > longest ? limit + 1 : wanted_bag.least_distance(Bag(letters));
    const std::size_t apart = least > limit ? least : distance(wanted, letters, limit);
    if (apart <= limit) {
      found.push_back({false, apart, candidate});
    } else if (contains(letters, wanted)) {
      const std::size_t longer = std::max(wanted.size(), letters.size());
      found.push_back({true, longer - std::min(wanted.size(), letters.size()), candidate});
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > most) found.resize(most);
  std::vector<std::string> result;
  for (const Near& near : found) result.emplace_back(near.name);
  return result;
}

}  // namespace octavo::base
