#include "pdf/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace octavo::pdf {
namespace {

constexpr double as_good_as_exact = 0.5;           // thousandths of the font size: less than an adjustment
constexpr double as_good_as_there = 20;            // thousandths of the font size
constexpr double as_good_as_equal = 0.0005;        // points: less than the file can say
constexpr std::size_t most_digits = 20;            // of an adjustment, with its sign
constexpr std::size_t most_bytes_of_a_glyph = 32;  // with the adjustment before it, and brackets

}  // namespace

// Where white space stands nobody sees: what comes after it finds its own place.
inline double TextWriter::Strings::place_of(const glyphs::Glyph& glyph, double target, std::uint32_t space) const {
  if (glyph.id == space && std::abs(pen - target) < as_good_as_there) return pen;
  return target + glyph.x_offset * 1000.0;
}

// What has to come before a glyph.
char* TextWriter::Brackets::open(char* end, std::int64_t adjustment) {
  if (!in_array) *end++ = '[';
  in_array = true;
  if (adjustment != 0) {
    if (in_string) *end++ = ')';
    in_string = false;
    end = std::to_chars(end, end + most_digits, adjustment).ptr;
  }
  if (!in_string) *end++ = '(';
  in_string = true;
  return end;
}

// Writes the glyph where there is room for it. Gives the end.
inline char* TextWriter::Strings::put(char* end, const Typeface::Glyph& glyph, double place, Brackets& brackets) {
  const double back = pen - place;
  const bool is_off = std::abs(back) > as_good_as_exact;
  if (!brackets.in_string || is_off) {
    const std::int64_t adjustment = is_off ? std::llround(back) : 0;
    end = brackets.open(end, adjustment);
    pen -= static_cast<double>(adjustment);
  }
  std::memcpy(end, glyph.bytes.data(), glyph.bytes.size());  // all of them, because that is one instruction
  pen += glyph.width + after[glyph.is_word_space];
  return end + glyph.length;
}

void TextWriter::begin() {
  if (is_open_) return;
  out_.put("BT\n");
  is_open_ = true;
  has_line_ = false;
  line_x_ = line_y_ = 0;
}

void TextWriter::pause() {
  if (brackets_.in_string) out_.put(")");
  if (brackets_.in_array) {
    out_.put("]TJ\n");
    end_of_strings_ = out_.bytes().size();
  }
  brackets_ = {};
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
  out_.put(typefaces_.selection(face, size));
  face_ = face;
  size_ = size;
}

void TextWriter::set_scaling(float scaling) {
  if (scaling == scaling_) return;
  pause();
  out_.number(to_three_decimals(scaling * 100.0)).put("Tz\n");
  scaling_ = scaling;
}

// What is added to the letters of a line, and to its white space, is said once and leaves it one string. White space is told by its
// code (9.3.3), and by the first there is: in a justified line all have the same width.
void TextWriter::set_spacing(const pages::GlyphRun& run) {
  const double tracking = run.tracking == 0 ? 0 : to_three_decimals(static_cast<double>(run.tracking) / run.scaling);
  if (tracking != tracking_) {
    pause();
    out_.number(tracking).put("Tc\n");
    tracking_ = tracking;
  }
  const double after_glyph = tracking_ * 1000 / size_;
  const Typeface& face = typefaces_[run.face];
  const auto space = std::ranges::find(run.glyphs, face.space, &glyphs::Glyph::id);
  double spacing = face.has_short_codes ? word_spacing_ : 0;  // Poppler takes any glyph of number 32 for a space
  if (face.has_short_codes && face.space != 0 && space != run.glyphs.end()) {
    const auto excess = [&](const glyphs::Glyph& glyph) { return glyph.advance * 1000.0 - face[glyph.id].width - after_glyph; };
    // The letter before it is drawn apart for the viewer, but not by who set the line.
    spacing = excess(*space) + (space == run.glyphs.begin() ? 0 : excess(*(space - 1)));
    spacing = to_three_decimals(spacing * size_ / 1000);
  }
  if (spacing != word_spacing_) {
    pause();
    out_.number(spacing).put("Tw\n");
    word_spacing_ = spacing;
  }
  strings_.after = {after_glyph, after_glyph + word_spacing_ * 1000 / size_};
}

void TextWriter::set_rise(double rise) {
  if (rise == rise_) return;  // as nearly always: nothing to round
  rise = to_three_decimals(rise);
  if (rise == rise_) return;
  pause();
  out_.number(rise).put("Ts\n");
  rise_ = rise;
}

