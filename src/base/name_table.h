#pragma once
// From a name to indices, for very many names.
#include <algorithm>
#include <compare>
#include <cstdint>
#include <functional>
#include <ranges>
#include <string_view>
#include <vector>

namespace octavo::base {

// Only hashes are kept, in one stretch of memory: whoever searches must look whether what is found is called so.
class NameTable {
 public:
  void add(std::string_view name, std::uint32_t index) { entries_.push_back({std::hash<std::string_view>{}(name), index}); }
  // Between the last name and the first search.
  void finish() {
    std::ranges::sort(entries_);
    const auto twins = std::ranges::unique(entries_);
    entries_.erase(twins.begin(), twins.end());
  }
  // The indices in their order, each once.
  auto find(std::string_view name) const {
    return std::ranges::equal_range(entries_, std::hash<std::string_view>{}(name), {}, &Entry::hash) |
           std::views::transform(&Entry::index);
  }

 private:
  struct Entry {
    std::size_t hash;
    std::uint32_t index;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries_;
};

}  // namespace octavo::base
