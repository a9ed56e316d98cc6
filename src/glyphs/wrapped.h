#pragma once
// Font files as the web has them, to the tables within. What unpacks them is a module of its own, woff.cpp, for few books bring such files.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace octavo::glyphs {

inline constexpr std::string_view of_woff = "wOFF", of_woff2 = "wOF2";  // how they begin
inline constexpr std::size_t largest_font = 128'000'000;          // bytes, without the wrapping; those of East Asia have up to thirty million

class Unwrapper {
 public:
  virtual ~Unwrapper() = default;
  // Nothing if the file, which begins as one of the two, is damaged.
  virtual std::optional<std::string> unwrapped(const std::string& bytes) = 0;
};

// What is not wrapped comes back as it is; nothing if what is wrapped is damaged, or larger than any font of a book. Throws Failure if the
// module is not there.
std::optional<std::string> unwrapped(std::string bytes);

}  // namespace octavo::glyphs
