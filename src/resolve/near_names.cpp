#include "resolve/near_names.h"

#include <algorithm>

#include "base/unicode.h"

namespace octavo::resolve {

namespace {

constexpr std::size_t longest_name = 120;  // bytes; nobody mistypes more
// Letters that more names share than this tell nothing apart, and following them would take quadratic time.
constexpr std::size_t most_with_letters = 64;
constexpr std::size_t most_compared = 8;
constexpr std::size_t most_shown = 3;

// Calls `on_three` for each three bytes in a row, ends included: "ab" has ^^a, ^ab, ab$, b$$.
template <class Function>
void each_three(std::string_view name, const Function& on_three) {
  if (name.size() > longest_name) return;
  std::uint32_t three = '^' << 8 | '^';
  const auto take = [&](char byte) { on_three(three = (three << 8 & 0xFFFFFF) | static_cast<unsigned char>(byte)); };
  for (const char byte : base::unmarked(name)) take(byte);
  take('$');
  take('$');
}

std::vector<std::uint32_t> letters_of(std::string_view name) {
  std::vector<std::uint32_t> result;
  each_three(name, [&](std::uint32_t three) { result.push_back(three); });
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char byte : base::unmarked(name)) {
    const bool in_word = (byte & 0x80) || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (in_word)
      words.back() += byte;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  std::sort(words.begin(), words.end());
  return words;
}

std::string joined_difference(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::vector<std::string> rest;
  std::set_difference(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(rest));
  std::string text;
  for (const std::string& word : rest) text += word;
  return text;
}

bool plausible(std::string_view name, std::string_view candidate) {
  const auto wanted = words_of(name);
  const auto given = words_of(candidate);
  const std::string only_wanted = joined_difference(wanted, given);
  const std::string only_given = joined_difference(given, wanted);
  if (only_wanted.empty()) return true;  // a part of the candidate, or all of it otherwise spelled
  // "AmazonBedrock" for "Amazon Bedrock" shares no word and yet every letter.
  return base::edit_distance(only_wanted, only_given) * 3 <= std::max(only_wanted.size(), only_given.size());
}

}  // namespace

NearNames::NearNames(std::vector<std::string> names) : names_(std::move(names)) {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    each_three(names_[i], [&, at = static_cast<std::uint32_t>(i)](std::uint32_t three) {
      auto& with = names_with_[three];
      if (with.size() <= most_with_letters && (with.empty() || with.back() != at)) with.push_back(at);
    });
  }
}

std::vector<std::string> NearNames::near(std::string_view name) const {
  const auto letters = letters_of(name);
  std::unordered_map<std::uint32_t, std::size_t> shared;
  for (const std::uint32_t three : letters) {
    const auto found = names_with_.find(three);
    if (found == names_with_.end() || found->second.size() > most_with_letters) continue;
    for (const std::uint32_t one : found->second) ++shared[one];
  }
  std::vector<std::pair<std::size_t, std::uint32_t>>
      ranked;  // how many letters it does not share, which name
  for (const auto& [one, count] : shared) ranked.emplace_back(letters.size() - count, one);
  const std::size_t compared = std::min(most_compared, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(compared), ranked.end());

  std::vector<std::string> candidates;
  for (std::size_t i = 0; i < compared; ++i) candidates.push_back(names_[ranked[i].second]);
  auto near = base::nearest(name, candidates, most_compared);
  std::erase_if(near, [&](const std::string& candidate) { return !plausible(name, candidate); });
  if (near.size() > most_shown) near.resize(most_shown);
  return near;
}

std::string did_you_mean(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += i == 0 ? "; did you mean " : i + 1 == names.size() ? " or " : ", ";
    text += '"' + names[i] + '"';
  }
  if (!text.empty()) text += '?';
  return text;
}

}  // namespace octavo::resolve
