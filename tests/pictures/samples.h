#pragma once
// Small pictures of every kind, made by the libraries that read them in earnest.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/pictures.h"

namespace octavo::pictures {

// Four quarters: red and green above, blue and white below; `side` is even.
Pixels quarters(std::uint32_t side);

enum class JpegForm { plain, gray, progressive, cmyk, ycck, rgb };
struct JpegSample {
  JpegForm form = JpegForm::plain;
  int orientation = 0;  // 0 leaves EXIF out
  std::string profile = {};
  std::uint32_t times = 1;  // one below the other
};
// The quarters, 16 pixels wide and 8 high (each quarter 8 by 4).
std::string jpeg(const JpegSample& sample = {});

// Colour profiles: one with colours that no screen of sRGB shows, and sRGB's.
std::string wide_profile();
std::string screen_profile();
std::string gray_profile(double gamma);
std::string gray_inks_profile();  // of four inks, each of which takes a quarter of the lightness and has no colour

// The picture with one more chunk behind its header.
std::string with_chunk(std::string png, std::string_view type, std::string_view data);
std::string with_profile(std::string png, std::string_view profile);

struct GifSample {
  int width = 2, height = 2;  // of the screen
  int left = 0, top = 0;      // of the frame on it
  int frame_width = 2;
  bool is_interlaced = false;
  int transparent = -1;
  std::string pixels;  // of the frame: 0 black, 1 red, 2 green, 3 blue
};
std::string gif(const GifSample& sample);
// A second frame makes an animation of it.
std::string animated_gif();

std::string webp(const Pixels& pixels);

std::string svg(std::string_view attributes,
                std::string_view content = "<rect width='100%' height='100%' fill='red'/>");

// One of each kind, as a corpus to damage.
std::vector<std::string> one_of_each();

std::string pixel(const Pixels& pixels, std::uint32_t x,
                  std::uint32_t y);  // its colour in hex, with its opacity if it has one

}  // namespace octavo::pictures
