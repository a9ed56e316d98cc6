#pragma once
// Paper by name or by measure, and lengths as people write them.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace octavo::base {

struct Paper {
  std::string name;  // "a5"; "" of a size that has none
  Size size;         // points
  friend bool operator==(const Paper&, const Paper&) = default;
};

// ISO 216, the sheets of North America, the octavos of British publishers, and octavo's own. Upright.
struct NamedPaper {
  std::string_view name;
  float width, height;  // points
};
std::span<const NamedPaper> named_papers();
Paper paper(std::string_view name);  // of one of them

// What is in the drawer where a language is at home, by the region of its BCP 47 tag: letter in North America and where it came from there
// (CLDR, paperSize), else A4.
Paper paper_at_home(std::string_view language);

// "A5", "6x9in", "170 x 240 mm": a name in any case, or width and height in mm, cm, in or pt. Nothing for anything else, and for what
// is smaller than an inch or larger than a PDF's page (ISO 32000-1, annex C).
std::optional<Paper> read_paper(std::string_view written);
// The names that are nearest to what was written.
std::vector<std::string> nearest_papers(std::string_view written);

// "3mm", "0.125 in", "0": points, never negative.
std::optional<float> read_length(std::string_view written);

}  // namespace octavo::base
