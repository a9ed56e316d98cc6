#include "lines/break.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace octavo::lines {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double rounding = 0.005;  // points by which a line may be too long without being so
constexpr double per_line = 10;  // Knuth and Plass's line penalty: of two good ways the one with fewer lines
constexpr double unlike_neighbours = 10000;
constexpr double two_hyphens = 10000;
constexpr double three_hyphens = 1e13;  // only in the last resort, and worse than any line there but one that sticks out
constexpr double last_after_hyphen = 8000;
constexpr double last_too_short = 40000;
constexpr double most_badness = 1e6;
constexpr std::size_t most_active = 512;  // no line that can be printed has so many places to break

Fitness fitness_of(double ratio) {
  if (ratio < -0.5) return Fitness::tight;
  if (ratio <= 0.5) return Fitness::decent;
  return ratio <= 1 ? Fitness::loose : Fitness::very_loose;
}

// fit(), in line: the breaker asks it of so many pairs of places that the calls alone would cost a tenth of its time.
inline Fit fit_of(std::span<const Breakpoint> points, std::uint32_t from, std::uint32_t to, const Goal& goal,
                  const Pass& pass, std::uint32_t line) {
  const auto& begin = points[from].start;
  const auto& end = points[to].end;
  const auto last = to + 1 == points.size();
  const auto whole = from == 0 ? goal.first : line <= goal.lines_beside ? goal.other - goal.beside : goal.other;
  const auto room = whole - (end.width - begin.width);
  auto slack = room - (last ? goal.last_end_indent : goal.end_indent);
  const auto setting = last ? goal.last_setting : goal.setting;
  // A last line that is set ragged may shrink like the others, to avoid a line of one word after it.
  const auto shrink = goal.setting == Setting::justified ? end.shrink - begin.shrink : 0;
  const auto letters = goal.setting == Setting::justified ? (end.letters - begin.letters) * most_scaling : 0;
  Fit result;
  if (slack < -rounding) {
    result.hopeless = room + shrink + letters < -goal.em;
    slack = std::min(slack + letters, 0.0);
    result.ratio = slack == 0 ? 0 : shrink > 0 ? slack / shrink : -infinite;
    result.feasible = -slack <= shrink + rounding;
  } else if ((last && setting == Setting::ragged) || end.fills > begin.fills) {
    result.feasible = true;
  } else {
    const auto own = setting == Setting::justified ? end.stretch - begin.stretch : 0;
    const auto stretch = own + (setting == Setting::ragged ? goal.raggedness : 0) + pass.emergency;
    if (setting == Setting::justified) slack -= letters;
    result.ratio = slack <= rounding ? 0 : stretch > 0 ? slack / stretch : infinite;
    result.feasible = pass.last_resort || result.ratio <= pass.tolerance;
  }
  if (setting == Setting::justified) result.fitness = fitness_of(result.ratio);
  return result;
}

}  // namespace

Fit fit(std::span<const Breakpoint> points, std::uint32_t from, std::uint32_t to, const Goal& goal,
        const Pass& pass, std::uint32_t line) {
  return fit_of(points, from, to, goal, pass, line);
}

double line_demerits(std::span<const Breakpoint> points, std::uint32_t from, std::uint32_t to, const Fit& fit,
                     const Goal& goal) {
  const auto ratio = std::abs(fit.ratio);
  const auto badness = std::min(100 * ratio * ratio * ratio, most_badness);
  const auto penalty = points[to].penalty + (points[to].adds_hyphen ? goal.hyphen_penalty : 0);
  auto demerits = (per_line + badness) * (per_line + badness) + penalty * penalty;
  if (to + 1 == points.size() && from > 0) {
    if (points[from].shows_hyphen) demerits += last_after_hyphen;
    const auto filled =
        points[to].end.fills > points[from].start.fills || goal.last_setting == Setting::justified;
    if (!filled && points[to].end.width - points[from].start.width < goal.short_last)
      demerits += last_too_short;
  }
  return demerits;
}

double neighbour_demerits(Fitness before, Fitness here, unsigned hyphens) {
  const auto difference = std::abs(static_cast<int>(before) - static_cast<int>(here));
  return (difference > 1 ? unlike_neighbours : 0) + (hyphens == 2  ? two_hyphens
                                                     : hyphens > 2 ? three_hyphens
                                                                   : 0);
}

namespace {

// The best way to end a line at a place with a line of this fitness after so many hyphens in a row.
struct Node {
  double demerits = 0;
  std::uint32_t point = 0;
  std::uint32_t before = 0;  // the node of the line before
  Fitness fitness = Fitness::decent;
  std::uint8_t hyphens = 0;
};

// The nodes of one place.
struct Active {
  std::uint32_t point = 0;
  std::uint32_t first = 0, last = 0;
  double least = 0;  // of their demerits
  std::uint32_t line = 0;  // how many lines end before it, as far as they are counted: all those beside something, and one more
};

class Breaker {
 public:
  Breaker(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass)
      : points_(points), goal_(goal), pass_(pass), counted_(goal.lines_beside + 1) {}

