#include "pages/column.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "pages/page_costs.h"

namespace octavo::pages {
namespace {

constexpr int most_lost = 2;      // lines that shorter paragraphs may make room for

// Whether total fit could well set so many lines in one more or less: seen by setting all paragraphs of three books so.
bool may_be_longer(const Elastic& paragraph) {
  return 0.03f * static_cast<float>(paragraph.end - paragraph.begin) + paragraph.last_line >= 1.03f;
}
bool may_be_shorter(const Elastic& paragraph) {
  return paragraph.last_line <= 0.02f * static_cast<float>(paragraph.end - paragraph.begin);
}

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
        figure_(state.figure) {}

  // Strips get their places: by how much more a paragraph or a space takes.
  void record(ColumnCut& cut, const Adjustment& adjustment) {
    cut_ = &cut;
    adjustment_ = &adjustment;
  }

  // Of the ends, only those within so many lines of the foot, or where the column must end.
  Walk& only_within(float lines) {
    near_ = height_ - lines * grid_;
    return *this;
  }

  // Nor those before a strip that may not begin a page for so much.
  void only_breaks_within(double cost) { dearest_ = cost; }

  // `visit` says whether to go on.
  template <class Visit>
  void run(Visit&& visit) {
    place_waiting_figures();
    const bool text_is_left = state_.strip < source_.end;
    foot_.bring(state_.notes, text_is_left ? y_ + std::min(height_ / 3, 6 * grid_) : y_);
    // Where they leave no room for text, the page is theirs alone; and if it is too small for them, one strip runs over it rather than wait
    // for ever.
    const bool are_shut_out = is_empty_ && foot_.notes().empty() && !foot_.waiting().empty();
    if (are_shut_out) {
      foot_ = Foot(section_, source_.measure, height_);
      foot_.bring(state_.notes, y_);
      if (foot_.notes().empty()) {
        foot_.force();
        is_overfull_ = true;
      }
    }
    if (!text_is_left || are_shut_out) {
      visit(end_before(state_.strip));
      return;
    }
    auto figure = std::lower_bound(section_.figures.begin(), section_.figures.end(), state_.strip, begins_before);
    auto elastic = std::lower_bound(section_.elastic.begin(), section_.elastic.end(), state_.strip, begins_before);
    for (std::size_t at = state_.strip;;) {
      if (may_end(at) && !visit(end_before(at))) return;
      if (at == source_.end || is_full_) return;
      if (!is_empty_ && strips_[at].break_before == cost::always) return;
      if (figure != section_.figures.end() && figure->begin == at) {
        if (!place_figure(*figure)) was_deferred_ = true;
        at = (figure++)->end;
        continue;
      }
      if (elastic != section_.elastic.end() && elastic->begin == at) {
        const auto index = static_cast<std::size_t>(elastic - section_.elastic.begin());
        if (const StripRange* other = other_setting(index)) {
          const float spread = spread_over(at);  // what was found for the paragraph as it was
          for (std::size_t strip = other->begin; strip < other->end; ++strip)
            if (!place_text(strip, strip == other->begin ? spread : 0)) return;
          at = (elastic++)->end;
          continue;
        }
      }
      if (!place_text(at, spread_over(at))) return;
      ++at;
      if (elastic != section_.elastic.end() && elastic->end == at) {
        if (elastic->begin >= state_.strip) offer_paragraph(static_cast<std::size_t>(elastic - section_.elastic.begin()));
        ++elastic;
      }
      at = pass_plain(at);
    }
  }

  const Gives& longer() const { return longer_; }
  const Gives& shorter() const { return shorter_; }
  const Foot& foot() const { return foot_; }

 private:
  static bool begins_before(const StripRange& range, std::size_t strip) { return range.begin < strip; }

  float room() const { return height_ + hair - foot_.height(); }

  // Whether anything stands in it, and not more than shorter paragraphs could make room for. An empty line at the foot vanishes: the column
  // ends before it.
  bool may_end(std::size_t at) const {
    if (at > 0 && at < source_.end && strips_[at - 1].vanishes) return false;
    if (y_ + foot_.height() < near_ && at < source_.end && strips_[at].break_before != cost::always && foot_.waiting().empty())
      return false;
    if (at < source_.end && strips_[at].break_before > dearest_ && !strips_[at].vanishes) return false;
    const float over = y_ + foot_.height() - height_ - hair;
    return !is_empty_ && (over <= 0 || is_overfull_ || std::ceil(over / grid_) <= static_cast<float>(shorter_.size()));
  }

  // What follows on a strip of text, as far as it is plain and ends too high for the column to end there: most of what a walk goes over.
  std::size_t pass_plain(std::size_t at) {
    if (is_full_ || !foot_.waiting().empty()) return at;
    const float foot = foot_.height();
    for (; at < source_.end && strips_[at].is_plain; ++at) {
      const float next = y_ + strips_[at].space_before + strips_[at].height;
      if (next + foot >= near_) break;
      y_ = next;
      under_heading_ += strips_[at].is_line ? 1 : 0;
    }
    return at;
  }

