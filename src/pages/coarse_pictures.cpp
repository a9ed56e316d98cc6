#include "pages/coarse_pictures.h"

#include <cmath>
#include <string_view>
#include <unordered_map>

#include "base/coarseness.h"

namespace octavo::pages {
namespace {

using base::fewest_dots;
constexpr float css_pixels_per_inch = 96;

std::string rounded(float value) { return std::to_string(std::lround(value)); }

}  // namespace

void report_coarse_pictures(const book::Book& book, const Pages& pages, diagnostics::Sink& sink) {
  std::unordered_map<std::string_view, std::size_t> assets;
  for (std::size_t i = 0; i < book.assets.size(); ++i) assets.emplace(book.assets[i].path, i);
  std::vector<base::Span> places;
  for (const PictureSource& source : pages.pictures) {
    const auto asset = assets.find(source.path);
    if (asset == assets.end() || source.kind == book::AssetKind::svg) continue;
    const float pixels = book.assets[asset->second].width, inches = source.width / base::points_per_inch;
    if (!base::is_coarse(pixels, source.width)) continue;
    if (places.empty()) places = book::first_showings(book);
    const std::string needed = rounded(std::ceil(fewest_dots * inches)), fitting = rounded(std::floor(pixels / fewest_dots * css_pixels_per_inch));
    sink.report({diagnostics::Rule::image_too_coarse, places[asset->second],
                 "\"" + source.path + "\" has " + rounded(pixels / inches) + " pixels to the inch where it is widest in print, and its dots can be seen; save it " +
                     needed + " pixels wide (it has " + rounded(pixels) + "), or show it no wider than " + fitting,
                 "", {}, source.path});
  }
}

}  // namespace octavo::pages
