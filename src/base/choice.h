#pragma once
// One of several kinds of value, as std::variant, for lists of very many: what is large lies in a place of its own, so that the small
// ones, which are most, stand close together.
#include <cassert>
#include <concepts>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <variant>

namespace octavo::base {

// A value that lies elsewhere, and is copied with whoever holds it. Whose value was moved away can only be given another.
template <class Value>
class Boxed {
 public:
  Boxed(Value value) : at_(std::make_unique<Value>(std::move(value))) {}
  Boxed(const Boxed& other) : at_(std::make_unique<Value>(*other)) {}
  Boxed(Boxed&&) noexcept = default;
  Boxed& operator=(Boxed other) noexcept {
    at_ = std::move(other.at_);
    return *this;
  }
  Value& operator*() {
    assert(at_);
    return *at_;
  }
  const Value& operator*() const {
    assert(at_);
    return *at_;
  }

 private:
  std::unique_ptr<Value> at_;
};

// What was moved away, if it was large, can neither be asked for nor copied: std::variant would leave something empty.
template <class... Kinds>
class Choice {
  static constexpr std::size_t longest = 32;  // bytes: a string, and a list and a word about it
  template <class Kind>
  static constexpr bool is_boxed = sizeof(Kind) > longest;
  template <class Kind>
  using Stored = std::conditional_t<is_boxed<Kind>, Boxed<Kind>, Kind>;
  template <class Kind>
  static constexpr bool is_kind = (std::same_as<Kind, Kinds> || ...);

 public:
  Choice() = default;  // the first kind
  template <class Kind>
    requires is_kind<Kind>
  Choice(Kind value) : stored_(std::in_place_type<Stored<Kind>>, std::move(value)) {}

  // As the functions of std::variant.
  template <class Kind>
    requires is_kind<Kind>
  friend Kind* get_if(Choice* one) {
    auto* stored = std::get_if<Stored<Kind>>(&one->stored_);
    return stored ? &open(*stored) : nullptr;
  }
  template <class Kind>
    requires is_kind<Kind>
  friend const Kind* get_if(const Choice* one) {
    const auto* stored = std::get_if<Stored<Kind>>(&one->stored_);
    return stored ? &open(*stored) : nullptr;
  }
  template <class Kind>
    requires is_kind<Kind>
  friend Kind& get(Choice& one) { return open(std::get<Stored<Kind>>(one.stored_)); }
  template <class Kind>
    requires is_kind<Kind>
  friend const Kind& get(const Choice& one) { return open(std::get<Stored<Kind>>(one.stored_)); }
  template <class Kind>
    requires is_kind<Kind>
  friend bool holds_alternative(const Choice& one) { return std::holds_alternative<Stored<Kind>>(one.stored_); }
  template <class Function>
  friend decltype(auto) visit(Function&& function, Choice& one) {
    return std::visit([&](auto& stored) -> decltype(auto) { return function(open(stored)); }, one.stored_);
  }
  template <class Function>
  friend decltype(auto) visit(Function&& function, const Choice& one) {
    return std::visit([&](const auto& stored) -> decltype(auto) { return function(open(stored)); }, one.stored_);
  }

 private:
  template <class Kind>
  static Kind& open(Kind& stored) { return stored; }
  template <class Kind>
  static const Kind& open(const Kind& stored) { return stored; }
  template <class Kind>
  static Kind& open(Boxed<Kind>& stored) { return *stored; }
  template <class Kind>
  static const Kind& open(const Boxed<Kind>& stored) { return *stored; }

  std::variant<Stored<Kinds>...> stored_;
};

}  // namespace octavo::base
