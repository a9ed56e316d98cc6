#pragma once
// A list of names that is never changed, so that copies share it: the families of fonts, which every style takes over from the one
// around it.
#include <compare>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace octavo::base {

class Names {
 public:
  Names() = default;
  Names(std::initializer_list<std::string> names) : Names(std::vector<std::string>(names)) {}
  Names(std::vector<std::string> names) : names_(std::make_shared<const std::vector<std::string>>(std::move(names))) {}

  auto begin() const { return all().begin(); }
  auto end() const { return all().end(); }
  bool empty() const { return all().empty(); }
  std::size_t size() const { return all().size(); }
  const std::string& operator[](std::size_t index) const { return all()[index]; }

  friend bool operator==(const Names& left, const Names& right) {
    return left.names_ == right.names_ || left.all() == right.all();
  }
  friend std::strong_ordering operator<=>(const Names& left, const Names& right) {
    return left.names_ == right.names_ ? std::strong_ordering::equal : left.all() <=> right.all();
  }

 private:
  const std::vector<std::string>& all() const {
    static const std::vector<std::string> none;
    return names_ ? *names_ : none;
  }

  std::shared_ptr<const std::vector<std::string>> names_;  // null: none
};

}  // namespace octavo::base
