#pragma once
// A list of names that is never changed, so that copies share it: the families of fonts, which every style takes over from the one
// around it.
#include <compare>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace octavo::base {

class Names {
 public:
  Names() : Names(std::vector<std::string>{}) {}
  Names(std::initializer_list<std::string> names) : Names(std::vector<std::string>(names)) {}
  Names(std::vector<std::string> names) : names_(std::make_shared<const std::vector<std::string>>(std::move(names))) {}

  auto begin() const { return names_->begin(); }
  auto end() const { return names_->end(); }

  friend bool operator==(const Names& left, const Names& right) {
    return left.names_ == right.names_ || *left.names_ == *right.names_;
  }
  friend std::strong_ordering operator<=>(const Names& left, const Names& right) {
    return left.names_ == right.names_ ? std::strong_ordering::equal : *left.names_ <=> *right.names_;
  }

 private:
  std::shared_ptr<const std::vector<std::string>> names_;
};

}  // namespace octavo::base
