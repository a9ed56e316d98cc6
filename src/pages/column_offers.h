#pragma once
// What of a column may take more room or less, gathered while it is walked down, and what of it an adjustment asks for. Private to column.cpp.
#include <algorithm>
#include <cmath>

#include "pages/column.h"
#include "pages/page_costs.h"

namespace octavo::pages {

class Offers {
 public:
  explicit Offers(const ColumnSource& source) : source_(source) {}

  // From now on what it asks for is given.
  void give(const Adjustment& adjustment) { adjustment_ = &adjustment; }

  void offer_space(std::size_t at) {
    const StripFacts& strip = source_.strips[at];
    if (!strip.may_spread || source_.measure.is_ragged) return;
    const auto index = static_cast<std::uint32_t>(at);
    const bool was_announced = strip.break_before == cost::after_colon;
    longer_.offer({strip.is_heading ? cost::spread_heading : was_announced ? cost::spread_announced : cost::spread, Give::Kind::space, index});
    longer_.offer({cost::spread_again, Give::Kind::space, index});
  }

  void offer_paragraph(std::size_t elastic) {
    if (source_.measure.is_ragged) return;
    const Trials& trials = source_.trials[elastic];
    const Elastic& paragraph = source_.section.elastic[elastic];
    const auto index = static_cast<std::uint32_t>(elastic);
    if (trials.longer.verdict != Trial::Verdict::impossible && may_be_longer(paragraph))
      longer_.offer({cost::longer, Give::Kind::paragraph, index});
    if (trials.shorter.verdict != Trial::Verdict::impossible && may_be_shorter(paragraph))
      shorter_.offer({cost::shorter, Give::Kind::paragraph, index});
  }

  // White space over the strip beyond its own.
  double spread_over(std::size_t strip) const {
    if (!adjustment_) return 0;
    const auto lines = std::count_if(adjustment_->longer.begin(), adjustment_->longer.end(), [&](const Give& give) {
      return give.kind == Give::Kind::space && give.index == strip;
    });
    return static_cast<double>(lines) * source_.measure.grid;
  }

  // The paragraph set by a line longer or shorter; null if it stays as it is.
  const StripRange* other_setting(std::size_t elastic) const {
    if (!adjustment_) return nullptr;
    const auto is_it = [&](const Give& give) { return give.kind == Give::Kind::paragraph && give.index == elastic; };
    const Trials& trials = source_.trials[elastic];
    if (std::any_of(adjustment_->longer.begin(), adjustment_->longer.end(), is_it)) return &trials.longer.strips;
    if (std::any_of(adjustment_->shorter.begin(), adjustment_->shorter.end(), is_it)) return &trials.shorter.strips;
    return nullptr;
  }

  // What it costs to gain so many lines (> 0) or to lose them.
  double cost_of(int missing) const {
    if (missing == 0) return 0;
    const auto lines = static_cast<std::size_t>(std::abs(missing));
    if (source_.measure.is_ragged) return cost::ragged(static_cast<double>(lines));
    if (missing < 0) return shorter_.cost(lines);
    const std::size_t found = std::min(lines, longer_.size());
    double cost = longer_.cost(found);
    if (lines > found) cost += cost::short_page + cost::further_short_line * static_cast<double>(lines - found - 1);
    return cost;
  }

  const Gives& longer() const { return longer_; }
  const Gives& shorter() const { return shorter_; }

 private:
  // Whether total fit could well set so many lines in one more or less: seen by setting all paragraphs of three books so.
  static bool may_be_longer(const Elastic& paragraph) {
    return 0.03f * static_cast<float>(paragraph.end - paragraph.begin) + paragraph.last_line >= 1.03f;
  }
  static bool may_be_shorter(const Elastic& paragraph) {
    return paragraph.last_line <= 0.02f * static_cast<float>(paragraph.end - paragraph.begin);
  }

  const ColumnSource& source_;
  Gives longer_, shorter_;
  const Adjustment* adjustment_ = nullptr;
};

}  // namespace octavo::pages
