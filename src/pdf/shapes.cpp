#include "pdf/shapes.h"

#include <algorithm>

namespace octavo::pdf {
namespace {

constexpr double round = 0.5523;  // of a radius: a curve of Bézier that no eye tells from a quarter of a circle

// How a line is broken, of this length; set before the path it is for.
void set_dashes(Tokens& out, pages::Rule rule, float thickness, float length) {
  if (rule != pages::Rule::dashed && rule != pages::Rule::dotted) return;
  const auto [drawn, left_out] = pages::dashes_of(rule, thickness, length);
  if (rule == pages::Rule::dotted) out.put("1 J\n");
  out.put("[").number(drawn).number(left_out).put("]0 d\n");
}

float rounding(float radius, const base::Rect& area) { return std::max(std::min({radius, area.width / 2, area.height / 2}), 0.0f); }

// The outline of an area whose corners are round at its own head and foot; where it is open, another head or foot is none of its own.
class Outline {
 public:
  Outline(Tokens& out, const base::Rect& area, float radius, bool begins, bool ends, double page_height)
      : out_(out), left_(area.x), right_(area.right()), top_(page_height - area.y), bottom_(page_height - area.bottom()),
        head_(begins ? rounding(radius, area) : 0), foot_(ends ? rounding(radius, area) : 0) {}

  // From the upper left corner to the right and round.
  void put(bool is_open_above, bool is_open_below) {
    const char* along = "l\n";
    if (is_open_above) {
      to(right_, top_, "m\n");
    } else {
      to(left_, top_ - head_, "m\n");
      corner(left_, top_ - head_ * (1 - round), left_ + head_ * (1 - round), top_, left_ + head_, top_, head_);
      to(right_ - head_, top_, along);
      corner(right_ - head_ * (1 - round), top_, right_, top_ - head_ * (1 - round), right_, top_ - head_, head_);
    }
    to(right_, bottom_ + foot_, along);
    if (is_open_below) {
      to(left_, bottom_, "m\n");
    } else {
      corner(right_, bottom_ + foot_ * (1 - round), right_ - foot_ * (1 - round), bottom_, right_ - foot_, bottom_, foot_);
      to(left_ + foot_, bottom_, along);
      corner(left_ + foot_ * (1 - round), bottom_, left_, bottom_ + foot_ * (1 - round), left_, bottom_ + foot_, foot_);
    }
    if (is_open_above || is_open_below) to(left_, top_ - head_, along);
    else out_.put("h\n");
  }

 private:
  void to(double x, double y, const char* operation) { out_.numbers({x, y}).put(operation); }
  void corner(double x1, double y1, double x2, double y2, double x, double y, double radius) {
    if (radius > 0) out_.numbers({x1, y1, x2, y2, x, y}).put("c\n");
  }

  Tokens& out_;
  double left_, right_, top_, bottom_, head_, foot_;
};

base::Rect inset(const base::Rect& area, float by) {
  return {area.x + by, area.y + by, std::max(area.width - 2 * by, 0.0f), std::max(area.height - 2 * by, 0.0f)};
}

}  // namespace

void write_rule(Tokens& out, const pages::Fill& rule, double page_height) {
  const base::Rect& area = rule.area;
  const bool is_level = area.width >= area.height;
  const float thickness = std::min(area.width, area.height), length = std::max(area.width, area.height);
  const auto line = [&](float across, float end) {  // from its upper or left edge; off its ends
    const double x = is_level ? area.x + end : area.x + across, y = page_height - (is_level ? area.y + across : area.y + end);
    out.numbers({x, y}).put("m\n");
    if (is_level) out.numbers({area.right() - end, y}).put("l S\n");
    else out.numbers({x, page_height - area.bottom() + end}).put("l S\n");
  };
  if (rule.rule == pages::Rule::twofold) {
    out.number(thickness / 3).put("w\n");
    line(thickness / 6, 0);
    return line(thickness * 5 / 6, 0);
  }
  const float end = rule.rule == pages::Rule::dotted ? thickness / 2 : 0;
  set_dashes(out, rule.rule, thickness, length - 2 * end);
  line(thickness / 2, end);
}

void write_tint(Tokens& out, const pages::Fill& tint, double page_height) {
  Outline(out, tint.area, tint.radius, tint.begins, tint.ends, page_height).put(false, false);
  out.put("f\n");
}

void write_frame(Tokens& out, const pages::Fill& frame, double page_height) {
  const bool is_twofold = frame.rule == pages::Rule::twofold;
  const float width = is_twofold ? frame.frame / 3 : frame.frame;
  const auto put = [&](float by) {
    base::Rect area = inset(frame.area, by);
    if (!frame.begins) area.y -= by, area.height += by;
    if (!frame.ends) area.height += by;
    Outline(out, area, std::max(frame.radius - by, 0.0f), frame.begins, frame.ends, page_height).put(!frame.begins, !frame.ends);
    out.put("S\n");
  };
  if (is_twofold) out.number(width).put("w\n");
  set_dashes(out, frame.rule, width, 2 * (frame.area.width + frame.area.height));
  put(width / 2);
  if (is_twofold) put(frame.frame - width / 2);
}

}  // namespace octavo::pdf
