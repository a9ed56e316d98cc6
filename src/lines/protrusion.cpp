#include "lines/protrusion.h"

#include <array>
#include <string_view>

namespace octavo::lines {
namespace {

constexpr float least_of_marks = 0.2f;  // what hangs by less is a letter, or like one

struct Hang {
  std::u32string_view characters;
  float share = 0;
};

constexpr Hang at_start[] = {
    {U"\"'\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A\u00AB\u00BB", 0.6f},
    {U"\u2013\u2014", 0.3f},
    {U"([{*", 0.08f},
    {U"TVWY1", 0.06f},
    {U"AXvwy47", 0.05f},
};

constexpr Hang at_end[] = {
    {U".,", 0.7f},
    {U"\"'\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A\u00AB\u00BB-\u2010\u2011", 0.6f},
    {U":;", 0.4f},
    {U"\u2013\u2014", 0.3f},
    {U"\u2026", 0.2f},
    {U"!?", 0.12f},
    {U")]}*", 0.08f},
    {U"FPTVWYr17", 0.06f},
    {U"AKLXfkvwxy4", 0.05f},
};

// Nearly everything that stands at an edge is found here.
using Ascii = std::array<float, 128>;

template <class Hangs>
constexpr Ascii ascii_of(const Hangs& hangs) {
  Ascii shares{};
  for (const auto& hang : hangs)
    for (const auto character : hang.characters)
      if (character < shares.size()) shares[character] = hang.share;
  return shares;
}

constexpr Ascii ascii_at_start = ascii_of(at_start), ascii_at_end = ascii_of(at_end);

template <class Hangs>
float share_of(char32_t code_point, Hanging hanging, const Ascii& ascii, const Hangs& hangs) {
  if (code_point < ascii.size())
    return hanging == Hanging::letters_too || ascii[code_point] >= least_of_marks ? ascii[code_point] : 0;
  if (code_point < 0xAB || code_point > 0x203A) return 0;  // none of them
  for (const auto& hang : hangs)
    if (hang.characters.find(code_point) != hang.characters.npos) return hang.share;
  return 0;
}

}  // namespace

float hang_at_start(char32_t code_point, Hanging hanging) { return share_of(code_point, hanging, ascii_at_start, at_start); }

float hang_at_end(char32_t code_point, Hanging hanging) { return share_of(code_point, hanging, ascii_at_end, at_end); }

}  // namespace octavo::lines
