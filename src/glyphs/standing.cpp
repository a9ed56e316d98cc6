#include "glyphs/standing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "glyphs/steps.h"

namespace octavo::glyphs {
namespace {

// Big-endian numbers in a row (OpenType 1.9, "Data types").
class Bytes {
 public:
  Bytes& u8(int value) {
    text_ += static_cast<char>(value);
    return *this;
  }
  Bytes& u16(int value) { return u8(value >> 8).u8(value); }
  Bytes& u32(std::size_t value) { return u16(static_cast<int>(value >> 16 & 0xFFFF)).u16(static_cast<int>(value & 0xFFFF)); }
  Bytes& put(std::size_t at, int value) {  // in place of what is there
    text_.replace(at, 2, Bytes().u16(value).text_);
    return *this;
  }
  std::string& text() { return text_; }

 private:
  std::string text_;
};

struct Point {
  float x, y;
  bool is_on_curve;
};

struct Box {
  int left = 0, bottom = 0, right = 0, top = 0;
};

int rounded(float value) { return static_cast<int>(std::lround(std::clamp(value, -32'768.0f, 32'767.0f))); }

// The outline of one glyph, as TrueType has it.
class Contours {
 public:
  void move_to(float x, float y) { add(x, y, true); }
  void line_to(float x, float y) { add(x, y, true); }
  void quadratic_to(float x1, float y1, float x, float y) {
    add(x1, y1, false);
    add(x, y, true);
  }
  void cubic_to(float, float, float, float, float x, float y) { line_to(x, y); }  // there are none
  void close() {
    const std::size_t begin = ends_.empty() ? 0 : ends_.back();
    const auto is_place = [&](std::size_t at, float x, float y) { return points_[at].x == x && points_[at].y == y; };
    if (points_.size() > begin + 1 && is_place(begin, points_.back().x, points_.back().y)) points_.pop_back();
    // A point half-way between two that are off the curve goes without saying.
    std::vector<Point> kept;
    for (std::size_t at = begin, count = points_.size() - begin; at < points_.size(); ++at) {
      const Point& before = points_[begin + (at - begin + count - 1) % count];
      const Point& after = points_[begin + (at - begin + 1) % count];
      const bool is_implied = points_[at].is_on_curve && !before.is_on_curve && !after.is_on_curve &&
                              is_place(at, (before.x + after.x) / 2, (before.y + after.y) / 2);
      if (!is_implied) kept.push_back(points_[at]);
    }
    points_.resize(begin);
    points_.insert(points_.end(), kept.begin(), kept.end());
    ends_.push_back(points_.size());
  }

  std::size_t points() const { return points_.size(); }
  std::size_t contours() const { return ends_.size(); }
  Box box() const {
    if (points_.empty()) return {};
    const auto [left, right] = std::ranges::minmax(points_, {}, &Point::x);
    const auto [bottom, top] = std::ranges::minmax(points_, {}, &Point::y);
    return {rounded(left.x), rounded(bottom.y), rounded(right.x), rounded(top.y)};
  }
  // An entry of `glyf`; "" of a glyph without an outline, or with more than can be counted.
  std::string entry() const {
    if (points_.empty() || points_.size() > 0xFFFF || ends_.size() > 0x7FFF) return "";
    const Box around = box();
    Bytes bytes;
    bytes.u16(static_cast<int>(ends_.size())).u16(around.left).u16(around.bottom).u16(around.right).u16(around.top);
    for (const std::size_t end : ends_) bytes.u16(static_cast<int>(end) - 1);
    bytes.u16(0);  // instructions
    Bytes across, upward;
    int x = 0, y = 0;
    for (const Point& point : points_) {
      const int to_x = rounded(point.x), to_y = rounded(point.y);
      constexpr int on_curve = 1, short_x = 2, same_x = 16;
      bytes.u8((point.is_on_curve ? on_curve : 0) | step(to_x - x, across) * short_x | step(to_y - y, upward) * 2 * short_x |
               sign(to_x - x) * same_x | sign(to_y - y) * 2 * same_x);
      x = to_x;
      y = to_y;
    }
    std::string whole = bytes.text() + across.text() + upward.text();
    whole.resize((whole.size() + 3) / 4 * 4);
    return whole;
  }

 private:
  void add(float x, float y, bool is_on_curve) { points_.push_back({x, y, is_on_curve}); }
  // A step of less than 256 has a byte, and its sign in the flag; none at all has nothing, which the same flag says.
  static int step(int by, Bytes& bytes) {
    const bool is_short = by != 0 && std::abs(by) < 256;
    if (is_short) bytes.u8(std::abs(by));
    else if (by != 0) bytes.u16(by);
    return is_short ? 1 : 0;
  }
  static int sign(int by) { return by == 0 || (by > 0 && by < 256) ? 1 : 0; }

