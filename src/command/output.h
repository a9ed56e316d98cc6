#pragma once
// A file that comes out.
#include <cstddef>
#include <string>

namespace octavo::command {

struct Output {
  std::string path;
  std::string bytes;
  std::size_t pages = 0;  // 0 where a book has none of its own
};

}  // namespace octavo::command
