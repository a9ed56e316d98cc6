#include "command/paper_rules.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace octavo::command {
namespace {

constexpr std::array<std::string_view, 4> known_to_the_sheet = {"octavo", "a5", "a4", "letter"};

// Those of the octavo page of print.css, 140 x 216 mm, as shares of its sides.
constexpr float inside = 17 / 140.f, outside = 20 / 140.f, top = 19 / 216.f, bottom = 27 / 216.f;
constexpr float widest_measure = 112 * base::points_per_millimetre;  // 70 characters
// What running heads and folios need.
constexpr float least_top = 13 * base::points_per_millimetre, least_bottom = 16 * base::points_per_millimetre;

std::string length(float points) {
  char buffer[32];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, points, std::chars_format::fixed, 3).ptr};
}

std::string declaration(std::string_view name, float points) { return std::string(name) + ": " + length(points) + "pt; "; }

bool is_known(const base::Paper& paper) { return std::ranges::find(known_to_the_sheet, paper.name) != known_to_the_sheet.end(); }

std::string size(const base::Paper& paper) {
  return "size: " + length(paper.size.width) + "pt " + length(paper.size.height) + "pt; ";
}

}  // namespace

std::string rule_of_paper(const base::Paper& paper) {
  if (is_known(paper)) return {};
  const auto [width, height] = paper.size;
  const float sides = std::max(width * (inside + outside), width - widest_measure);
  const float of_inside = sides * inside / (inside + outside);
  // As tall as on an octavo page, or as much more as the sides have, but no poster stays bare.
  const auto tall = [&](float share, float proportion, float most) { return std::clamp(of_inside * proportion, height * share, height * most); };
  return "@page { " + size(paper) + declaration("margin-inside", of_inside) +
         declaration("margin-outside", sides - of_inside) + declaration("margin-top", std::max(tall(top, 19 / 17.f, 0.14f), least_top)) +
         declaration("margin-bottom", std::max(tall(bottom, 27 / 17.f, 0.2f), least_bottom)) + "}";
}

std::string rule_of_size(const base::Paper& paper) { return is_known(paper) ? "" : "@page { " + size(paper) + "}"; }

std::string rule_of_margins(const config::Print& print) {
  std::string said;
  const auto say = [&](std::string_view name, const std::optional<float>& points) {
    if (points) said += declaration(name, *points);
  };
  say("margin-inside", print.inside);
  say("margin-outside", print.outside);
  say("margin-top", print.top);
  say("margin-bottom", print.bottom);
  return said.empty() ? "" : "@page { " + said + "}";
}

}  // namespace octavo::command