  void put(std::size_t strip, float gap, bool is_late) {
    y_ += gap;
    if (cut_) cut_->strips.push_back({static_cast<std::uint32_t>(strip), y_, is_late});
    y_ += strips_[strip].height;
    is_empty_ = was_deferred_ = false;
    space_under_figure_ = 0;
  }

  void put_figure(const Floating& figure, float gap, bool is_late) {
    put(figure.begin, gap, is_late);
    for (std::size_t strip = figure.begin + 1; strip < figure.end; ++strip) put(strip, strips_[strip].space_before, is_late);
    space_under_figure_ = is_late ? figure.space_after : 0;
  }

  // Those of the columns before, at the head of this one.
  void place_waiting_figures() {
    for (; figure_ < section_.figures.size() && section_.figures[figure_].begin < state_.strip; ++figure_) {
      const Floating& figure = section_.figures[figure_];
      const float gap = is_empty_ ? 0 : gap_before(space_under_figure_, true, y_, grid_);
      if (!is_empty_ && y_ + gap + height_of(section_.galley, figure.begin, figure.end) > height_ + hair) return;
      put_figure(figure, gap, true);
      is_overfull_ = y_ > height_ + hair;
    }
  }

  // Where it belongs, if there is room and no other waits; else it will wait itself.
  bool place_figure(const Floating& figure) {
    const bool others_wait = figure_ < section_.figures.size() && section_.figures[figure_].begin < figure.begin;
    if (others_wait) return false;
    const float gap = gap_over(figure.begin);
    const float foot = y_ + gap + height_of(section_.galley, figure.begin, figure.end);
    if (foot > room()) {
      if (!is_empty_) return false;
      stand_alone(foot);
    }
    offer_space(figure.begin);
    put_figure(figure, gap + spread_over(figure.begin), false);
    ++figure_;
    under_heading_ = cost::least_under_heading;
    return true;
  }

  float gap_over(std::size_t strip) const {
    if (is_empty_) return 0;
    const StripFacts& here = strips_[strip];
    if (under_late_figures()) return gap_before(space_under_figure_, true, y_, grid_);
    return gap_before(was_deferred_ ? here.space_alone : here.space_before, here.snaps, y_, grid_);
  }

  // `spread`: white space over it beyond its own.
  bool place_text(std::size_t at, float spread) {
    const StripFacts& strip = strips_[at];
    if (strip.vanishes && (is_empty_ || under_late_figures())) return true;
    const bool is_first = is_empty_ || under_late_figures();
    const float gap = gap_over(at);
    float head = 0;
    if (is_first && strip.has_repeated) {
      const auto number = section_.galley[at].repeated;
      head = height_of(section_.repeated[*number], 0, section_.repeated[*number].size());
      if (cut_) {
        cut_->head = number;
        cut_->top = y_ + gap;
      }
    }
    const float next = y_ + gap + spread + head + strip.height;
    // What stands alone cannot count on shorter paragraphs before it.
    const float lost = is_empty_ || !foot_.notes().empty() ? 0 : most_lost * grid_;
    if (next > room() + lost) {
      if (!is_empty_) return false;
      stand_alone(next);
    }
    if (strip.has_notes && !call_notes(section_.galley[at].notes, next)) return false;
    if (!is_first) offer_space(at);
    put(at, gap + spread + head, false);
    under_heading_ = strip.is_heading ? 0 : under_heading_ + (strip.is_line ? 1 : 0);
    return true;
  }

