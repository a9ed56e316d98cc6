#include "pdf/text.h"

#include <cmath>

namespace octavo::pdf {
namespace {

constexpr double as_good_as_there = 20;      // thousandths of the font size
constexpr double as_good_as_equal = 0.0005;  // points: less than the file can say

}  // namespace

void TextWriter::begin() {
  if (is_open_) return;
  out_.put("BT\n");
  is_open_ = true;
  has_line_ = false;
  line_x_ = line_y_ = 0;
}

void TextWriter::pause() {
  if (in_string_) out_.put(")");
  if (in_array_) out_.put("]TJ\n");
  in_string_ = in_array_ = false;
}

void TextWriter::end() {
  if (!is_open_) return;
  pause();
  set_rise(0);
  out_.put("ET\n");
  is_open_ = false;
}

void TextWriter::set_font(glyphs::FaceId face, float size) {
  if (face == face_ && size == size_) return;
  pause();
  out_.name(typefaces_[face].name).number(size).put("Tf\n");
  face_ = face;
  size_ = size;
}

void TextWriter::set_scaling(float scaling) {
  if (scaling == scaling_) return;
  pause();
  out_.number(to_three_decimals(scaling * 100.0)).put("Tz\n");
  scaling_ = scaling;
}

// Letters drawn apart or together by the same are said once a line, and stay one string.
void TextWriter::set_tracking(const pages::GlyphRun& run) {
  const double tracking = run.tracking == 0 ? 0 : to_three_decimals(static_cast<double>(run.tracking) / run.scaling);
  if (tracking == tracking_) return;
  pause();
  out_.number(tracking).put("Tc\n");
  tracking_ = tracking;
}

void TextWriter::set_rise(double rise) {
  if (rise == rise_) return;  // as nearly always: nothing to round
  rise = to_three_decimals(rise);
  if (rise == rise_) return;
  pause();
  out_.number(rise).put("Ts\n");
  rise_ = rise;
}

// Goes on in the line where the run continues it, so that words in several fonts stay one line to those who
// read the file.
void TextWriter::move_to(base::Point at) {
  constexpr double far = 10;  // times the font size: a gap, not a space
  const double y = page_height_ - at.y;
  const bool continues =
      has_line_ && std::abs(y - line_y_) < as_good_as_equal && std::abs(at.x - end_of_run_) < far * size_;
  if (!continues) {
    pause();
    const double right = to_three_decimals(at.x - line_x_), up = to_three_decimals(y - line_y_);
    out_.numbers({right, up}).put("Td\n");
    // Rounding must not add up down the page.
    line_x_ += right;
    line_y_ += up;
    end_of_run_ = line_x_;
    has_line_ = true;
  }
  pen_ = (end_of_run_ - at.x) * 1000 / (size_ * scaling_);
  target_ = 0;
}

void TextWriter::show(const pages::GlyphRun& run) {
  if (!(run.size > 0)) return;
  begin();
  set_font(run.face, run.size);
  set_scaling(run.scaling);
  set_tracking(run);
  move_to(run.origin);
  const Typeface& face = typefaces_[run.face];
  // Nearly every glyph stands for what the map says of it, on the line: those take the short way.
  const auto is_known = [&](const glyphs::Glyph& glyph, std::string_view text) {
    const Typeface::Glyph& known = face.glyphs[glyph.id];
    if (known.text != text || glyph.y_offset != 0 || rise_ != 0 || glyph.id == face.space) return false;
    show(known, target_ + glyph.x_offset * 1000.0);
    target_ += glyph.advance * 1000.0;
    return true;
  };
  each_cluster(run, is_known, [&](const Cluster& cluster) { show(run, cluster); });
  end_of_run_ = run.origin.x + pen_ * run.size * run.scaling / 1000;
}

void TextWriter::show(const pages::GlyphRun& run, const Cluster& cluster) {
  const Typeface& face = typefaces_[run.face];
  const bool is_invisible = cluster.text.empty() && !run.text.empty();
  if (cluster.space_follows && run.right_to_left) show_space(run);
  const bool needs_saying = !cluster.text.empty() && !typefaces_.spells(run, cluster);
  if (needs_saying) {
    pause();
    out_.put("/Span<</ActualText").utf16(cluster.text).put(">>BDC\n");
  }
  for (std::uint32_t i = cluster.begin; i < cluster.end; ++i) {
    const glyphs::Glyph& glyph = run.glyphs[i];
    if (!is_invisible) {
      set_rise(static_cast<double>(glyph.y_offset) * run.size);
      // Where white space stands nobody sees: what comes after it finds its own place.
      const bool is_space = glyph.id == face.space && std::abs(pen_ - target_) < as_good_as_there;
      show(face.glyphs[glyph.id], is_space ? pen_ : target_ + glyph.x_offset * 1000.0);
    }
    target_ += glyph.advance * 1000.0;
  }
  if (needs_saying) {
    pause();
    out_.put("EMC\n");
  }
  if (cluster.space_follows && !run.right_to_left) show_space(run);
}

void TextWriter::show(const Typeface::Glyph& glyph, double place) {
  std::string& bytes = out_.bytes();
  if (!in_array_) {
    bytes += '[';
    in_array_ = true;
  }
  if (const double back = pen_ - place; back > 0.5 || back < -0.5) {
    const auto whole = std::llround(back);
    if (in_string_) bytes += ')';
    in_string_ = false;
    out_.integer(whole);
    pen_ -= static_cast<double>(whole);
  }
  if (!in_string_) {
    bytes += '(';
    in_string_ = true;
  }
  bytes += glyph.bytes;
  pen_ += glyph.width + tracking_ * 1000 / size_;
}

// The white space that broke the line is seen by nobody, but keeps the words apart for whoever reads the
// file. It stands past the last word, or before the leftmost one where reading goes to the left.
void TextWriter::show_space(const pages::GlyphRun& run) {
  const bool has_own = typefaces_[run.face].space != 0;
  const glyphs::FaceId face = has_own ? run.face : typefaces_.lender();
  if (!face) return;
  set_font(face, run.size);
  set_rise(0);
  const Typeface& typeface = typefaces_[face];
  const Typeface::Glyph& space = typeface.glyphs[typeface.space];
  show(space, run.right_to_left ? target_ - space.width : pen_);
  set_font(run.face, run.size);
}

}  // namespace octavo::pdf
