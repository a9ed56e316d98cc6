#include "base/paper.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/unicode.h"

namespace octavo::base {
namespace {

constexpr float mm = points_per_millimetre, inch = points_per_inch;
constexpr float smallest = inch, largest = 14400;

constexpr std::array<NamedPaper, 16> papers = {{{"octavo", 140 * mm, 216 * mm},
                                                {"a3", 297 * mm, 420 * mm},
                                                {"a4", 210 * mm, 297 * mm},
                                                {"a5", 148 * mm, 210 * mm},
                                                {"a6", 105 * mm, 148 * mm},
                                                {"b4", 250 * mm, 353 * mm},
                                                {"b5", 176 * mm, 250 * mm},
                                                {"b6", 125 * mm, 176 * mm},
                                                {"letter", 8.5f * inch, 11 * inch},
                                                {"legal", 8.5f * inch, 14 * inch},
                                                {"tabloid", 11 * inch, 17 * inch},
                                                {"a-format", 111 * mm, 178 * mm},
                                                {"b-format", 129 * mm, 198 * mm},
                                                {"demy", 138 * mm, 216 * mm},
                                                {"royal", 156 * mm, 234 * mm},
                                                {"crown-quarto", 189 * mm, 246 * mm}}};

struct Unit {
  std::string_view name;
  float points;
};
constexpr std::array<Unit, 4> units = {{{"mm", mm}, {"cm", 10 * mm}, {"in", inch}, {"pt", 1}}};

void skip_space(std::string_view& rest) {
  while (rest.starts_with(' ')) rest.remove_prefix(1);
}

// Takes a number off the head.
std::optional<float> number(std::string_view& rest) {
  skip_space(rest);
  float value = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, std::chars_format::fixed);
  if (error != std::errc() || !(value >= 0)) return {};
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  skip_space(rest);
  return value;
}

// Takes a unit off the head.
std::optional<float> unit(std::string_view& rest) {
  skip_space(rest);
  for (const auto& [name, points] : units) {
    if (!rest.starts_with(name)) continue;
    rest.remove_prefix(name.size());
    skip_space(rest);
    return points;
  }
  return {};
}

bool take_cross(std::string_view& rest) {
  for (const std::string_view cross : {"x", "\u00D7"}) {
    if (!rest.starts_with(cross)) continue;
    rest.remove_prefix(cross.size());
    return true;
  }
  return false;
}

bool is_same(float one, float other) { return std::abs(one - other) < 0.01f; }
bool is_on_paper(float side) { return side >= smallest && side <= largest; }

}  // namespace

std::span<const NamedPaper> named_papers() { return papers; }

Paper paper(std::string_view name) {
  const auto found = std::ranges::find(papers, name, &NamedPaper::name);
  return found == papers.end() ? Paper() : Paper{std::string(name), {found->width, found->height}};
}

Paper paper_at_home(std::string_view language) {
  constexpr std::string_view of_letter[] = {"US", "CA", "MX", "CL", "CO", "CR", "GT", "PA", "PH", "PR", "SV", "VE"};
  const std::string_view region = language.substr(language.rfind('-') + 1);  // all of a tag that has none
  return paper(std::ranges::find(of_letter, region) == std::end(of_letter) ? "a4" : "letter");
}

std::optional<Paper> read_paper(std::string_view written) {
  const std::string folded = base::folded(trimmed(written));
  if (auto known = paper(folded); !known.name.empty()) return known;
  std::string_view rest = folded;
  const auto width = number(rest);
  const auto of_width = unit(rest);  // "6in x 9in"
  const bool has_cross = take_cross(rest);
  const auto height = number(rest);
  const auto of_height = unit(rest);
  if (!width || !has_cross || !height || !of_height || !rest.empty()) return {};
  const Size size{*width * of_width.value_or(*of_height), *height * *of_height};
  if (!is_on_paper(size.width) || !is_on_paper(size.height)) return {};
  for (const auto& [name, named_width, named_height] : papers)
    if (is_same(size.width, named_width) && is_same(size.height, named_height)) return paper(name);
  return Paper{"", size};
}

std::vector<std::string> nearest_papers(std::string_view written) {
  std::vector<std::string> names;
  for (const auto& known : papers) names.emplace_back(known.name);
  return nearest(folded(written), names, 1);
}

std::optional<float> read_length(std::string_view written) {
  const std::string text = folded(trimmed(written));
  std::string_view rest = text;
  const auto value = number(rest);
  const auto points = unit(rest);
  if (!value || !rest.empty() || (!points && *value != 0)) return {};
  return std::min(*value * points.value_or(0), largest);
}

}  // namespace octavo::base
