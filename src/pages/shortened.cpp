#include "pages/shortened.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace octavo::pages {
namespace {

constexpr std::size_t most_letters = 1'000;  // no line of any page holds more
constexpr std::size_t most_bytes = 8 * most_letters;  // of a title that is tried whole: letters may carry marks

}  // namespace

std::string shortened(const std::string& title, const std::function<bool(const std::string&)>& fits) {
  if (title.size() <= most_bytes && fits(title)) return title;
  std::u32string letters = base::code_points(std::string_view(title).substr(0, most_bytes));
  letters.resize(std::min(letters.size(), most_letters));
  std::vector<std::size_t> ends;  // where it may be cut, shortest first
  for (std::size_t end = 1; end < letters.size(); ++end) {
    const bool in_first_word = ends.size() + 1 == end && letters[end - 1] != U' ';
    if (letters[end] == U' ' || in_first_word) ends.push_back(end);
  }
  if (ends.empty()) return title;
  const auto cut = [&](std::size_t end) { return base::encoded(letters.substr(0, end)) + "\u2026"; };
  const auto too_long = std::partition_point(ends.begin() + 1, ends.end(), [&](std::size_t end) { return fits(cut(end)); });
  return cut(*(too_long - 1));
}

}  // namespace octavo::pages
