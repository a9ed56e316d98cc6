#pragma once
// Typed indices instead of pointers: a value that holds ids can be copied, compared and dumped as text.
#include <compare>
#include <cstdint>
#include <functional>

namespace octavo::base {

template <class Tag>
struct Id {
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
  std::uint32_t value = nowhere;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  constexpr explicit operator bool() const { return value != nowhere; }
  constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace octavo::base

template <class Tag>
struct std::hash<octavo::base::Id<Tag>> {
  std::size_t operator()(octavo::base::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
