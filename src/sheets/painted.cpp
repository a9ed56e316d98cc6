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
      bands_ = pages::bands_of(painting.pages.pages[page]);
      fills_ = 0;
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

  void draw(const pages::Fill&) {
    const pages::Fill& band = bands_[fills_++];
    if (band.area == base::Rect()) return;
    if (band.is_plain()) return fill(band.area, band.color);
    if (band.frame > 0) return draw_frame(band);
    const float scale = place_.scale * dots_, radius = std::min({band.radius, band.area.width / 2, band.area.height / 2}) * scale;
    if (band.radius > 0) return canvas_.fill(in_dots(band.area), band.color, band.begins ? radius : 0, band.ends ? radius : 0);
    draw_rule(band);
  }

  void draw_rule(const pages::Fill& rule) {
    const auto& [x, y, width, height] = rule.area;
    const bool is_level = width >= height;
    const float thickness = std::min(width, height), length = std::max(width, height);
    if (rule.rule == pages::Rule::twofold) {
      const float third = thickness / 3;
      fill(is_level ? base::Rect{x, y, width, third} : base::Rect{x, y, third, height}, rule.color);
      fill(is_level ? base::Rect{x, y + 2 * third, width, third} : base::Rect{x + 2 * third, y, third, height}, rule.color);
      return;
    }
    const bool is_dotted = rule.rule == pages::Rule::dotted;
    const auto [drawn, left_out] = pages::dashes_of(rule.rule, thickness, is_dotted ? length - thickness : length);
    const float dash = is_dotted ? thickness : drawn;
    for (float at = 0; at < length - 0.5f * dash; at += drawn + left_out) {
      const base::Rect area = is_level ? base::Rect{x + at, y, std::min(dash, length - at), height} : base::Rect{x, y + at, width, std::min(dash, length - at)};
      const float radius = is_dotted ? thickness / 2 * place_.scale * dots_ : 0;
      canvas_.fill(in_dots(area), rule.color, radius, radius);
    }
  }

  // Dabs along its middle, as a stroke has them.
  void draw_frame(const pages::Fill& frame) {
    const bool is_twofold = frame.rule == pages::Rule::twofold;
    const float width = is_twofold ? frame.frame / 3 : frame.frame;
    for (const float middle : {width / 2, frame.frame - width / 2}) {
      draw_round(frame, middle, width);
      if (!is_twofold) break;
    }
  }

  void draw_round(const pages::Fill& frame, float by, float width) {
    const auto& [x, y, w, h] = frame.area;
    const float left = x + by, right = x + w - by, top = frame.begins ? y + by : y, bottom = frame.ends ? y + h - by : y + h;
    const float radius = std::max(std::min({frame.radius - by, (right - left) / 2, (bottom - top) / 2}), 0.0f);
    const float head = frame.begins ? radius : 0, foot = frame.ends ? radius : 0;
    const auto [drawn, left_out] = pages::dashes_of(frame.rule, width, 2 * (w + h));
    const bool is_broken = frame.rule == pages::Rule::dashed || frame.rule == pages::Rule::dotted;
    float gone = 0;
    const auto dab = [&](float at_x, float at_y, float step) {
      if (!is_broken || std::fmod(gone, drawn + left_out) <= std::max(drawn, step))
        fill({at_x - width / 2, at_y - width / 2, width, width}, frame.color);
      gone += step;
    };
    const auto line = [&](float from_x, float from_y, float to_x, float to_y) {
      const float length = std::hypot(to_x - from_x, to_y - from_y);
      if (!is_broken) {
        const float across = from_x == to_x ? width : length, down = from_x == to_x ? length : width;
        fill({std::min(from_x, to_x) - (from_x == to_x ? width / 2 : 0), std::min(from_y, to_y) - (from_x == to_x ? 0 : width / 2), across, down}, frame.color);
        return;
      }
      const int steps = static_cast<int>(std::min(length / (0.5f * width), 10'000.f)) + 1;
      for (int step = 0; step < steps; ++step) {
        const float share = static_cast<float>(step) / static_cast<float>(steps);
        dab(from_x + share * (to_x - from_x), from_y + share * (to_y - from_y), length / static_cast<float>(steps));
      }
    };
    const auto corner = [&](float middle_x, float middle_y, float of, float from) {  // a quarter clockwise; angles in quarters
      constexpr float quarter = 1.5707964f;
      const int steps = static_cast<int>(std::min(of * quarter / (0.5f * width), 1'000.f)) + 1;
      for (int step = 0; of > 0 && step < steps; ++step) {
        const float angle = (from + static_cast<float>(step) / static_cast<float>(steps)) * quarter;
        dab(middle_x - of * std::cos(angle), middle_y - of * std::sin(angle), of * quarter / static_cast<float>(steps));
      }
    };
    if (frame.begins) {
      corner(left + head, top + head, head, 0);
      line(left + head, top, right - head, top);
      corner(right - head, top + head, head, 1);
    }
    line(right, top + head, right, bottom - foot);
    if (frame.ends) {
      corner(right - foot, bottom - foot, foot, 2);
      line(right - foot, bottom, left + foot, bottom);
      corner(left + foot, bottom - foot, foot, 3);
    }
    line(left, bottom - foot, left, top + head);
  }

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
    if (run.is_unseen) return;
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
  std::vector<pages::Fill> bands_;  // of the page
  std::size_t fills_ = 0;           // that have been come to
};

}  // namespace

std::string painted(const Painting& painting, std::size_t sheet, glyphs::Fonts& fonts) {
  return pictures::encoded_png(Painter(painting, sheet, fonts).take());
}

}  // namespace octavo::sheets
