#include "lines/looseness.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace octavo::lines {
namespace {

constexpr unsigned kinds_of_fitness = 4;

// A line that ends at a place, as best_breaks has it; one layer of them for each number of lines.
struct Node {
  double demerits = 0;
  std::uint32_t point = 0;
  std::uint32_t before = 0;  // in the layer before
  Fitness fitness = Fitness::decent;
  std::uint8_t hyphens = 0;
};
using Layer = std::vector<Node>;  // by place

class Counter {
 public:
  Counter(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass)
      : points_(points), goal_(goal), pass_(pass) {}

  std::vector<Way> run(std::size_t most) {
    layers_.push_back({Node()});
    std::vector<Way> ways(most);
    for (auto& way : ways) {
      layers_.push_back(next_layer(layers_.back()));
      way = trace();
      if (layers_.back().empty()) break;
    }
    return ways;
  }

 private:
  Layer next_layer(const Layer& before) const {
    Layer layer;
    const auto number = static_cast<std::uint32_t>(layers_.size() - 1);
    std::size_t head = 0;
    for (auto to = before.empty() ? 0 : before.front().point + 1; to < points_.size() && head < before.size(); ++to) {
      std::array<Node, (most_hyphens + 1) * kinds_of_fitness> best;
      std::array<bool, best.size()> reached{};
      for (auto i = head; i < before.size() && before[i].point < to; ++i) {
        const auto& from = before[i];
        const auto line = fit(points_, from.point, to, goal_, pass_, number);
        if (line.hopeless && i == head) ++head;
        if (!line.feasible && line.ratio > 0) break;  // and so are all that begin later
        if (!line.feasible) continue;
        const auto hyphens = points_[to].shows_hyphen ? std::min(from.hyphens + 1u, most_hyphens) : 0u;
        if (hyphens == most_hyphens) continue;
        auto demerits = from.demerits + line_demerits(points_, from.point, to, line, goal_);
        if (from.point > 0) demerits += neighbour_demerits(from.fitness, line.fitness, hyphens);
        const auto slot = hyphens * kinds_of_fitness + static_cast<unsigned>(line.fitness);
        if (reached[slot] && best[slot].demerits <= demerits) continue;
        reached[slot] = true;
        best[slot] = {demerits, to, static_cast<std::uint32_t>(i), line.fitness, static_cast<std::uint8_t>(hyphens)};
      }
      for (std::size_t slot = 0; slot < best.size(); ++slot)
        if (reached[slot]) layer.push_back(best[slot]);
    }
    return layer;
  }

  // The best way that comes to the end with the last layer.
  Way trace() const {
    const Node* best = nullptr;
    for (const auto& node : layers_.back())
      if (node.point + 1 == points_.size() && (!best || node.demerits < best->demerits)) best = &node;
    if (!best) return {};
    Way way{{}, best->demerits};
    for (auto layer = layers_.size() - 1; layer > 0; --layer) {
      way.breaks.push_back(best->point);
      best = &layers_[layer - 1][best->before];
    }
    std::reverse(way.breaks.begin(), way.breaks.end());
    return way;
  }

  std::span<const Breakpoint> points_;
  const Goal& goal_;
  const Pass& pass_;
  std::vector<Layer> layers_;
};

}  // namespace

std::vector<Way> best_ways(std::span<const Breakpoint> points, const Goal& goal, const Pass& pass, std::size_t most) {
  assert(!pass.last_resort);
  return Counter(points, goal, pass).run(most);
}

double demerits_of(std::span<const Breakpoint> points, std::span<const std::uint32_t> breaks, const Goal& goal,
                   const Pass& pass) {
  double total = 0;
  std::uint32_t from = 0;
  auto before = Fitness::decent;
  unsigned hyphens = 0;
  std::uint32_t number = 0;
  for (const auto to : breaks) {
    const auto line = fit(points, from, to, goal, pass, number++);
    hyphens = points[to].shows_hyphen ? std::min(hyphens + 1, most_hyphens) : 0;
    total += line.feasible ? line_demerits(points, from, to, line, goal) : overfull_demerits;
    if (from > 0) total += neighbour_demerits(before, line.fitness, hyphens);
    before = line.fitness;
    from = to;
  }
  return total;
}

}  // namespace octavo::lines
