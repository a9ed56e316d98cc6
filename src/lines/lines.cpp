#include "lines/lines.h"

#include <algorithm>
#include <optional>

#include "lines/break.h"
#include "lines/items.h"
#include "lines/justify.h"
#include "lines/looseness.h"
#include "lines/opportunities.h"
#include "lines/runs.h"
#include "lines/shape.h"

namespace octavo::lines {
namespace {

constexpr double rounding = 0.01;
constexpr float long_piece = 8;  // ems of code or address that a table column need not hold in one line

class Setter {
 public:
  Setter(const Paragraph& paragraph, double measure, const Tools& tools)
      : paragraph_(paragraph), measure_(measure), tools_(tools), shaping_(shape(paragraph, tools.fonts)) {}

  std::vector<Line> set() {
    const auto all = segments(shaping_);
    for (const auto& segment : all) {
      is_first_ = &segment == &all.front() || paragraph_.preserve_spaces;
      is_last_ = &segment == &all.back();
      make_lines(segment, break_up(segment));
    }
    return std::move(lines_);
  }

  Variant set(int by) {
    const auto all = segments(shaping_);
    if (all.size() != 1 || paragraph_.preserve_spaces) return {};
    const auto& segment = all.front();
    auto best = break_up(segment);
    const auto is_one_line = best.breaks.size() <= 1;
    const auto count = (is_one_line ? 1 : static_cast<std::ptrdiff_t>(best.breaks.size())) + by;
    if (count < 1) return {};
    Variant variant;
    if (by != 0) {
      const auto goal = goal_of();
      const auto cost = is_one_line ? 0 : demerits_of(best.points, best.breaks, goal, best.pass);
      best.points = breakpoints(shaping_, segment, hyphenated(), edges());
      auto ways = best_ways(best.points, goal, {.tolerance = most_stretch}, static_cast<std::size_t>(count));
      best.breaks = std::move(ways.back().breaks);
      if (best.breaks.empty()) return {};
      // The best way may have been found without trying hyphens, and cost more for it.
      variant.demerits = std::max(ways.back().demerits - cost, 0.0);
    }
    make_lines(segment, best);
    variant.lines = std::move(lines_);
    return variant;
  }

 private:
  // A segment, and how it is broken.
  struct Broken {
    std::vector<Breakpoint> points;
    std::vector<std::uint32_t> breaks;  // none if it is one line
    Pass pass;
  };

  // Of the line that is next.
  double room() const { return measure_ - (is_first_ ? paragraph_.first_indent : paragraph_.hanging_indent) - beside(); }
  float beside() const { return !lines_.empty() && lines_.size() <= paragraph_.lines_beside ? paragraph_.beside : 0; }

  bool fits_in_one_line(const Segment& segment) const {
    double natural = 0;
    for (auto i = segment.first_atom; i < segment.last_atom; ++i) natural += shaping_.atoms[i].width;
    return natural <= room() - (is_last_ ? 0 : paragraph_.end_indent) + rounding;
  }

  void make_lines(const Segment& segment, const Broken& broken) {
    LineRange range;
    range.begin = segment.begin;
    range.atom = segment.first_atom;
    range.indented_first = is_first_;
    const auto first_line = lines_.size();
    for (const auto index : broken.breaks) {
      if (index + 1 == broken.points.size()) break;
      const auto& point = broken.points[index];
      range.end = point.end_at;
      range.next = point.next_at;
      range.ending = point.adds_hyphen ? Ending::hyphen : Ending::plain;
      range.may_be_short = point.in_address;
      add(range);
      range = {.begin = point.next_at, .atom = point.atom};
    }
    range.end = segment.end;
    range.next = segment.next;
    range.last_of_segment = !segment.is_full;
    range.last_of_paragraph = is_last_;
    add(range);
    for (auto i = first_line + (goes_on_ ? 0 : 1); i < lines_.size(); ++i) lines_[i].turned_over = true;
    goes_on_ = segment.is_full;
  }

  void add(LineRange range) {
    range.beside = beside();
    lines_.push_back(make_line(shaping_, range, place(shaping_, range, measure_), measure_, next_mark_));
  }

  // First without hyphens, then with them, then however it goes. Only that last resort tears names in a text where nothing
  // divides them; code may be torn at once.
  Broken break_up(const Segment& segment) {
    if (segment.is_full || fits_in_one_line(segment)) return {};
    const auto goal = goal_of();
    Broken broken;
    const auto try_with = [&](const std::vector<OpportunityPlace>& places, const Pass& pass) {
      broken.points = breakpoints(shaping_, segment, places, edges());
      broken.breaks = best_breaks(broken.points, goal, pass);
      broken.pass = pass;
      return !broken.breaks.empty();
    };
    if (try_with(plain(), {.tolerance = 1}) || try_with(hyphenated(), {.tolerance = most_stretch})) return broken;
    try_with(*hyphenated_, {.emergency = 0.3 * goal.em, .last_resort = true});
    return broken;
  }

  Edges edges() const {
    auto result = edges_of(shaping_, paragraph_.align);
    if (is_first_ && paragraph_.first_indent != paragraph_.hanging_indent) result.first_start = false;
    result.last_end = edges_of(shaping_, paragraph_.align_last).end;
    return result;
  }

