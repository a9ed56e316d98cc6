#pragma once
// Total-fit line breaking: Knuth and Plass, "Breaking paragraphs into lines", 1981. In: the places where
// lines may end and the room there is; out: the places where they do, so that the demerits of all lines
// together are least.
#include <cstdint>
#include <span>
#include <vector>

#include "lines/items.h"

namespace octavo::lines {

enum class Setting : std::uint8_t { justified, ragged };

struct Goal {
  double first = 0, other = 0;  // room of the first line and of the others, points
  std::uint32_t lines_beside = 0;  // after the first, which have ...
  double beside = 0;               // ... so much less of it
  double end_indent = 0;        // of it, kept free in every line but the last
  double last_end_indent = 0;   // in the last
  Setting setting = Setting::justified;
  Setting last_setting = Setting::ragged;
  double raggedness = 0;      // how much shorter than the room a ragged line may well be
  double hyphen_penalty = 0;  // on top of the usual, for every hyphen added
  double em = 0;
  double short_last = 0;  // a last line should be longer
};

struct Pass {
  double tolerance = 1;  // how often the stretch of a line may be used
  double emergency =
      0;  // stretch that every line has beside its own, so that those without any can be compared
  bool last_resort = false;  // always finds breaks: what fits nowhere is overfull
};

enum class Fitness : std::uint8_t { tight, decent, loose, very_loose };

// How a line does between two places.
struct Fit {
  double ratio = 0;  // of stretch (> 0) or shrink (< 0) used; infinite where there is none
  bool feasible = false;
  bool hopeless = false;  // too long, and so will every longer line be from the same beginning
  Fitness fitness = Fitness::decent;
};

// `line`: how many come before it; asked for only where lines stand beside something.
Fit fit(std::span<const Breakpoint> points, std::uint32_t from, std::uint32_t to, const Goal& goal,
        const Pass& pass, std::uint32_t line);

// What a line costs by itself, and what it costs beside the line before it. `hyphens`: lines in a row that
// end in one.
double line_demerits(std::span<const Breakpoint> points, std::uint32_t from, std::uint32_t to, const Fit& fit,
                     const Goal& goal);
constexpr double overfull_demerits = 1e14;
constexpr unsigned most_hyphens = 3;  // in a row, and those but in the last resort; more cost the same each
double neighbour_demerits(Fitness before, Fitness here, unsigned hyphens);

// Indices into `points`, the last one included and the first one not; empty if no breaks keep to the
// tolerance.
std::vector<std::uint32_t> best_breaks(std::span<const Breakpoint> points, const Goal& goal,
                                       const Pass& pass);

}  // namespace octavo::lines
