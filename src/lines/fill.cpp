#include "lines/fill.h"

#include <cmath>

namespace octavo::lines {
namespace {

constexpr double pitch_in_ems = 0.6;
constexpr double margin_in_ems = 0.3;  // between the dots and the words beside them

}  // namespace

void set_leaders(const Shaping& shaping, const Placement& placement, const Fragment& fill, double measure,
                 Line& line) {
  const auto& paragraph = *shaping.paragraph;
  const auto& piece = std::get<Fill>(paragraph.pieces[shaping.collected.objects[fill.atom->object].piece]);
  const auto& style = paragraph.styles[piece.style];
  if (!piece.leaders || style.size <= 0) return;
  const auto& dot = shaping.fonts->shape(style.font, ".", style.language);
  if (dot.runs.empty() || dot.runs.front().glyphs.empty()) return;
  const auto pitch = pitch_in_ems * style.size;
  const auto width = static_cast<double>(dot.width) * style.size;
  const auto is_first = &fill == &placement.fragments[placement.from_left(0)];
  const auto is_last = &fill == &placement.fragments[placement.from_left(placement.fragments.size() - 1)];
  const auto left = fill.x + (is_first ? 0 : margin_in_ems * style.size);
  const auto right = fill.x + fill.width - (is_last ? 0 : margin_in_ems * style.size);
  // Dots end at measure - k * pitch; a thousandth of a point forgives the sums before.
  const auto nearest = std::ceil((measure - right) / pitch - 0.001);
  const auto farthest = std::floor((measure - left - width) / pitch + 0.001);
  if (!(nearest <= farthest)) return;
  const auto count = static_cast<std::size_t>(farthest - nearest) + 1;

  PlacedRun run;
  run.face = dot.runs.front().face;
  run.size = style.size;
  run.color = style.color;
  run.rise = style.rise;
  run.tag = piece.tag;
  run.x = static_cast<float>(measure - farthest * pitch - width);
  run.width = static_cast<float>(static_cast<double>(count) * pitch);
  auto glyph = dot.runs.front().glyphs.front();
  glyph.advance = static_cast<float>(pitch_in_ems);
  run.glyphs = shaping.fonts->keep(std::vector(count, glyph));
  line.runs.push_back(std::move(run));
}

}  // namespace octavo::lines
