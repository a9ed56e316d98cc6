#include <algorithm>
#include <cmath>

#include "base/paths.h"
#include "sheets/canvas.h"
#include "sheets/sheets.h"

namespace octavo::sheets {
namespace {

class Painter {
 public:
  Painter(const Painting& painting, std::size_t sheet, glyphs::Fonts& fonts)
      : painting_(painting), fonts_(fonts), dots_(dots_of(painting.sheets.sheets[sheet].size, painting.dots_per_inch)),
        canvas_(count_of(painting.sheets.sheets[sheet].size.width), count_of(painting.sheets.sheets[sheet].size.height)) {
    for (std::size_t page = 0; page < painting.sheets.places.size(); ++page) {
      if (painting.sheets.places[page].sheet != sheet) continue;
      place_ = painting.sheets.places[page];
      for (const pages::Item& item : painting.pages.pages[page].items) std::visit([this](const auto& one) { draw(one); }, item);
    }
  }
  pictures::Pixels take() { return canvas_.take(); }

 private:
  static float dots_of(base::Size sheet, float dots_per_inch) {
    constexpr float most = 4000;  // to a side
    return std::min(dots_per_inch / base::points_per_inch, most / std::max(sheet.width, sheet.height));
  }
  std::uint32_t count_of(float points) const { return static_cast<std::uint32_t>(std::ceil(points * dots_)); }
  base::Point in_dots(base::Point point) const {
    const auto [x, y] = place_.of(point);
    return {x * dots_, y * dots_};
  }
  base::Rect in_dots(const base::Rect& area) const {
    const auto [x, y] = in_dots(base::Point{area.x, area.y});
    const float scale = place_.scale * dots_;
    return {x, y, area.width * scale, area.height * scale};
  }
  void fill(const base::Rect& area, base::Color color) { canvas_.fill(in_dots(area), color); }

  void draw(const pages::Fill& one) { fill(one.area, one.color); }

  void draw(const pages::Frame& frame) {
    const auto& [x, y, width, height] = frame.area;
    const float half = 0.5f * frame.width;
    fill({x - half, y - half, width + frame.width, frame.width}, frame.color);
    fill({x - half, y + height - half, width + frame.width, frame.width}, frame.color);
    fill({x - half, y + half, frame.width, height - frame.width}, frame.color);
    fill({x + width - half, y + half, frame.width, height - frame.width}, frame.color);
  }

  // Square dabs, half their width apart: enough for a tick.
  void draw(const pages::Stroke& stroke) {
    for (std::size_t i = 1; i < stroke.points.size(); ++i) {
      const auto [from, to] = std::pair(stroke.points[i - 1], stroke.points[i]);
      const float dab = std::max(stroke.width, 0.05f);
      const int steps = static_cast<int>(std::min(std::hypot(to.x - from.x, to.y - from.y) / (0.5f * dab), 10'000.f)) + 1;
      for (int step = 0; step <= steps; ++step) {
        const float share = static_cast<float>(step) / static_cast<float>(steps);
        fill({from.x + share * (to.x - from.x) - 0.5f * dab, from.y + share * (to.y - from.y) - 0.5f * dab, dab, dab}, stroke.color);
      }
    }
  }

  void draw(const pages::Picture& picture) {
    const pages::PictureSource& source = painting_.pages.pictures[picture.picture.index()];
    const std::string path = base::join(painting_.root, source.path);
    if (painting_.files.kind(path) != base::FileKind::file) return;
    const base::Rect area = in_dots(picture.area);
    const std::string bytes = painting_.files.read(path);
    auto pixels = pictures::decode(bytes, static_cast<std::uint32_t>(std::ceil(area.width)) + 1);
    if (!pixels) return;
    if (source.in_grey) pictures::turn_grey(*pixels);
    canvas_.draw(*pixels, area);
  }

  void draw(const pages::GlyphRun& run) {
    auto [x, y] = in_dots(run.origin);
    const float em = run.size * place_.scale * dots_;
    for (const glyphs::Glyph& glyph : run.glyphs) {
      canvas_.draw(fonts_, run.face, glyph.id, em, {x + glyph.x_offset * em, y - glyph.y_offset * em}, run.color);
      x += glyph.advance * em * run.scaling;
    }
  }

  const Painting& painting_;
  glyphs::Fonts& fonts_;
  float dots_;
  Canvas canvas_;
  Place place_;
};

}  // namespace

std::string painted(const Painting& painting, std::size_t sheet, glyphs::Fonts& fonts) {
  return pictures::encoded_png(Painter(painting, sheet, fonts).take());
}

}  // namespace octavo::sheets
