#pragma once
// Boxes, glue and penalties, as the breaker wants them: one entry for each place where a line may end, with
// sums from the segment's beginning, so that the line between any two of them costs a few subtractions.
#include <cstdint>
#include <span>
#include <vector>

#include "lines/opportunities.h"
#include "lines/protrusion.h"
#include "lines/shape.h"

namespace octavo::lines {

// What is between two forced breaks.
struct Segment {
  std::uint32_t first_atom = 0, last_atom = 0;  // the second is one past the end
  std::uint32_t begin = 0, end = 0;             // bytes, without the white space that ends it
  std::uint32_t next = 0;                       // bytes, where the next one begins
  bool is_full = false;                         // as the break that ends it has it
};

struct Sums {
  double width = 0, stretch = 0, shrink = 0;
  double letters = 0;  // of the width: what may be drawn a little wider or narrower
  std::uint32_t fills = 0;
};

struct Breakpoint {
  Sums end;    // if a line ends here: without white space, with the hyphen, less what hangs out
  Sums start;  // if a line begins here, what hangs out before it counted off
  std::uint32_t end_at = 0, next_at = 0;  // bytes
  std::uint32_t atom = 0;                 // the one in which the next line begins
  float penalty = 0;
  bool adds_hyphen = false;
  bool shows_hyphen = false;  // added or the author's own: they should not stand in a stack
  bool in_address = false;    // or in code: the line may stay short rather than be torn apart
  bool inside_word = false;   // of one: broken only for want of anything better
};

// Which edges are straight, so that punctuation may hang out there; in the order of reading.
struct Edges {
  bool start = false, first_start = false, end = false, last_end = false;
  Hanging hanging = Hanging::marks;
};

struct Glue {
  float stretch = 0, shrink = 0;  // as shares of the word space
};

constexpr Glue word_space = {0.5f, 0.25f};  // so that a space is never less than 0.75 of the font's, nor than narrowest_space
// Spaces of code are three times as wide as those of a text: they would take most of a line's white space. A little they give, for lines of
// nothing but code.
constexpr Glue fixed_space = {0.1f, 0};
constexpr const Glue& glue_of(const TextStyle& style) { return style.has_fixed_spaces ? fixed_space : word_space; }
// How much white space of so many points may gain and lose.
inline double stretchable(double width, const TextStyle& style) { return width * glue_of(style).stretch; }
inline double shrinkable(double width, const TextStyle& style) {
  const double room = width - narrowest_space * style.size, most = width * glue_of(style).shrink;
  return room <= 0 ? 0 : room < most ? room : most;
}
constexpr float most_stretch =
    1.2f;  // times the stretch: a space is at most 1.6 of the font's, if it can be helped
constexpr float between_ideographs = 0.04f;  // stretch, in ems
// By what share of their width letters may be drawn wider or narrower before any word space is: less than anybody sees, and more than all
// the shrink there is in a line.
constexpr double most_scaling = 0.02;
// And by what share of it letters may draw nearer to one another in a line that is tight, where word spaces have little to give.
constexpr double most_tightening = 0.01;

// The first entry is the segment's beginning, the last its end; places inside are opportunities.
std::vector<Breakpoint> breakpoints(const Shaping& shaping, const Segment& segment,
                                    std::span<const OpportunityPlace> opportunities, const Edges& edges);

std::vector<Segment> segments(const Shaping& shaping);

}  // namespace octavo::lines
