#include "pages/page_breaks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/failure.h"
#include "pages/column_ends.h"
#include "pages/page_costs.h"

namespace octavo::pages {
namespace {

constexpr double hereabout = 8;  // strips
constexpr int most_rounds = 12;  // in which paragraphs are tried; what has not been tried by then stays as it is

constexpr std::size_t none = static_cast<std::size_t>(-1);

// The cheapest way for columns to come to a state.
struct Node {
  const ColumnEnd* end;       // of the last one
  std::size_t ordinal = 0;    // columns before it, as far as it matters how high this one is
  double cost = 0;
  std::size_t before = 0;     // the node its last column began with
  std::size_t beside = none;  // the next that goes on with the same strip
  const ColumnState& state() const { return end->next; }
};

// One of those that cost least together.
struct Column {
  ColumnEnd end;
  std::size_t ordinal = 0;
  double cost = 0;            // of all so far
  const ColumnState& state() const { return end.next; }
};

// Nodes that go on with the same strip.
struct NodeList { std::size_t first = none, last = none; };

class Breaker {
 public:
  Breaker(Section& section, const PageMeasure& measure, const SetAgain& set_again)
      : section_(section),
        measure_(measure),
        set_again_(set_again),
        trials_(section.elastic.size()),
        source_{section, strips_, running_, measure, trials_, section.galley.size()},
        ends_(source_) {
    learn_strips();
    running_ = running_over(section, strips_, measure.grid);
  }

  std::vector<PageCut> pages() {
    if (section_.galley.empty()) return {};
    if (section_.spanning > 0) top_ = height_of(section_.galley, 0, section_.spanning);
    const ColumnState begin{section_.spanning, 0, {}};
    const auto heights = [this](std::size_t ordinal) { return height(ordinal); };
    std::vector<Column> columns = best(begin, heights);
    for (int round = 0; round < most_rounds && !all_can(columns, round + 1 == most_rounds); ++round) columns = best(begin, heights);
    std::vector<PageCut> cuts = laid_out(columns);
    if (section_.columns > 1) even_out(columns, cuts);
    if (section_.foot && cuts.size() == 1) stand_at_foot(cuts.back());  // what goes on for pages begins each of them at its head
    return cuts;
  }

 private:
  void learn_strips() {
    strips_.reserve(section_.galley.size());
    while (strips_.size() < section_.galley.size()) strips_.push_back(facts_of(section_.galley[strips_.size()]));
  }

  std::size_t columns() const { return static_cast<std::size_t>(section_.columns); }
  float height(std::size_t ordinal) const { return ordinal < columns() ? measure_.first_height - top_ : measure_.height; }

  // The columns that cost least together, from one state on; the first is where they begin, each other ends one. What a way is known to cost,
  // no column on the best way has cost before its end: where most columns would begin, none has to be filled.
  template <class Height>
  std::vector<Column> best(const ColumnState& begin, Height&& height_at) {
    constexpr double all = std::numeric_limits<double>::infinity();
    double most = cost_of_a_way(begin, height_at);
    for (const double worth_going_on : {cost::worth_a_look, cost::worth_going_on, all}) {
      std::vector<Column> found = best_within(begin, height_at, worth_going_on, most);
      if (found.empty()) continue;
      if (worth_going_on != cost::worth_a_look) return found;
      most = found.back().cost;
    }
    throw base::Failure("no way was found to break \"" + section_.title + "\" into pages");
  }