  const std::vector<OpportunityPlace>& plain() {
    if (!plain_) plain_ = opportunities(shaping_.collected, paragraph_, tools_.rules);
    if (!kind_) kind_ = without_tearing(*plain_);
    return *kind_;
  }

  const std::vector<OpportunityPlace>& hyphenated() {
    plain();
    if (!hyphenated_) hyphenated_ = with_hyphenation(*plain_, shaping_.collected, paragraph_, tools_.hyphenation);
    if (!kind_hyphenated_) kind_hyphenated_ = without_tearing(*hyphenated_);
    return *kind_hyphenated_;
  }

  std::vector<OpportunityPlace> without_tearing(std::vector<OpportunityPlace> places) const {
    if (!paragraph_.preserve_spaces)
      std::erase_if(places, [](const auto& place) { return place.kind == Opportunity::anywhere; });
    return places;
  }

  Goal goal_of() const {
    const auto setting = [](style::Align align) {
      return align == style::Align::justify ? Setting::justified : Setting::ragged;
    };
    Goal goal;
    goal.first = room();
    goal.other = measure_ - paragraph_.hanging_indent;
    const auto before = static_cast<std::uint32_t>(lines_.size());
    goal.lines_beside = paragraph_.lines_beside - std::min(before, paragraph_.lines_beside);
    goal.beside = paragraph_.beside;
    goal.end_indent = paragraph_.end_indent;
    goal.last_end_indent = is_last_ ? 0 : paragraph_.end_indent;
    goal.setting = setting(paragraph_.align);
    goal.last_setting = setting(paragraph_.align_last);
    goal.em = shaping_.em;
    // A turned-over line of code may end where it likes; a ragged margin of text should not be torn.
    goal.raggedness =
        paragraph_.preserve_spaces ? goal.other / 4 : std::clamp(goal.other / 8, 2 * goal.em, 5 * goal.em);
    goal.hyphen_penalty = goal.setting == Setting::ragged ? 100 : 0;
    goal.short_last = std::max<double>(paragraph_.first_indent * 1.25, 2 * goal.em);
    return goal;
  }

  const Paragraph& paragraph_;
  double measure_;
  Tools tools_;
  Shaping shaping_;
  std::optional<std::vector<OpportunityPlace>> plain_, hyphenated_, kind_,
      kind_hyphenated_;  // found once, and only if something must be broken
  std::vector<Line> lines_;
  std::size_t next_mark_ = 0;
  bool is_first_ = true, is_last_ = true;
  bool goes_on_ = false;  // with the segment before
};

// The widest part of a segment that must stay together.
double widest_piece(const Shaping& shaping, const Segment& segment,
                    std::span<const OpportunityPlace> places) {
  const auto points = breakpoints(shaping, segment, places, {});
  const auto width = [&](std::size_t from, std::size_t to) {
    return points[to].end.width - points[from].start.width;
  };
  double widest = 0, widest_part = 0;
  bool divisible = false;
  for (std::size_t i = 1, begin = 0; i < points.size(); ++i) {
    widest_part = std::max(widest_part, width(i - 1, i));
    if (points[i].inside_word) {
      divisible = true;
      continue;
    }
    const auto whole = width(begin, i);
    widest = std::max(
        widest,
        divisible ? std::max<double>(widest_part, std::min<double>(whole, long_piece * shaping.em)) : whole);
    begin = i;
    divisible = false;
    widest_part = 0;
  }
  return widest;
}

}  // namespace

std::vector<Line> set(const Paragraph& paragraph, float measure, const Tools& tools) {
  if (paragraph.pieces.empty()) return {};
  return Setter(paragraph, measure > 0 ? measure : 0, tools).set();
}

Variant set(const Paragraph& paragraph, float measure, int by, const Tools& tools) {
  if (paragraph.pieces.empty()) return {};
  return Setter(paragraph, measure > 0 ? measure : 0, tools).set(by);
}

Extent extent(const Paragraph& paragraph, const Tools& tools) {
  if (paragraph.pieces.empty()) return {};
  const auto shaping = shape(paragraph, tools.fonts);
  const auto places = opportunities(shaping.collected, paragraph, tools.rules);
  const auto widest_indent = std::max(paragraph.first_indent, paragraph.hanging_indent);
  auto kind = places;
  std::erase_if(kind, [](const auto& place) { return place.kind >= Opportunity::punctuation; });
  double minimum = 0, whole = 0, preferred = 0;
  bool is_first = true;
  for (const auto& segment : segments(shaping)) {
    double natural =
        is_first || paragraph.preserve_spaces ? paragraph.first_indent : paragraph.hanging_indent;
    for (auto i = segment.first_atom; i < segment.last_atom; ++i) natural += shaping.atoms[i].width;
    preferred = std::max(preferred, natural);
    minimum = std::max(minimum, widest_piece(shaping, segment, places) + widest_indent);
    whole = std::max(whole, widest_piece(shaping, segment, kind) + widest_indent);
    is_first = false;
  }
  return {static_cast<float>(std::min(minimum, preferred)), static_cast<float>(std::min(whole, preferred)), static_cast<float>(preferred)};
}

}  // namespace octavo::lines