  // False if the column must end before the text that calls them.
  bool call_notes(const std::vector<std::uint32_t>& notes, float y) {
    for (const std::uint32_t note : notes) {
      if (note >= section_.notes.size()) continue;
      if (foot_.call(note, y)) {
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
  void stand_alone(float reach) {
    foot_ = Foot(section_, source_.measure, height_);
    foot_.bring(state_.notes, height_);
    is_overfull_ = is_full_ = reach > height_ + hair;
  }

  bool under_late_figures() const { return space_under_figure_ > 0; }

  // ---- what may be more or less

  void offer_space(std::size_t at) {
    const StripFacts& strip = strips_[at];
    if (!strip.may_spread) return;
    const auto index = static_cast<std::uint32_t>(at);
    longer_.offer({strip.is_heading ? cost::spread_heading : cost::spread, Give::Kind::space, index});
    longer_.offer({cost::spread_again, Give::Kind::space, index});
  }

  void offer_paragraph(std::size_t elastic) {
    const Trials& trials = source_.trials[elastic];
    const Elastic& paragraph = section_.elastic[elastic];
    const auto index = static_cast<std::uint32_t>(elastic);
    if (trials.longer.verdict != Trial::Verdict::impossible && may_be_longer(paragraph))
      longer_.offer({cost::longer, Give::Kind::paragraph, index});
    if (trials.shorter.verdict != Trial::Verdict::impossible && may_be_shorter(paragraph))
      shorter_.offer({cost::shorter, Give::Kind::paragraph, index});
  }

  float spread_over(std::size_t strip) const {
    if (!adjustment_) return 0;
    const auto lines = std::count_if(adjustment_->longer.begin(), adjustment_->longer.end(), [&](const Give& give) {
      return give.kind == Give::Kind::space && give.index == strip;
    });
    return static_cast<float>(lines) * grid_;
  }

  const StripRange* other_setting(std::size_t elastic) const {
    if (!adjustment_) return nullptr;
    const auto is_it = [&](const Give& give) { return give.kind == Give::Kind::paragraph && give.index == elastic; };
    const Trials& trials = source_.trials[elastic];
    if (std::any_of(adjustment_->longer.begin(), adjustment_->longer.end(), is_it)) return &trials.longer.strips;
    if (std::any_of(adjustment_->shorter.begin(), adjustment_->shorter.end(), is_it)) return &trials.shorter.strips;
    return nullptr;
  }

  // ---- what it costs to end here

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
    const float left = height_ - y_ - foot_.height();
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
    if (!is_overfull_) end.cost += cost_of(end.missing);
    return end;
  }

  double cost_of(int missing) const {
    if (missing == 0) return 0;
    const auto lines = static_cast<std::size_t>(std::abs(missing));
    if (missing < 0) return shorter_.cost(lines);
    const std::size_t found = std::min(lines, longer_.size());
    double cost = longer_.cost(found);
    if (lines > found) cost += cost::short_page + cost::further_short_line * static_cast<double>(lines - found - 1);
    return cost;
  }

  const ColumnSource& source_;
  const Section& section_;
  const StripFacts* strips_;
  const ColumnState& state_;
  float height_, grid_;
  float near_ = 0;  // a column that ends higher is not looked at
  double dearest_ = std::numeric_limits<double>::infinity();  // nor one whose end costs more by where it is alone
  Foot foot_;
  std::size_t figure_;  // the first that is not placed
  float y_ = 0;
  float space_under_figure_ = 0;  // of a late one that was placed last
  bool is_empty_ = true, is_full_ = false, is_overfull_ = false;
  bool was_deferred_ = false;     // the figure before the next strip
  int under_heading_ = cost::least_under_heading;  // lines
  Gives longer_, shorter_;
  ColumnCut* cut_ = nullptr;
  const Adjustment* adjustment_ = nullptr;
};

}  // namespace

StripFacts facts_of(const Strip& strip) {
  StripFacts facts{strip.height, strip.space_before, strip.space_alone, strip.break_before, strip.snaps, strip.may_spread, strip.is_heading,
                   strip.vanishes, strip.begins.has_value(), !strip.notes.empty(), strip.repeated.has_value()};
  facts.is_plain = !(facts.snaps || facts.may_spread || facts.is_heading || facts.vanishes || facts.has_notes || facts.has_repeated ||
                     facts.break_before == cost::always);
  return facts;
}

void find_ends(const ColumnSource& source, const ColumnState& state, float height, std::vector<ColumnEnd>& ends) {
  // Nearly always one of the last few places is good; where none is, places further up are looked at, and at last all.
  double least = std::numeric_limits<double>::infinity();
  for (const float lines : {cost::few_short_lines, cost::most_short_lines, height / source.measure.grid}) {
    ends.clear();
    Walk walk(source, state, height);
    walk.only_within(lines).run([&](ColumnEnd&& end) {
      least = std::min(least, end.cost);
      walk.only_breaks_within(least + cost::worth_comparing);
      ends.push_back(std::move(end));
      return true;
    });
    if (least < 0.5 * cost::short_page) break;
  }
  std::erase_if(ends, [&](const ColumnEnd& end) { return end.cost > least + cost::worth_comparing; });
  // Where something waits, every end leaves another state behind: a few of them are enough.
  constexpr std::size_t enough = 3;
  const auto& figures = source.section.figures;
  const bool waits = std::ranges::any_of(ends, [&](const ColumnEnd& end) {
    return !end.next.notes.empty() || (end.next.figure + 1 < figures.size() && figures[end.next.figure + 1].begin < end.next.strip);
  });
  if (waits && ends.size() > enough) {
    std::ranges::stable_sort(ends, {}, &ColumnEnd::cost);
    ends.resize(enough);
  }
}

Adjustment adjustment_for(const ColumnSource& source, const ColumnState& state, float height, const ColumnEnd& end) {
  Adjustment adjustment;
  Walk walk(source, state, height);
  walk.run([&](const ColumnEnd& here) {
    if (!(here.next == end.next)) return true;
    adjustment = {walk.longer().cheapest(end.missing), walk.shorter().cheapest(-end.missing)};
    return false;
  });
  return adjustment;
}

FilledColumn fill_column(const ColumnSource& source, const ColumnState& state, float height, const ColumnEnd& end, const Adjustment& adjustment) {
  FilledColumn filled;
  Walk walk(source, state, height);
  walk.record(filled.cut, adjustment);
  walk.run([&](const ColumnEnd& here) { return !(here.next == end.next); });
  // What was placed behind the end, to see whether it would be better there, goes.
  filled.notes = walk.foot().notes();
  filled.cut.end = end.next.strip;
  return filled;
}

}  // namespace octavo::pages