  std::vector<Point> points_;
  std::vector<std::size_t> ends_;
};

std::string table_of(hb_face_t* face, hb_tag_t tag) {
  const HbBlob blob(hb_face_reference_table(face, tag));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

constexpr hb_tag_t head = HB_TAG('h', 'e', 'a', 'd'), hhea = HB_TAG('h', 'h', 'e', 'a'), maxp = HB_TAG('m', 'a', 'x', 'p');
constexpr hb_tag_t glyf = HB_TAG('g', 'l', 'y', 'f'), loca = HB_TAG('l', 'o', 'c', 'a'), hmtx = HB_TAG('h', 'm', 't', 'x');

// Made anew, or about what varied and how it was hinted.
constexpr std::string_view left_out = "head hhea maxp glyf loca hmtx gvar cvar HVAR VVAR MVAR STAT cvt  fpgm prep hdmx VDMX LTSH DSIG";

bool is_left_out(hb_tag_t table) {
  char name[4];
  hb_tag_to_string(table, name);
  return left_out.find({name, 4}) != left_out.npos;
}

void add_table(hb_face_t* builder, hb_tag_t tag, const std::string& bytes) {
  const HbBlob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
  hb_face_builder_add_table(builder, tag, blob.get());
}

void add_others(hb_face_t* builder, hb_face_t* face) {
  std::array<hb_tag_t, 64> tags;
  for (unsigned from = 0, count = tags.size(); count > 0; from += count) {
    count = tags.size();
    hb_face_get_table_tags(face, from, &count, tags.data());
    for (unsigned at = 0; at < count; ++at) {
      if (is_left_out(tags[at])) continue;
      const HbBlob table(hb_face_reference_table(face, tags[at]));
      hb_face_builder_add_table(builder, tags[at], table.get());
    }
  }
}

}  // namespace

HbFace standing(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  static const Steps<Contours> along;
  const unsigned count = hb_face_get_glyph_count(face.face());
  std::vector<char> is_wanted(count, glyphs.empty() ? 1 : 0);
  for (const std::uint32_t glyph : glyphs)
    if (glyph < count) is_wanted[glyph] = 1;
  if (count > 0) is_wanted[0] = 1;

  Bytes outlines, places, widths;
  Box all;
  std::size_t most_points = 0, most_contours = 0;
  for (unsigned glyph = 0; glyph < count; ++glyph) {
    Contours contours;
    if (is_wanted[glyph]) hb_font_get_glyph_shape(face.font(), glyph, along.get(), &contours);
    const Box box = contours.box();
    all = {std::min(all.left, box.left), std::min(all.bottom, box.bottom), std::max(all.right, box.right), std::max(all.top, box.top)};
    most_points = std::max(most_points, contours.points());
    most_contours = std::max(most_contours, contours.contours());
    places.u32(outlines.text().size());
    outlines.text() += contours.entry();
    widths.u16(std::clamp(hb_font_get_glyph_h_advance(face.font(), glyph), 0, 0xFFFF)).u16(box.left);
  }
  places.u32(outlines.text().size());

  HbFace made(hb_face_builder_create());
  add_others(made.get(), face.face());
  const auto copy_of = [&](hb_tag_t tag, std::size_t size) {
    Bytes table;
    table.text() = table_of(face.face(), tag);
    table.text().resize(size);
    return table;
  };
  Bytes about_all = copy_of(head, 54);
  about_all.put(36, all.left).put(38, all.bottom).put(40, all.right).put(42, all.top);
  about_all.put(50, 1);  // places are of four bytes
  Bytes about_widths = copy_of(hhea, 36);
  about_widths.put(34, static_cast<int>(count));
  const auto counted = [](std::size_t number) { return static_cast<int>(std::min<std::size_t>(number, 0xFFFF)); };
  Bytes profile;
  profile.u32(0x10000).u16(static_cast<int>(count)).u16(counted(most_points)).u16(counted(most_contours)).u32(0).u16(2);  // two zones
  profile.text().resize(32);
  add_table(made.get(), head, about_all.text());
  add_table(made.get(), hhea, about_widths.text());
  add_table(made.get(), maxp, profile.text());
  add_table(made.get(), glyf, outlines.text());
  add_table(made.get(), loca, places.text());
  add_table(made.get(), hmtx, widths.text());
  return made;
}

}  // namespace octavo::glyphs
