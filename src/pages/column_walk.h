#pragma once
// A walk down a column: strips, figures and notes take their places one after the other, and wherever the column may end, somebody is asked
// whether to go on. Private to column.cpp.
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "pages/column_offers.h"

namespace octavo::pages {

class Walk {
 public:
  Walk(const ColumnSource& source, const ColumnState& state, float height)
      : source_(source),
        section_(source.section),
        strips_(source.strips.data()),
        state_(state),
        height_(height),
        grid_(source.measure.grid),
        foot_(source.section, source.measure, height),
        figure_(state.figure),
        offers_(source) {}

  // Strips get their places: by how much more a paragraph or a space takes.
  void record(ColumnCut& cut, const Adjustment& adjustment) {
    cut_ = &cut;
    offers_.give(adjustment);
  }

  // Of the ends, only those within so many lines of the foot, or where the column must end.
  Walk& only_within(float lines) {
    near_ = height_ - lines * grid_;
    return *this;
  }

  // Nor those before this strip.
  Walk& only_from(std::size_t strip) {
    first_end_ = strip;
    return *this;
  }

  // Nor those before a strip that may not begin a page for so much.
  void only_breaks_within(double cost) { dearest_ = cost; }

  // `visit` says whether to go on. The strip that it came to is returned.
  template <class Visit>
  std::size_t run(Visit&& visit) {
    place_waiting_figures();
    const bool text_is_left = state_.strip < source_.end;
    foot_.bring(state_.notes, static_cast<float>(text_is_left ? y_ + std::min(height_ / 3, 6 * grid_) : y_));
    // Where they leave no room for text, the page is theirs alone; and if it is too small for them, one strip runs over it rather than wait
    // for ever.
    const bool are_shut_out = is_empty_ && foot_.notes().empty() && !foot_.waiting().empty();
    if (are_shut_out) {
      foot_ = Foot(section_, source_.measure, height_);
      foot_.bring(state_.notes, static_cast<float>(y_));
      if (foot_.notes().empty()) {
        foot_.force();
        is_overfull_ = true;
      }
    }
    if (!text_is_left || are_shut_out) {
      visit(end_before(state_.strip));
      return state_.strip;
    }
    auto figure = std::lower_bound(section_.figures.begin(), section_.figures.end(), state_.strip, begins_before);
    for (std::size_t at = state_.strip;;) {
      if (may_end(at) && !visit(end_before(at))) return at;
      if (at == source_.end || is_full_) return at;
      if (source_.running[at].hurdle == at) {
        if (!is_empty_ && strips_[at].break_before == cost::always) return at;
        if (figure != section_.figures.end() && figure->begin == at) {
          if (!place_figure(*figure)) was_deferred_ = true;
          at = (figure++)->end;
          continue;
        }
      }
      if (const auto paragraph = cut_ ? paragraph_from(at) : std::nullopt) {
        if (const StripRange* other = offers_.other_setting(*paragraph)) {
          const double spread = offers_.spread_over(at);  // what was found for the paragraph as it was
          for (std::size_t strip = other->begin; strip < other->end; ++strip)
            if (!place_text(strip, strip == other->begin ? spread : 0)) return at;
          at = section_.elastic[*paragraph].end;
          continue;
        }
      }
      if (!place_text(at, offers_.spread_over(at))) return at;
      offer_paragraph(at);
      at = pass_over(at + 1);
    }
  }

  const Offers& offers() const { return offers_; }
  const Foot& foot() const { return foot_; }

 private:
  static constexpr int most_lost = 2;  // lines that shorter paragraphs may make room for

  static bool begins_before(const StripRange& range, std::size_t strip) { return range.begin < strip; }

  float room() const { return height_ + hair - foot_.height(); }

  // Whether anything stands in it, and not more than shorter paragraphs could make room for. An empty line at the foot vanishes: the column
  // ends before it.
  bool may_end(std::size_t at) const {
    if (at < first_end_ || (at > state_.strip && at < source_.end && strips_[at - 1].vanishes)) return false;
    if (y_ + foot_.height() < near_ && at < source_.end && strips_[at].break_before != cost::always && foot_.waiting().empty())
      return false;
    if (at < source_.end && strips_[at].break_before > dearest_ && !strips_[at].vanishes) return false;
    const double over = y_ + foot_.height() - height_ - hair;
    return !is_empty_ && (over <= 0 || is_overfull_ || std::ceil(over / grid_) <= static_cast<double>(offers_.shorter().size()));
  }

