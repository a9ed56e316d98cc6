#include "sheets/canvas.h"

#include <algorithm>
#include <cmath>

namespace octavo::sheets {
namespace {

// How much of the dot from `at` to `at + 1` lies between two places.
float share(float from, float to, float at) { return std::clamp(std::min(to, at + 1) - std::max(from, at), 0.f, 1.f); }

std::uint32_t first_dot(float at, std::uint32_t end) { return static_cast<std::uint32_t>(std::clamp(std::floor(at), 0.f, static_cast<float>(end))); }
std::uint32_t last_dot(float at, std::uint32_t end) { return static_cast<std::uint32_t>(std::clamp(std::ceil(at), 0.f, static_cast<float>(end))); }

}  // namespace

Canvas::Canvas(std::uint32_t width, std::uint32_t height) : width_(width), height_(height), dots_(std::size_t{3} * width * height, '\xFF') {}

void Canvas::mix(std::size_t dot, base::Color color, float share) {
  const float channels[] = {color.red, color.green, color.blue};
  for (std::size_t i = 0; i < 3; ++i) {
    char& byte = dots_[3 * dot + i];
    const float before = static_cast<unsigned char>(byte);
    byte = static_cast<char>(std::lround(before + (255 * channels[i] - before) * share));
  }
}

void Canvas::fill(const base::Rect& area, base::Color color) {
  for (std::uint32_t y = first_dot(area.y, height_); y < last_dot(area.bottom(), height_); ++y) {
    const float of_row = share(area.y, area.bottom(), static_cast<float>(y));
    for (std::uint32_t x = first_dot(area.x, width_); x < last_dot(area.right(), width_); ++x)
      mix(std::size_t{y} * width_ + x, color, of_row * share(area.x, area.right(), static_cast<float>(x)));
  }
}

// Row by row of dots, each as long as the outline is in its middle.
void Canvas::fill(const base::Rect& area, base::Color color, float above, float below) {
  for (std::uint32_t row = first_dot(area.y, height_); row < last_dot(area.bottom(), height_); ++row) {
    const float top = std::max(static_cast<float>(row), area.y), bottom = std::min(static_cast<float>(row) + 1, area.bottom());
    const float middle = (top + bottom) / 2;
    const bool is_above = middle < area.y + above;
    const float radius = is_above ? above : below;
    const float into = is_above ? area.y + above - middle : middle - (area.bottom() - below);
    const float lost = into > 0 ? radius - std::sqrt(std::max(radius * radius - into * into, 0.f)) : 0;
    fill({area.x + lost, top, area.width - 2 * lost, bottom - top}, color);
  }
}

// Each dot is the mean of what lies under it.
void Canvas::draw(const pictures::Pixels& picture, const base::Rect& area) {
  if (!(area.width > 0 && area.height > 0)) return;
  const float across = static_cast<float>(picture.width) / area.width, down = static_cast<float>(picture.height) / area.height;
  const std::size_t channels = picture.gray ? 1 : 3;
  for (std::uint32_t y = first_dot(area.y, height_); y < last_dot(area.bottom(), height_); ++y) {
    const std::uint32_t top = first_dot((static_cast<float>(y) - area.y) * down, picture.height - 1);
    const std::uint32_t bottom = std::max(first_dot((static_cast<float>(y) + 1 - area.y) * down, picture.height), top + 1);
    for (std::uint32_t x = first_dot(area.x, width_); x < last_dot(area.right(), width_); ++x) {
      const std::uint32_t left = first_dot((static_cast<float>(x) - area.x) * across, picture.width - 1);
      const std::uint32_t right = std::max(first_dot((static_cast<float>(x) + 1 - area.x) * across, picture.width), left + 1);
      std::uint64_t sums[3] = {}, opacity = 0;
      for (std::uint32_t row = top; row < bottom; ++row)
        for (std::uint32_t column = left; column < right; ++column) {
          const std::size_t at = std::size_t{row} * picture.width + column;
          const std::uint64_t own = picture.alpha.empty() ? 255 : static_cast<unsigned char>(picture.alpha[at]);
          for (std::size_t i = 0; i < 3; ++i) sums[i] += own * static_cast<unsigned char>(picture.color[channels * at + (picture.gray ? 0 : i)]);
          opacity += own;
        }
      if (opacity == 0) continue;
      const auto mean = [&](std::size_t i) { return static_cast<float>(sums[i]) / static_cast<float>(255 * opacity); };
      const float covered = share(area.y, area.bottom(), static_cast<float>(y)) * share(area.x, area.right(), static_cast<float>(x));
      mix(std::size_t{y} * width_ + x, {mean(0), mean(1), mean(2)},
          covered * static_cast<float>(opacity) / static_cast<float>(255 * (bottom - top) * (right - left)));
    }
  }
}

const Canvas::Letter& Canvas::letter(glyphs::Fonts& fonts, glyphs::FaceId face, std::uint32_t glyph, float size, int right, int down) {
  const auto [known, is_new] = letters_.try_emplace(Key{static_cast<std::uint32_t>(face.index()), glyph, size, 4 * right + down});
  Letter& letter = known->second;
  if (!is_new) return letter;
  const int room = static_cast<int>(std::ceil(1.5f * size)) + 1;  // round the origin; what reaches farther is cut off
  glyphs::Coverage all{static_cast<std::uint32_t>(3 * room), static_cast<std::uint32_t>(2 * room)};
  fonts.draw(face, glyph, size, {static_cast<float>(room) + 0.25f * static_cast<float>(right), static_cast<float>(room) + 0.25f * static_cast<float>(down)}, all);
  std::uint32_t x0 = all.width, x1 = 0, y0 = all.height, y1 = 0;
  for (std::uint32_t y = 0; y < all.height; ++y)
    for (std::uint32_t x = 0; x < all.width; ++x)
      if (all.bytes[std::size_t{y} * all.width + x] != 0) {
        x0 = std::min(x0, x), x1 = std::max(x1, x + 1);
        y0 = std::min(y0, y), y1 = std::max(y1, y + 1);
      }
  if (x1 <= x0) return letter;  // white space
  letter.dots = glyphs::Coverage{x1 - x0, y1 - y0};
  for (std::uint32_t y = y0; y < y1; ++y)
    letter.dots.bytes.replace(std::size_t{y - y0} * letter.dots.width, letter.dots.width, all.bytes, std::size_t{y} * all.width + x0, x1 - x0);
  letter.left = static_cast<int>(x0) - room;
  letter.top = static_cast<int>(y0) - room;
  return letter;
}

void Canvas::draw(glyphs::Fonts& fonts, glyphs::FaceId face, std::uint32_t glyph, float size, base::Point origin, base::Color color) {
  auto words = std::ranges::find(words_, color, &std::pair<base::Color, glyphs::Coverage>::first);
  if (words == words_.end()) words = words_.insert(words_.end(), {color, glyphs::Coverage{width_, height_}});
  const auto quarters = [](float at) { return static_cast<int>(std::floor(4 * at + 0.5f)); };
  const auto floored = [](int at) { return at >= 0 ? at / 4 : (at - 3) / 4; };
  const int right = quarters(origin.x), down = quarters(origin.y), x = floored(right), y = floored(down);
  const Letter& drawn = letter(fonts, face, glyph, size, right - 4 * x, down - 4 * y);
  const int left = x + drawn.left, top = y + drawn.top;
  for (int row = std::max(0, -top); row < static_cast<int>(drawn.dots.height) && top + row < static_cast<int>(height_); ++row)
    for (int column = std::max(0, -left); column < static_cast<int>(drawn.dots.width) && left + column < static_cast<int>(width_); ++column) {
      const auto more = static_cast<unsigned char>(drawn.dots.bytes[static_cast<std::size_t>(row) * drawn.dots.width + static_cast<std::size_t>(column)]);
      char& byte = words->second.bytes[static_cast<std::size_t>(top + row) * width_ + static_cast<std::size_t>(left + column)];
      byte = static_cast<char>(std::min(255, static_cast<unsigned char>(byte) + more));
    }
}

pictures::Pixels Canvas::take() {
  for (const auto& [color, covered] : words_)
    for (std::size_t dot = 0; dot < covered.bytes.size(); ++dot)
      if (const auto byte = static_cast<unsigned char>(covered.bytes[dot]); byte != 0) mix(dot, color, static_cast<float>(byte) / 255);
  return {width_, height_, false, std::move(dots_), ""};
}

}  // namespace octavo::sheets
