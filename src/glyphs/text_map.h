#pragma once
// A cache by text. Values stay where they are for as long as the map lives; a look-up allocates nothing and,
// on a hit, reads one slot and one entry.
#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::glyphs {

template <class Value>
class TextMap {
 public:
  // The value kept for the text; made by `make()` if there is none yet. `make` must not use this map.
  template <class Make>
  const Value& find_or(std::string_view text, Make make) {
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
    if (const Value* found = find(text, hash)) return *found;
    entries_.push_back({std::string(text), hash, make()});
    if (entries_.size() * 2 > slots_.size()) {
      slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
      for (std::uint32_t at = 0; at < entries_.size(); ++at) put(entries_[at].hash, at);
    } else {
      put(hash, static_cast<std::uint32_t>(entries_.size() - 1));
    }
    return entries_.back().value;
  }

 private:
  static constexpr std::uint32_t empty = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t hash = 0, entry = empty;
  };
  struct Entry {
    std::string text;
    std::uint32_t hash;
    Value value;
  };

  const Value* find(std::string_view text, std::uint32_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].entry != empty; at = (at + 1) & mask)
      if (slots_[at].hash == hash)
        if (const Entry& entry = entries_[slots_[at].entry]; entry.text == text) return &entry.value;
    return nullptr;
  }

  void put(std::uint32_t hash, std::uint32_t entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != empty) at = (at + 1) & mask;
    slots_[at] = {hash, entry};
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::deque<Entry> entries_;
};

}  // namespace octavo::glyphs