  // Of text that stands, down to where the column may end, or to what more is asked of than its height: most of what a walk goes over.
  std::size_t pass_over(std::size_t at) {
    if (at >= first_end_ && y_ + foot_.height() >= near_) return at;
    if (cut_ || is_full_ || is_empty_ || under_late_figures() || !foot_.waiting().empty()) return at;
    const Running* running = source_.running.data();
    const double above = running[at - 1].foot - y_;  // the head of the column
    const std::size_t hurdle = is_on_grid(above) ? running[at].hurdle : std::min(running[at].hurdle, running[at].snapping);
    const double near = above + near_ - foot_.height();
    const auto reaches = [&](const Running& strip) { return strip.foot < near; };
    const std::size_t end = static_cast<std::size_t>(
        std::partition_point(running + std::clamp(first_end_, at, hurdle), running + hurdle, reaches) - running);
    if (end == at) return at;
    const Running& last = running[end - 1];
    y_ = last.foot - above;
    const bool has_heading = last.heading != Running::none && last.heading >= at;
    if (has_heading) under_heading_ = 0;
    under_heading_ += static_cast<int>(last.lines - running[has_heading ? last.heading : at - 1].lines);
    for (std::size_t giving = running[at].giving; giving < end; giving = running[giving + 1].giving) {
      offers_.offer_space(giving);
      offer_paragraph(giving);
    }
    return end;
  }

  bool is_on_grid(double y) const { return std::round(y / grid_) * grid_ == y; }

  // Which paragraph, of those that may be longer or shorter, begins with the strip.
  std::optional<std::size_t> paragraph_from(std::size_t at) const {
    const auto found = std::lower_bound(section_.elastic.begin(), section_.elastic.end(), at, begins_before);
    if (found == section_.elastic.end() || found->begin != at) return std::nullopt;
    return static_cast<std::size_t>(found - section_.elastic.begin());
  }

  // The paragraph that ends with the strip, if all of it stands here.
  void offer_paragraph(std::size_t at) {
    const std::uint32_t elastic = source_.running[at].elastic;
    if (elastic != Running::none && section_.elastic[elastic].begin >= state_.strip) offers_.offer_paragraph(elastic);
  }

  void put(std::size_t strip, double gap, bool is_late) {
    y_ += gap;
    if (cut_) cut_->strips.push_back({static_cast<std::uint32_t>(strip), static_cast<float>(y_), is_late});
    y_ += strips_[strip].height;
    is_empty_ = was_deferred_ = false;
    space_under_figure_ = 0;
  }

  void put_figure(const Floating& figure, double gap, bool is_late) {
    put(figure.begin, gap, is_late);
    for (std::size_t strip = figure.begin + 1; strip < figure.end; ++strip) put(strip, strips_[strip].space_before, is_late);
    space_under_figure_ = is_late ? figure.space_after : 0;
  }

  // Those of the columns before, at the head of this one.
  void place_waiting_figures() {
    for (; figure_ < section_.figures.size() && section_.figures[figure_].begin < state_.strip; ++figure_) {
      const Floating& figure = section_.figures[figure_];
      const double gap = is_empty_ ? 0 : gap_before(space_under_figure_, true, y_, grid_);
      if (!is_empty_ && y_ + gap + height_of(section_.galley, figure.begin, figure.end) > height_ + hair) return;
      put_figure(figure, gap, true);
      is_overfull_ = y_ > height_ + hair;
    }
  }

  // Where it belongs, if there is room and no other waits; else it will wait itself.
  bool place_figure(const Floating& figure) {
    const bool others_wait = figure_ < section_.figures.size() && section_.figures[figure_].begin < figure.begin;
    if (others_wait) return false;
    const double gap = gap_over(figure.begin);
    const double foot = y_ + gap + height_of(section_.galley, figure.begin, figure.end);
    if (foot > room()) {
      if (!is_empty_) return false;
      stand_alone(foot);
    }
    offers_.offer_space(figure.begin);
    put_figure(figure, gap + offers_.spread_over(figure.begin), false);
    ++figure_;
    under_heading_ = cost::least_under_heading;
    return true;
  }

  double gap_over(std::size_t at) const {
    if (is_empty_) return 0;
    if (under_late_figures()) return gap_before(space_under_figure_, true, y_, grid_);
    const StripFacts& strip = strips_[at];
    const float space = was_deferred_ ? strip.space_alone : strip.space_before;
    return strip.snaps ? gap_before(space, true, y_, grid_) : space;
  }

