#pragma once
// A cache by text. Values stay where they are for as long as the map lives; a look-up allocates nothing and,
// on a hit, reads one slot and one entry.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::base {

// Made for short words, as std::hash is not.
inline std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size(), part = 0;
  const auto mix = [&] {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15;
    hash ^= hash >> 32;
  };
  for (; text.size() >= sizeof part; text.remove_prefix(sizeof part)) {
    std::memcpy(&part, text.data(), sizeof part);
    mix();
  }
  part = 0;
  for (const char byte : text) part = part << 8 | static_cast<unsigned char>(byte);
  mix();
  return static_cast<std::uint32_t>(hash);
}

template <class Value>
class TextMap {
 public:
  // The value kept for the text; made by `make()` if there is none yet. `make` must not use this map.
  template <class Make>
  const Value& find_or(std::string_view text, Make make) {
    const std::uint32_t hash = hash_of(text);
    if (const Value* found = find(text, hash)) return *found;
    const Entry& entry = entries_.emplace_back(std::string(text), make());
    if (entries_.size() * 3 > slots_.size() * 2) {
      std::vector<Slot> before(std::max<std::size_t>(64, slots_.size() * 2));
      before.swap(slots_);
      for (const Slot& slot : before)
        if (slot.number != 0) put(slot);
    }
    put({hash, static_cast<std::uint32_t>(entries_.size())});
    return entry.value;
  }

 private:
  struct Entry {
    std::string text;
    Value value;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // of the entry, counted from 1; 0 in an empty slot
  };

  const Value* find(std::string_view text, std::uint32_t hash) const {
    if (slots_.empty()) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].number != 0; at = (at + 1) & mask) {
      if (slots_[at].hash != hash) continue;
      if (const Entry& entry = entries_[slots_[at].number - 1]; entry.text == text) return &entry.value;
    }
    return nullptr;
  }

  void put(Slot slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }

  std::vector<Slot>
      slots_;  // a power of two, at most two thirds full: few and small, so that they stay near the processor
  std::deque<Entry> entries_;
};

}  // namespace octavo::base
