#pragma once
// What has changed in a file, as `patch -p1` and `git apply` take it.
#include <string>
#include <string_view>

namespace octavo::command {

// A unified difference of two texts with equally many lines, in which words within lines have changed; "" if they are equal.
std::string difference(std::string_view path, std::string_view before, std::string_view after);

}  // namespace octavo::command