  std::vector<std::uint32_t> run() {
    nodes_.reserve(points_.size() + 16);
    active_.reserve(points_.size());
    nodes_.push_back({});
    active_.push_back({0, 0, 1, 0});
    for (std::uint32_t to = 1; to < points_.size(); ++to) {
      const auto known = active_.size();
      for (std::uint32_t ended = 1; ended <= counted_; ++ended) end_line(to, ended, known);
      if (active_.size() == known && pass_.last_resort) {
        const auto last = active_.back();
        const auto excess =
            std::max(0.0, points_[to].end.width - points_[last.point].start.width - goal_.other);
        extend(last, to, {-1, true, false, Fitness::tight}, overfull_demerits + excess);
        keep(to, std::min(last.line + 1, counted_));
      }
      if (active_.size() - head_ > most_active) ++head_;
      if (head_ == active_.size()) return {};
    }
    return trace();
  }

 private:
  // The lines that can end at the place so that this is how many have ended, out of what was known before.
  void end_line(std::uint32_t to, std::uint32_t ended, std::size_t known) {
    filled_ = 0;
    best_ = best_of_fewest_ = infinite;
    const auto is_last = to + 1 == points_.size();
    const auto all_are_alike = counted_ == 1;
    auto least = infinite;
    for (auto i = head_; i < known; ++i) least = std::min(least, active_[i].least);
    for (auto i = head_; i < known; ++i) {
      const auto& from = active_[i];
      if (!all_are_alike && std::min(from.line + 1, counted_) != ended) continue;
      const auto line = fit_of(points_, from.point, to, goal_, pass_, from.line);
      if (line.feasible) {
        const auto demerits = line_demerits(points_, from.point, to, line, goal_);
        // The later a line begins, the looser it is: none from here on could be better in any company.
        if (all_are_alike && !is_last && least + demerits > best_of_fewest_ + unlike_neighbours) break;
        extend(from, to, line, demerits);
      } else if (line.ratio > 0) {
        if (all_are_alike) break;
      } else if (line.hopeless && i == head_ && !(pass_.last_resort && i + 1 == known)) {
        ++head_;
      }
    }
    if (best_ < infinite) keep(to, ended);
  }

  void extend(const Active& from, std::uint32_t to, const Fit& line, double demerits) {
    for (auto i = from.first; i < from.last; ++i) {
      const auto& node = nodes_[i];
      const auto hyphens = points_[to].shows_hyphen ? std::min(node.hyphens + 1u, most_hyphens) : 0u;
      if (hyphens == most_hyphens && !pass_.last_resort) continue;
      auto total = node.demerits + demerits;
      if (from.point > 0) total += neighbour_demerits(node.fitness, line.fitness, hyphens);
      const auto slot = hyphens * 4 + static_cast<unsigned>(line.fitness);
      auto& best = candidates_[slot];
      best_ = std::min(best_, total);
      if (hyphens <= 1) best_of_fewest_ = std::min(best_of_fewest_, total);
      if ((filled_ >> slot & 1) != 0 && best.demerits <= total) continue;
      filled_ |= 1u << slot;
      best = {total, to, i, line.fitness, static_cast<std::uint8_t>(hyphens)};
    }
  }

  // Candidates that another, of no more hyphens, beats whatever line comes next need not live.
  void keep(std::uint32_t to, std::uint32_t ended) {
    const auto first = static_cast<std::uint32_t>(nodes_.size());
    auto enough = infinite;
    for (auto slots = filled_; slots != 0; slots &= slots - 1) {
      const auto& candidate = candidates_[static_cast<std::size_t>(std::countr_zero(slots))];
      if (candidate.demerits > enough) continue;
      nodes_.push_back(candidate);
      enough = std::min(enough, candidate.demerits + unlike_neighbours);
    }
    active_.push_back({to, first, static_cast<std::uint32_t>(nodes_.size()), best_, ended});
  }

  std::vector<std::uint32_t> trace() const {
    auto last = active_.end();
    while (last != active_.begin() && (last - 1)->point + 1 == points_.size()) --last;
    if (last == active_.end()) return {};
    auto best = last->first;
    for (auto i = last->first; i < active_.back().last; ++i)
      if (nodes_[i].demerits < nodes_[best].demerits) best = i;
    std::vector<std::uint32_t> result;
    for (auto i = best; i != 0; i = nodes_[i].before) result.push_back(nodes_[i].point);
    std::reverse(result.begin(), result.end());
    return result;
  }

  std::span<const Breakpoint> points_;
  const Goal& goal_;
  const Pass& pass_;
  const std::uint32_t counted_;  // lines; to all that come after, how many came before is one
  std::vector<Node> nodes_;
  std::vector<Active> active_;
  std::size_t head_ = 0;  // the first of `active_` that may still begin a line
  std::array<Node, (most_hyphens + 1) * 4> candidates_;
  unsigned filled_ = 0;     // bits: which of them there are
  double best_ = infinite;  // of the candidates
  double best_of_fewest_ = infinite;  // of those with as few hyphens in a row as there can be at the place
};

}  // namespace

std::vector<std::uint32_t> best_breaks(std::span<const Breakpoint> points, const Goal& goal,
                                       const Pass& pass) {
  return Breaker(points, goal, pass).run();
}

}  // namespace octavo::lines
