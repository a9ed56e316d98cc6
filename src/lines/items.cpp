#include "lines/items.h"

#include <algorithm>
#include <string_view>

#include "base/unicode.h"
#include "base/utf8.h"

namespace octavo::lines {
namespace {

// In the unit of Knuth and Plass: a line's badness is 100 when its glue is stretched by as much as it may.
float penalty_of(Opportunity kind, const Paragraph& paragraph) {
  switch (kind) {
    case Opportunity::space:
    case Opportunity::ideographs:
      return 0;
    case Opportunity::dash:
      return 10;
    case Opportunity::other:
      return 40;
    case Opportunity::hyphen:
    case Opportunity::soft_hyphen:
    case Opportunity::hyphenation:
      return 85;
    case Opportunity::before_dash:
      return 120;
    case Opportunity::punctuation:
      return 100;
    case Opportunity::hump:
      return 200;
    case Opportunity::anywhere:
      // A name torn where nothing divides it reads worse in a text than the loosest line.
      return paragraph.preserve_spaces ? 400 : 2500;
  }
  return 0;
}

constexpr float before_its_number = 150;  // "Figure 3", "p. 42": one would look for the number in the same line
constexpr float after_indentation = 5000;  // a line of nothing but the white space before code

class Builder {
 public:
  Builder(const Shaping& shaping, const Segment& segment, const Edges& edges)
      : shaping_(shaping), segment_(segment), edges_(edges), text_(shaping.collected.text) {}

  std::vector<Breakpoint> build(std::span<const OpportunityPlace> opportunities) {
    opportunity_ = std::upper_bound(opportunities.begin(), opportunities.end(), segment_.begin,
                                    [](std::uint32_t at, const auto& place) { return at < place.at; });
    last_ = opportunities.end();
    points_.reserve(segment_.last_atom - segment_.first_atom + 2);
    set_at_ = segment_.begin;
    Breakpoint first;
    first.end_at = first.next_at = segment_.begin;
    first.atom = segment_.first_atom;
    if (edges_.first_start) first.start.width = start_hang(first.atom);
    points_.push_back(first);
    for (auto i = segment_.first_atom; i < segment_.last_atom; ++i) add(i);
    finish();
    return std::move(points_);
  }

 private:
  const Atom& atom(std::uint32_t index) const { return shaping_.atoms[index]; }
  // Only what runs the paragraph's way stands at the edge where it is read.
  bool at_edge(const Atom& atom) const {
    return atom.kind == AtomKind::word && shaping_.runs_right_to_left(atom) == shaping_.right_to_left;
  }

  double start_hang(std::uint32_t index) const {
    if (index >= segment_.last_atom || !at_edge(atom(index)) || shaping_.style(atom(index)).is_initial) return 0;
    const auto share = hang_at_start(base::decode(text_, atom(index).begin).code_point, edges_.hanging);
    return share == 0 ? 0 : share * first_advance(*atom(index).shaped) * shaping_.style(atom(index)).size;
  }

  double end_hang(const Atom& last) const {
    if (!at_edge(last)) return 0;
    const auto share = hang_at_end(code_point_before(text_, last.end), edges_.hanging);
    return share == 0 ? 0 : share * last_advance(*last.shaped) * shaping_.style(last).size;
  }

  void add(std::uint32_t index) {
    const auto& here = atom(index);
    if (here.kind == AtomKind::space) {
      total_.width += here.width;
      if (!shaping_.paragraph->preserve_spaces) {
        total_.stretch += stretchable(here.width, shaping_.style(here));
        total_.shrink += shrinkable(here.width, shaping_.style(here));
      }
    } else {
      if (here.kind == AtomKind::word && opportunity_ != last_ && opportunity_->at < here.end)
        add_inside(index);
      total_.width += here.width;
      if (here.scalable) {
        total_.letters += here.width;
        total_.shrink += here.width * most_tightening;
      }
      if (here.kind == AtomKind::fill) ++total_.fills;
      set_ = total_;
      set_at_ = here.end;
      set_atom_ = index;
    }
    while (opportunity_ != last_ && opportunity_->at < here.end)
      ++opportunity_;  // none inside white space or objects
    if (opportunity_ != last_ && opportunity_->at == here.end && index + 1 < segment_.last_atom) {
      if (opportunity_->kind == Opportunity::ideographs) total_.stretch += between_ideographs * shaping_.em;
      const auto& last = atom(set_atom_);
      add_point(opportunity_->kind, index + 1, here.end,
                edges_.end && set_at_ > segment_.begin ? end_hang(last) : 0,
                edges_.start ? start_hang(index + 1) : 0);
      ++opportunity_;
    }
  }

  // Whether a word is followed by the number of what it names: it begins with a capital, whatever opens before that, or is short and ends in
  // a full stop.
  bool is_before_its_number(const Atom& word, const Atom& next) const {
    if (word.kind != AtomKind::word || next.kind != AtomKind::word || text_[next.begin] < '0' || text_[next.begin] > '9') return false;
    constexpr std::u32string_view opening = U"([{\"'“‘„‚«‹";
    constexpr std::uint32_t most_of_an_abbreviation = 5;  // bytes
    auto begin = word.begin;
    auto first = base::decode(text_, begin);
    while (opening.find(first.code_point) != opening.npos && begin + first.length < word.end) {
      begin += static_cast<std::uint32_t>(first.length);
      first = base::decode(text_, begin);
    }
    return base::is_capital(first.code_point) || first.code_point == U'§' ||
           (text_[word.end - 1] == '.' && word.end - begin <= most_of_an_abbreviation);
  }

