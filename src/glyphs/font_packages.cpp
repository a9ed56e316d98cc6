#include "glyphs/font_packages.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace octavo::glyphs {
namespace {

struct Package {
  std::string_view name, family;  // one that no other package has
};
constexpr Package core{"fonts-noto-core", "Noto Sans Symbols2"}, cjk{"fonts-noto-cjk", "Noto Sans CJK SC"}, symbola{"fonts-symbola", "Symbola"},
    unifont{"fonts-unifont", "Unifont"}, hanazono{"fonts-hanazono", "HanaMinA"}, babelstone{"fonts-babelstone-han", "BabelStone Han"};

// Unifont is drawn on a grid of squares, but has nearly all of the first two planes, so it is the last to be named.
constexpr std::array for_writing{core, unifont};
constexpr std::array for_symbols{symbola, core, unifont};
constexpr std::array for_east_asia{cjk, babelstone, unifont};
constexpr std::array for_rare_ideographs{cjk, hanazono, babelstone};  // Hanazono: extensions B to F whole
constexpr std::array for_rarest_ideographs{babelstone};               // extension G, two thirds of it
constexpr std::array for_new_writing{unifont};

struct Range {
  char32_t first, last;
  std::span<const Package> packages;
};

// By Unicode's blocks, from what the packages of Debian 12 hold; what lies between is for_writing. Writing that came into Unicode after
// Noto's fonts of 2020 is in Unifont alone.
constexpr Range ranges[] = {
    {0x0870, 0x089F, for_new_writing},  {0x1100, 0x11FF, for_east_asia},     {0x2190, 0x2BFF, for_symbols},
    {0x2E80, 0x2FFF, for_east_asia},    {0x3000, 0x4DBF, for_east_asia},     {0x4DC0, 0x4DFF, for_symbols},
    {0x4E00, 0x9FFF, for_east_asia},    {0xA960, 0xA97F, for_east_asia},     {0xAC00, 0xD7FF, for_east_asia},
    {0xF900, 0xFAFF, for_east_asia},    {0xFE10, 0xFE1F, for_east_asia},     {0xFE30, 0xFE6F, for_east_asia},
    {0xFF00, 0xFFEF, for_east_asia},    {0x10570, 0x105BF, for_new_writing}, {0x10780, 0x107BF, for_new_writing},
    {0x10F70, 0x10FDF, for_new_writing}, {0x11900, 0x119FF, for_new_writing}, {0x11AB0, 0x11ABF, for_new_writing},
    {0x11EE0, 0x11F5F, for_new_writing}, {0x12F90, 0x12FFF, for_new_writing}, {0x16A70, 0x16ACF, for_new_writing},
    {0x18B00, 0x18CFF, for_new_writing}, {0x1AFF0, 0x1B16F, for_east_asia},   {0x1CF00, 0x1CFCF, for_new_writing},
    {0x1D000, 0x1D7FF, for_symbols},    {0x1DF00, 0x1DFFF, for_new_writing}, {0x1E290, 0x1E2BF, for_new_writing},
    {0x1E7E0, 0x1E7FF, for_new_writing}, {0x1ED00, 0x1ED4F, for_new_writing}, {0x1F000, 0x1FBFF, for_symbols},
    {0x20000, 0x2FFFF, for_rare_ideographs}, {0x30000, 0x3FFFF, for_rarest_ideographs},
};

std::span<const Package> packages_of(char32_t character) {
  const auto range = std::ranges::lower_bound(ranges, character, {}, &Range::last);
  return range != std::end(ranges) && range->first <= character ? range->packages : std::span<const Package>(for_writing);
}

}  // namespace

std::vector<std::string_view> packages_with(char32_t character, const std::function<bool(std::string_view)>& has_family) {
  const auto type = u_charType(static_cast<UChar32>(character));
  if (type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED || type == U_SURROGATE) return {};
  std::vector<std::string_view> names;
  for (const Package& package : packages_of(character))
    if (!has_family(package.family)) names.push_back(package.name);
  return names;
}

}  // namespace octavo::glyphs
