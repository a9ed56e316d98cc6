#pragma once
// Custom properties and var() (CSS Custom Properties 1).
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "style/tokens.h"

namespace octavo::style {

// The values an element sees, each with every var() in it replaced.
struct Variables {
  std::map<std::string, std::vector<Token>, std::less<>> values;
  friend bool operator==(const Variables&, const Variables&) = default;
};

using Declared = std::map<std::string_view, std::span<const Token>>;  // what won the cascade, by name

// What an element with these declarations sees. One that depends on itself, or is too long, is missing.
std::shared_ptr<const Variables> computed(const Declared& declared,
                                          const std::shared_ptr<const Variables>& inherited);

// The value with every var() replaced; nothing if one is missing and has no fallback. `variables` may be
// null.
std::optional<std::vector<Token>> substituted(std::span<const Token> value, const Variables* variables);

}  // namespace octavo::style
