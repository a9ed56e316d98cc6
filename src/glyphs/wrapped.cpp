#include "glyphs/wrapped.h"

#include <algorithm>

#include "base/module.h"

namespace octavo::glyphs {
namespace {

// As the file has it: the same place in WOFF 1.0 (3) and WOFF 2.0 (4.1).
std::size_t size_within(std::string_view bytes) {
  std::size_t size = 0;
  for (const char byte : bytes.substr(std::min<std::size_t>(bytes.size(), 16), 4)) size = size << 8 | static_cast<unsigned char>(byte);
  return size;
}

}  // namespace

std::optional<std::string> unwrapped(std::string bytes) {
  if (!bytes.starts_with(of_woff) && !bytes.starts_with(of_woff2)) return bytes;
  if (size_within(bytes) > largest_font) return std::nullopt;
  return base::from_module<Unwrapper>("octavo-woff.so")->unwrapped(bytes);
}

}  // namespace octavo::glyphs
