#pragma once
// Where Unicode lets a line end (UAX 14), by ICU. In: a text and its language. Out: the places inside it.
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lines/lines.h"

namespace octavo::lines {

struct LineRules::Open {
  Open();
  ~Open();
  // Bytes, ascending; neither the beginning nor the end.
  std::vector<std::uint32_t> places(std::string_view text, const std::string& language);

 private:
  class Rules;  // of a language
  std::map<std::string, std::unique_ptr<Rules>> by_language_;
};

}  // namespace octavo::lines
