#include "glyphs/parts.h"

#include <vector>

#include "glyphs/table.h"

namespace octavo::glyphs {
namespace {

constexpr unsigned most_of_one = 1'000, most_of_all = 2'000'000;  // letters of dots have hundreds
constexpr unsigned deepest = 64;                                  // as far as HarfBuzz follows

class Parts {
 public:
  explicit Parts(hb_face_t* face)
      : glyf_(face, "glyf"), loca_(face, "loca"), is_long_(Table(face, "head").int16(50) != 0), counted_(hb_face_get_glyph_count(face)) {}

  bool are_within_reason() {
    unsigned all = 0;
    for (unsigned glyph = 0; glyph < counted_.size() && all <= most_of_all; ++glyph) {
      const unsigned one = of(glyph, 0);
      if (one > most_of_one) return false;
      all += one;
    }
    return all <= most_of_all;
  }

 private:
  // Of the glyph and of whatever it is put together of; beyond the most, any number.
  unsigned of(unsigned glyph, unsigned depth) {
    if (glyph >= counted_.size()) return 1;
    if (depth > deepest) return most_of_one + 1;
    if (counted_[glyph] != 0) return counted_[glyph];
    counted_[glyph] = most_of_one + 1;  // to itself, if it is one of its own parts
    const unsigned parts = 1 + of_components(glyph, depth);
    return counted_[glyph] = parts;
  }

  unsigned of_components(unsigned glyph, unsigned depth) {
    const std::size_t end = place(glyph + 1);
    std::size_t at = place(glyph);
    if (at + 10 > end || glyf_.int16(at) >= 0) return 0;
    if (glyf_.int16(at) != -1) return most_of_one;  // HarfBuzz would follow -2 into a table of its own making
    constexpr unsigned words = 0x0001, one_scale = 0x0008, more = 0x0020, two_scales = 0x0040, two_by_two = 0x0080, wide_number = 0x2000;
    unsigned parts = 0;
    at += 10;
    for (unsigned flags = more; (flags & more) != 0 && at + 4 <= end && parts < most_of_one;) {
      flags = glyf_.uint16(at);
      if (flags & wide_number) return most_of_one;  // the same: no flag of OpenType
      parts += of(glyf_.uint16(at + 2), depth + 1);
      at += 4 + (flags & words ? 4 : 2) + (flags & one_scale ? 2 : flags & two_scales ? 4 : flags & two_by_two ? 8 : 0);
    }
    return parts;
  }

  std::size_t place(std::size_t glyph) const { return is_long_ ? loca_.uint32(4 * glyph) : std::size_t{loca_.uint16(2 * glyph)} * 2; }

  Table glyf_, loca_;
  bool is_long_;
  std::vector<unsigned> counted_;  // by glyph; 0: not yet
};

}  // namespace

bool has_parts_within_reason(hb_face_t* face) { return Parts(face).are_within_reason(); }

}  // namespace octavo::glyphs