  // None where all cost more than `most`, or are not gone on with.
  template <class Height>
  std::vector<Column> best_within(const ColumnState& begin, Height&& height_at, double worth_going_on, double most) {
    const ColumnEnd before{begin};
    std::vector<Node> nodes = {{&before}};
    std::vector<NodeList> at(source_.end + 1 - begin.strip);  // by the strip they go on with
    at[0] = {0, 0};
    std::size_t last = 0;
    double least = std::numeric_limits<double>::infinity();
    double good = 0;  // the least that the ways to places hereabout cost
    for (std::size_t strip = begin.strip; strip <= source_.end; ++strip) {
      const NodeList& here = at[strip - begin.strip];
      good += worth_going_on / hereabout;
      for (std::size_t node = here.first; node != none; node = nodes[node].beside) good = std::min(good, nodes[node].cost);
      for (std::size_t from = here.first; from != none; from = nodes[from].beside) {
        const ColumnState& state = nodes[from].state();
        if (is_done(state)) {
          if (nodes[from].cost < least) {
            least = nodes[from].cost;
            last = from;
          }
          continue;
        }
        if (nodes[from].cost > good + worth_going_on) continue;
        const std::size_t ordinal = nodes[from].ordinal;
        const double so_far = nodes[from].cost;
        for (const ColumnEnd& column : ends_.of(state, height_at(ordinal))) {
          const double cost = so_far + column.cost;
          if (cost <= most) add(nodes, at[column.next.strip - begin.strip], {&column, std::min(ordinal + 1, columns()), cost, from});
        }
      }
    }
    if (last == 0 && !is_done(begin)) return {};
    std::vector<Column> path;
    for (std::size_t node = last;; node = nodes[node].before) {
      path.push_back({*nodes[node].end, nodes[node].ordinal, nodes[node].cost});
      if (node == 0) break;
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  // What columns cost together if each ends where that costs least for it alone: the best way costs no more.
  template <class Height>
  double cost_of_a_way(const ColumnState& begin, Height&& height_at) {
    constexpr double unknown = std::numeric_limits<double>::infinity();
    const ColumnState* state = &begin;
    double cost = 0;
    for (std::size_t ordinal = 0; !is_done(*state); ++ordinal) {
      const std::span<const ColumnEnd> ends = ends_.of(*state, height_at(ordinal));
      const auto cheapest = std::ranges::min_element(ends, {}, &ColumnEnd::cost);
      if (cheapest == ends.end() || cheapest->next == *state) return unknown;
      cost += cheapest->cost;
      state = &cheapest->next;
    }
    return cost;
  }

  bool is_done(const ColumnState& state) const {
    const bool waits = state.figure < section_.figures.size() && section_.figures[state.figure].begin < source_.end;
    return state.strip == source_.end && state.notes.empty() && !waits;
  }

  static void add(std::vector<Node>& nodes, NodeList& here, Node node) {
    for (std::size_t number = here.first; number != none; number = nodes[number].beside) {
      Node& other = nodes[number];
      if (other.ordinal != node.ordinal || !(other.state() == node.state())) continue;
      if (node.cost >= other.cost) return;
      node.beside = other.beside;
      other = node;
      return;
    }
    (here.first == none ? here.first : nodes[here.last].beside) = nodes.size();
    here.last = nodes.size();
    nodes.push_back(node);
  }

  // Tries the paragraphs that were to be set longer or shorter. False if one cannot: then other ways may be better.
  bool all_can(const std::vector<Column>& columns, bool is_last_round) {
    bool can = true;
    for (std::size_t index = 1; index < columns.size(); ++index) {
      const Column& from = columns[index - 1];
      if (columns[index].end.missing == 0) continue;
      const Adjustment adjustment = adjustment_for(source_, from.state(), height(from.ordinal), columns[index].end);
      for (const Give& give : adjustment.longer)
        if (give.kind == Give::Kind::paragraph) can = is_possible(give.index, 1, trials_[give.index].longer) && can;
      for (const Give& give : adjustment.shorter) can = is_possible(give.index, -1, trials_[give.index].shorter) && can;
    }
    if (is_last_round) {
      for (Trials& trials : trials_)
        for (Trial* trial : {&trials.longer, &trials.shorter})
          if (trial->verdict == Trial::Verdict::unknown) trial->verdict = Trial::Verdict::impossible;
      ends_.forget_all();
    }
    return can;
  }

  bool is_possible(std::size_t elastic, int by, Trial& trial) {
    if (trial.verdict == Trial::Verdict::unknown) {
      trial.strips = set_again_(elastic, by);
      learn_strips();
      trial.verdict = trial.strips.begin < trial.strips.end ? Trial::Verdict::possible : Trial::Verdict::impossible;
      if (trial.verdict == Trial::Verdict::impossible) ends_.forget(section_.elastic[elastic]);
    }
    return trial.verdict == Trial::Verdict::possible;
  }

  std::vector<PageCut> laid_out(const std::vector<Column>& columns) {
    std::vector<PageCut> cuts;
    for (std::size_t index = 1; index < columns.size(); ++index) {
      if (cuts.empty() || cuts.back().columns.size() == this->columns() + cuts.back().columns.front().spans) begin_page(cuts);
      const Column& from = columns[index - 1];
      add_column(cuts.back(), from.state(), height(from.ordinal), columns[index].end, cuts.size() == 1 ? top_ : 0);
    }
    return cuts;
  }

  void begin_page(std::vector<PageCut>& cuts) {
    cuts.emplace_back();
    if (cuts.size() > 1 || section_.spanning == 0) return;
    ColumnCut head;
    head.spans = true;
    float y = 0;
    for (std::size_t strip = 0; strip < section_.spanning; ++strip) {
      if (strip > 0) y += section_.galley[strip].space_before;
      head.strips.push_back({static_cast<std::uint32_t>(strip), y, false});
      y += section_.galley[strip].height;
    }
    head.end = section_.spanning;
    cuts.back().columns.push_back(std::move(head));
  }

  void add_column(PageCut& page, const ColumnState& from, float height, const ColumnEnd& end, float top) {
    const Adjustment adjustment = end.missing == 0 ? Adjustment{} : adjustment_for(source_, from, height, end);
    FilledColumn filled = fill_column(source_, from, height, end, adjustment);
    for (PlacedStrip& placed : filled.cut.strips) placed.y += top;
    filled.cut.top += top;
    page.columns.push_back(std::move(filled.cut));
    page.notes.insert(page.notes.end(), filled.notes.begin(), filled.notes.end());
    page.overfull = page.overfull || end.is_overfull;
  }

  // The columns of the last page end at about one height: the least at which they hold what is on it.
  void even_out(const std::vector<Column>& columns, std::vector<PageCut>& cuts) {
    const std::size_t on_last = cuts.back().columns.size() - cuts.back().columns.front().spans;
    const Column& first = columns[columns.size() - 1 - on_last];
    const float tallest = height(first.ordinal);
    const float top = cuts.size() == 1 ? top_ : 0;
    const float all = height_of(section_.galley, first.state().strip, source_.end);
    const float grid = measure_.grid;
    for (float tall = std::ceil(all / static_cast<float>(this->columns()) / grid) * grid; tall < tallest; tall += grid) {
      const std::vector<Column> evened = best(first.state(), [&](std::size_t) { return tall; });
      if (evened.size() > this->columns() + 1 || evened.back().cost >= cost::together) continue;
      auto& page = cuts.back().columns;
      page.resize(page.front().spans ? 1 : 0);
      for (std::size_t index = 1; index < evened.size(); ++index)
        add_column(cuts.back(), evened[index - 1].state(), tall, evened[index].end, top);
      return;
    }
  }

  // The imprint of a title page.
  void stand_at_foot(PageCut& page) const {
    ColumnCut& column = page.columns.back();
    if (column.strips.empty()) return;
    const PlacedStrip& last = column.strips.back();
    const float down = measure_.first_height - last.y - section_.galley[last.strip].height;
    for (PlacedStrip& placed : column.strips)
      if (placed.strip >= *section_.foot) placed.y += std::max(down, 0.0f);
  }

  Section& section_;
  const PageMeasure& measure_;
  const SetAgain& set_again_;
  std::vector<StripFacts> strips_;
  std::vector<Running> running_;
  std::vector<Trials> trials_;
  ColumnSource source_;
  ColumnEnds ends_;
  float top_ = 0;  // of the columns, on the first page
};

}  // namespace

double gap_before(float space, bool snaps, double y, double grid) {
  if (!snaps) return space;
  const double down = std::ceil((y + space) / grid - hair) * grid;
  return std::max(down - y, 0.0);
}

float height_of(const Galley& galley, std::size_t begin, std::size_t end) {
  float total = 0;
  for (std::size_t index = begin; index < end; ++index)
    total += galley[index].height + (index > begin ? galley[index].space_before : 0);
  return total;
}

std::vector<PageCut> break_pages(Section& section, const PageMeasure& measure, const SetAgain& set_again) {
  return Breaker(section, measure, set_again).pages();
}

}  // namespace octavo::pages