void TextWriter::set_mode(bool is_unseen) {
  if (is_unseen == is_unseen_) return;
  pause();
  out_.put(is_unseen ? "3 Tr\n" : "0 Tr\n");
  is_unseen_ = is_unseen;
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
  strings_.pen = (end_of_run_ - at.x) * 1000 / (size_ * scaling_);
  target_ = 0;
}

void TextWriter::show(const pages::GlyphRun& run) {
  if (!(run.size > 0)) return;
  begin();
  set_font(run.face, run.size);
  set_mode(run.is_unseen);
  set_scaling(run.scaling);
  set_spacing(run);
  move_to(run.origin);
  const auto skip = [&](std::uint32_t first) {
    if (run.text == pages::said_elsewhere) return first;
    return run.right_to_left ? show_known<true>(run, first) : show_known<false>(run, first);
  };
  each_cluster(run, skip, [&](const Cluster& cluster) { show(run, cluster); });
  end_of_run_ = run.origin.x + strings_.pen * run.size * run.scaling / 1000;
}

// Nearly every glyph stands for what the map says of it, alone in its cluster and on the line: those take the short way.
template <bool leftward>
std::uint32_t TextWriter::show_known(const pages::GlyphRun& run, std::uint32_t first) {
  const glyphs::Glyph *const begin = run.glyphs.begin(), *const stop = run.glyphs.end();
  const glyphs::Glyph* glyph = begin + first;
  if (rise_ != 0 || glyph == stop) return first;
  const auto size = static_cast<std::uint32_t>(run.text.size());
  const char* const characters = run.text.data();
  const Typeface& face = typefaces_[run.face];
  const std::uint32_t space = face.space;
  const std::uint32_t* const places = face.place_of.data();
  const Typeface::Glyph* const all = face.glyphs.data();
  if (const std::size_t needed = static_cast<std::size_t>(stop - glyph) * most_bytes_of_a_glyph; needed > room_size_) {
    room_.reset(new char[needed]);
    room_size_ = needed;
  }
  Strings strings = strings_;  // a copy, because what is written to bytes could be any member
  char* end = room_.get();
  double target = target_;
  for (; glyph != stop; ++glyph) {
    const Typeface::Glyph& known = all[std::size_t{places[glyph->id]} - 1];
    if (glyph->y_offset != 0) break;
    if (size != 0) {
      // Where its text ends is where the next one's begins, and from right to left, the one's before.
      const std::uint32_t next = glyph + 1 != stop ? glyph[1].cluster : size;
      const std::uint32_t to = !leftward ? next : glyph != begin ? glyph[-1].cluster : size;
      if (to > size || (leftward && next == glyph->cluster)) break;
      const std::string_view text(characters + glyph->cluster, to - glyph->cluster);
      if (text.size() == 1 ? static_cast<unsigned char>(text[0]) != known.character : text != known.text) break;
    }
    end = strings.put(end, known, strings.place_of(*glyph, target, space), brackets_);
    target += glyph->advance * 1000.0;
  }
  out_.bytes().append(room_.get(), end);
  strings_ = strings;
  target_ = target;
  return static_cast<std::uint32_t>(glyph - begin);
}

void TextWriter::show(const pages::GlyphRun& run, const Cluster& cluster) {
  const Typeface& face = typefaces_[run.face];
  const bool is_invisible = cluster.text.empty() && !run.text.empty();
  if (cluster.space_follows && run.right_to_left) show_space(run);
  const bool needs_saying = !typefaces_.spell(run, cluster, places_);
  if (needs_saying) {
    pause();
    marks_.begin_said(cluster.text == pages::said_elsewhere ? std::string_view() : cluster.text);
  }
  for (std::uint32_t i = cluster.begin; i < cluster.end; ++i) {
    const glyphs::Glyph& glyph = run.glyphs[i];
    if (!is_invisible) {
      set_rise(static_cast<double>(glyph.y_offset) * run.size);
      show(face.glyphs[places_[i - cluster.begin] - 1], strings_.place_of(glyph, target_, face.space));
    }
    target_ += glyph.advance * 1000.0;
  }
  if (needs_saying) {
    pause();
    marks_.end_said();
  }
  if (cluster.space_follows && !run.right_to_left) show_space(run);
}

void TextWriter::show(const Typeface::Glyph& glyph, double place) {
  char bytes[most_bytes_of_a_glyph];
  out_.bytes().append(bytes, strings_.put(bytes, glyph, place, brackets_));
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
  const Typeface::Glyph& space = typeface[typeface.space];
  show(space, run.right_to_left ? target_ - space.width : strings_.pen);
  set_font(run.face, run.size);
}

}  // namespace octavo::pdf