  // `spread`: white space over it beyond its own.
  bool place_text(std::size_t at, double spread) {
    const StripFacts& strip = strips_[at];
    const bool is_first = is_empty_ || under_late_figures();
    if (is_first && strip.vanishes) return true;
    const double gap = gap_over(at) + spread;
    const double head = is_first && strip.has_repeated ? repeat_head(at, y_ + gap - spread) : 0;
    const double next = y_ + gap + head + strip.height;
    if (next > room() + lost()) {
      if (!is_empty_) return false;
      stand_alone(next);
    }
    if (strip.has_notes && !call_notes(section_.galley[at].notes, next)) return false;
    if (!is_first) offers_.offer_space(at);
    put(at, gap + head, false);
    under_heading_ = strip.is_heading ? 0 : under_heading_ + (strip.is_line ? 1 : 0);
    return true;
  }

  // What stands alone cannot count on shorter paragraphs before it.
  double lost() const { return is_empty_ || !foot_.notes().empty() ? 0 : most_lost * grid_; }

  // The head of a table that goes on, and how high it is.
  double repeat_head(std::size_t at, double top) {
    const auto number = section_.galley[at].repeated;
    if (cut_) {
      cut_->head = number;
      cut_->top = static_cast<float>(top);
    }
    return height_of(section_.repeated[*number], 0, section_.repeated[*number].size());
  }

  // False if the column must end before the text that calls them.
  bool call_notes(const std::vector<std::uint32_t>& notes, double y) {
    for (const std::uint32_t note : notes) {
      if (note >= section_.notes.size()) continue;
      if (foot_.call(note, static_cast<float>(y))) {
        is_full_ = is_full_ || !foot_.waiting().empty();
        continue;
      }
      if (!is_empty_) return false;
      foot_.defer(note);
      is_full_ = true;
    }
    return true;
  }

  // Something always stands, down to wherever it reaches; notes of the page before wait once more.
  void stand_alone(double reach) {
    foot_ = Foot(section_, source_.measure, height_);
    foot_.bring(state_.notes, height_);
    is_overfull_ = is_full_ = reach > height_ + hair;
  }

  bool under_late_figures() const { return space_under_figure_ > 0; }

  // What it costs to end here.
  ColumnEnd end_before(std::size_t at) const {
    ColumnEnd end;
    const int break_before = at < source_.end ? strips_[at].break_before : cost::free;
    while (at < source_.end && strips_[at].vanishes && strips_[at].break_before != cost::always) ++at;
    end.next.strip = at;
    end.next.figure = figure_;
    end.next.notes = foot_.waiting();
    end.is_overfull = is_overfull_;
    if (is_overfull_) end.cost += cost::overfull;
    std::size_t waiting = figure_;
    while (waiting < section_.figures.size() && section_.figures[waiting].begin < at) ++waiting;
    end.cost += cost::late_figure * static_cast<double>(waiting - figure_);
    end.cost += cost::divided_note * static_cast<double>(foot_.waiting().size());
    const double left = height_ - y_ - foot_.height();
    const int lines_left = static_cast<int>(std::floor((left + hair) / grid_));
    const bool is_last = at == source_.end;
    if (is_last || strips_[at].break_before == cost::always || break_before == cost::always) {
      const int lines = static_cast<int>(std::lround(y_ / grid_));
      if (state_.strip > 0 && left > 0) end.cost += cost::runt_line * std::max(cost::least_on_last_page - lines, 0);
    } else {
      end.cost += std::max(break_before, 0);
      if (under_heading_ < cost::least_under_heading) end.cost += cost::never;
      end.missing = lines_left;
    }
    if (left < -hair && !is_overfull_) end.missing = lines_left;
    if (!foot_.waiting().empty()) end.missing = 0;  // the note fills the page
    if (!is_overfull_) end.cost += offers_.cost_of(end.missing);
    return end;
  }

  const ColumnSource& source_;
  const Section& section_;
  const StripFacts* strips_;
  const ColumnState& state_;
  double height_, grid_;
  double near_ = 0;  // a column that ends higher is not looked at
  std::size_t first_end_ = 0;  // nor one that ends before this strip
  double dearest_ = std::numeric_limits<double>::infinity();  // nor one whose end costs more by where it is alone
  Foot foot_;
  std::size_t figure_;  // the first that is not placed
  double y_ = 0;  // as a sum of floats exact, in whatever order they are added
  float space_under_figure_ = 0;  // of a late one that was placed last
  bool is_empty_ = true, is_full_ = false, is_overfull_ = false;
  bool was_deferred_ = false;     // the figure before the next strip
  int under_heading_ = cost::least_under_heading;  // lines
  Offers offers_;
  ColumnCut* cut_ = nullptr;
};

}  // namespace octavo::pages
