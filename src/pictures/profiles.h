#pragma once
// Colours as a picture's profile (ICC.1) means them, to those of sRGB, which both books are in.
#include <cstddef>
#include <memory>
#include <string_view>

namespace octavo::pictures {

// How the bytes of a pixel stand: inks as much as there is of each, or (as Adobe writes them) as much light as each leaves.
enum class Channels { gray, gray_alpha, rgb, rgb_alpha, inks, inverted_inks };

class ToScreen {
 public:
  virtual ~ToScreen() = default;
  // Pixels of those channels to gray or RGB, with the opacity they had; `to` may be `from`.
  virtual void convert(const char* from, char* to, std::size_t pixels) const = 0;
};

// Null if nothing needs to be done: the profile is sRGB by another name, is broken, or is one for other channels than these.
std::unique_ptr<ToScreen> to_screen(std::string_view profile, Channels channels);

}  // namespace octavo::pictures
