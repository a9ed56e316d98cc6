#pragma once
// "Did you mean": the names of a large set that come near to one, without comparing it with all of them.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace octavo::resolve {

class NearNames {
 public:
  explicit NearNames(std::vector<std::string> names);

  // At most three, best first. Stricter than base::nearest: words that both names share prove nothing, the
  // others must be near to each other ("Daniela Amodei" is no slip for "Dario Amodei").
  std::vector<std::string> near(std::string_view name) const;

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> names_with_;  // by three letters in a row
};

// `; did you mean "A" or "B"?`, or "" without names.
std::string did_you_mean(const std::vector<std::string>& names);

}  // namespace octavo::resolve