  void add_point(Opportunity kind, std::uint32_t next_atom, std::uint32_t next_at, double hang_before,
                 double hang_after) {
    Breakpoint point;
    point.end = set_;
    point.start = total_;
    point.end_at = set_at_;
    point.next_at = next_at;
    point.atom = next_atom;
    point.penalty = set_at_ == segment_.begin ? after_indentation : penalty_of(kind, *shaping_.paragraph);
    if (kind == Opportunity::space && set_at_ > segment_.begin && is_before_its_number(atom(set_atom_), atom(next_atom)))
      point.penalty = before_its_number;
    point.adds_hyphen = kind == Opportunity::hyphenation || kind == Opportunity::soft_hyphen;
    point.shows_hyphen = point.adds_hyphen || kind == Opportunity::hyphen;
    point.in_address =
        kind == Opportunity::punctuation || kind == Opportunity::hump || kind == Opportunity::anywhere;
    point.inside_word = kind == Opportunity::hump || kind == Opportunity::anywhere;
    if (point.adds_hyphen) {
      const auto& last = atom(set_atom_);
      const auto hyphen = shaping_.facts_of(last).hyphen_width;
      point.end.width += hyphen;
      hang_before = edges_.end && at_edge(last) ? hyphen * hang_at_end(U'-', edges_.hanging) : 0;
    }
    point.end.width -= hang_before;
    point.start.width += hang_after;
    // Of two places with nothing between them the kinder is enough; else a text of nothing could have too
    // many.
    auto& previous = points_.back();
    if (points_.size() > 1 && point.start.width <= previous.start.width &&
        point.end.width <= previous.end.width) {
      if (point.penalty <= previous.penalty) previous = point;
      return;
    }
    points_.push_back(point);
  }

  void add_inside(std::uint32_t index) {
    const auto& here = atom(index);
    const auto& style = shaping_.style(here);
    Ruler ruler(*here.shaped, here.end - here.begin, style);
    const auto base = total_;
    set_atom_ = index;
    for (; opportunity_ != last_ && opportunity_->at < here.end; ++opportunity_) {
      const auto at = opportunity_->at;
      if (at <= here.begin) continue;
      auto peek = ruler;
      const auto width = ruler.before(at - here.begin);
      double hang_before = 0, hang_after = 0;
      if (edges_.end && at_edge(here))
        if (const auto last = code_point_before(text_, at); const auto share = hang_at_end(last, edges_.hanging))
          hang_before = share * (width - peek.before(at - here.begin - length_in_bytes(last)));
      if (edges_.start && at_edge(here))
        if (const auto first = base::decode(text_, at); const auto share = hang_at_start(first.code_point, edges_.hanging)) {
          peek = ruler;
          hang_after =
              share * (peek.before(at - here.begin + static_cast<std::uint32_t>(first.length)) - width);
        }
      total_.width = base.width + width;
      if (here.scalable) {
        total_.letters = base.letters + width;
        total_.shrink = base.shrink + width * most_tightening;
      }
      set_ = total_;
      set_at_ = at;
      add_point(opportunity_->kind, index, at, hang_before, hang_after);
    }
    total_ = base;
  }

  static std::uint32_t length_in_bytes(char32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }

  void finish() {
    Breakpoint point;
    point.end = point.start = set_;
    point.end_at = set_at_;
    point.next_at = segment_.next;
    point.atom = segment_.last_atom;
    if (edges_.last_end && set_at_ > segment_.begin) point.end.width -= end_hang(atom(set_atom_));
    points_.push_back(point);
  }

  const Shaping& shaping_;
  const Segment& segment_;
  const Edges& edges_;
  std::string_view text_;
  std::vector<Breakpoint> points_;
  std::span<const OpportunityPlace>::iterator opportunity_, last_;
  Sums total_;  // of everything so far
  Sums set_;    // the same without the white space at its end
  std::uint32_t set_at_ = 0, set_atom_ = 0;
};

}  // namespace

std::vector<Breakpoint> breakpoints(const Shaping& shaping, const Segment& segment,
                                    std::span<const OpportunityPlace> opportunities, const Edges& edges) {
  return Builder(shaping, segment, edges).build(opportunities);
}

std::vector<Segment> segments(const Shaping& shaping) {
  std::vector<Segment> result;
  const auto& atoms = shaping.atoms;
  const auto count = static_cast<std::uint32_t>(atoms.size());
  for (std::uint32_t first = 0;;) {
    auto last = first;
    while (last < count && atoms[last].kind != AtomKind::forced_break) ++last;
    Segment segment;
    segment.first_atom = first;
    segment.begin =
        first < count ? atoms[first].begin : static_cast<std::uint32_t>(shaping.collected.text.size());
    segment.next = last < count ? atoms[last].end : static_cast<std::uint32_t>(shaping.collected.text.size());
    segment.is_full = last < count && shaping.collected.objects[atoms[last].object].is_full;
    auto set = last;
    while (set > first && atoms[set - 1].kind == AtomKind::space) --set;
    segment.last_atom = set;
    segment.end = set > first ? atoms[set - 1].end : segment.begin;
    result.push_back(segment);
    // A break at the very end ends a line; it does not begin one.
    if (last >= count || last + 1 == count) return result;
    first = last + 1;
  }
}

}  // namespace octavo::lines
