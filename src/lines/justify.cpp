#include "lines/justify.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "lines/protrusion.h"

namespace octavo::lines {
namespace {

constexpr double most_tracking = 0.2;  // ems in a whole line, which no eye sees
constexpr double rounding = 0.005;
constexpr double scaling_step = 0.001;

std::vector<std::uint32_t> visual_order(const std::vector<Fragment>& fragments) {
  const auto is_plain = [](const Fragment& fragment) { return fragment.atom->level == 0; };
  if (std::ranges::all_of(fragments, is_plain)) return {};
  std::vector<std::uint8_t> levels;
  levels.reserve(fragments.size());
  for (const Fragment& fragment : fragments) levels.push_back(fragment.atom->level);
  return glyphs::visual_order(levels);
}

class Placer {
 public:
  Placer(const Shaping& shaping, const LineRange& range, double measure)
      : shaping_(shaping), paragraph_(*shaping.paragraph), range_(range), text_(shaping.collected.text) {
    const auto indent = (range.indented_first ? paragraph_.first_indent : paragraph_.hanging_indent) + range.beside;
    const auto end_indent = range.last_of_paragraph ? 0 : paragraph_.end_indent;
    left_ = shaping.right_to_left ? end_indent : indent;
    right_ = measure - (shaping.right_to_left ? indent : end_indent);
    align_ = range.last_of_segment ? paragraph_.align_last : paragraph_.align;
  }

  Placement place() {
    gather();
    hang();
    distribute();
    stand();
    return std::move(result_);
  }

 private:
  void gather() {
    auto& fragments = result_.fragments;
    fragments.reserve(std::min<std::size_t>(shaping_.atoms.size() - range_.atom, 32));
    for (auto index = range_.atom; index < shaping_.atoms.size(); ++index) {
      const auto& atom = shaping_.atoms[index];
      if (atom.begin >= range_.end) break;
      Fragment fragment{&atom, std::max(atom.begin, range_.begin), std::min(atom.end, range_.end),
                        atom.shaped, atom.width};
      const auto ending = fragment.end == range_.end ? range_.ending : Ending::plain;
      const auto whole = fragment.begin == atom.begin && fragment.end == atom.end && ending == Ending::plain;
      if (atom.kind == AtomKind::word && !whole) {
        fragment.shaped = &shape_part(shaping_, atom, fragment.begin, fragment.end, ending);
        fragment.width = width_of(*fragment.shaped, shaping_.style(atom));
      }
      fragments.push_back(fragment);
      natural_ += fragment.width;
    }
  }

  bool at_edge(const Fragment& fragment) const {
    return fragment.atom->kind == AtomKind::word &&
           shaping_.runs_right_to_left(*fragment.atom) == shaping_.right_to_left;
  }

  // As the breaker has it, but by the glyphs that are set.
  void hang() {
    auto edges = edges_of(shaping_, align_);
    if (range_.indented_first && paragraph_.first_indent != paragraph_.hanging_indent) edges.start = false;
    if (result_.fragments.empty()) return;
    const auto& first = result_.fragments.front();
    const auto& last = result_.fragments.back();
    if (edges.start && at_edge(first) && !shaping_.style(*first.atom).is_initial)
      hang_start_ = hang_at_start(base::decode(text_, first.begin).code_point, edges.hanging) *
                    first_advance(*first.shaped) * shaping_.style(*first.atom).size;
    if (edges.end && at_edge(last))
      hang_end_ = hang_at_end(range_.ending == Ending::hyphen ? U'-' : code_point_before(text_, last.end), edges.hanging) *
                  last_advance(*last.shaped) * shaping_.style(*last.atom).size;
  }

  bool is_glue(const Fragment& fragment) const {
    return fragment.atom->kind == AtomKind::space && !paragraph_.preserve_spaces;
  }

  // Whether white space may grow between two words that have none: where one of them is an ideograph.
  bool is_joint(std::size_t index) const {
    const auto& fragments = result_.fragments;
    if (index + 1 == fragments.size()) return false;
    const auto& here = fragments[index];
    if (here.atom->kind != AtomKind::word || fragments[index + 1].atom->kind != AtomKind::word) return false;
    return is_wide(code_point_before(text_, here.end)) || is_wide(base::decode(text_, here.end).code_point);
  }

  void distribute() {
    auto& fragments = result_.fragments;
    auto slack = right_ - left_ + hang_start_ + hang_end_ - natural_;
    const auto fills = std::count_if(fragments.begin(), fragments.end(), [](const auto& fragment) {
      return fragment.atom->kind == AtomKind::fill;
    });
    if (fills > 0 && slack > 0) {
      for (auto& fragment : fragments)
        if (fragment.atom->kind == AtomKind::fill) widen(fragment, slack / static_cast<double>(fills));
      return;
    }
    if (slack > 0 ? align_ == style::Align::justify : paragraph_.align == style::Align::justify) slack = scale(slack);
    if (slack > 0 && align_ == style::Align::justify) stretch(slack);
    if (slack < 0 && paragraph_.align == style::Align::justify) slack += shrink(-slack);
    if (slack >= -rounding) return;
    // The parts of a divided word may be a trifle wider than the breaker read from the whole.
    if (-slack > most_tracking * shaping_.em)
      result_.overfull = true;
    else
      draw_together(-slack, [](const Fragment&) { return true; });
  }

  void widen(Fragment& fragment, double by) {
    fragment.width += by;
    natural_ += by;
  }

  // Gives what is left. In whole steps, so that many lines are drawn alike; a step too narrow rather than one too wide.
  double scale(double slack) {
    auto letters = -hang_start_ - hang_end_;
    for (auto& fragment : result_.fragments)
      if (fragment.atom->kind == AtomKind::word && fragment.atom->scalable) letters += fragment.width;
    if (letters <= 0) return slack;
    const auto share = std::clamp(std::floor(slack / letters / scaling_step) * scaling_step, -most_scaling, most_scaling);
    for (auto& fragment : result_.fragments) {
      if (!fragment.atom->scalable) continue;
      fragment.scaling = static_cast<float>(1 + share);
      if (fragment.atom->kind == AtomKind::word) widen(fragment, fragment.width * share);
    }
    hang_start_ *= 1 + share;
    hang_end_ *= 1 + share;
    return slack - letters * share;
  }

  void stretch(double slack) {
    const auto joint = static_cast<double>(between_ideographs) * shaping_.em;
    double total = 0;
    for (std::size_t i = 0; i < result_.fragments.size(); ++i) {
      const auto& fragment = result_.fragments[i];
      total += is_glue(fragment) ? stretchable(fragment.width, shaping_.style(*fragment.atom)) : is_joint(i) ? joint : 0;
    }
    if (total <= 0) return;
    auto ratio = slack / total;
    if (range_.may_be_short) ratio = std::min<double>(ratio, most_stretch);
    for (std::size_t i = 0; i < result_.fragments.size(); ++i) {
      auto& fragment = result_.fragments[i];
      if (is_glue(fragment)) {
        widen(fragment, ratio * stretchable(fragment.width, shaping_.style(*fragment.atom)));
      } else if (is_joint(i)) {
        fragment.gap = ratio * joint;
        widen(fragment, fragment.gap);
      }
    }
    result_.ratio = static_cast<float>(ratio);
  }

  // Gives what it could take away.
  double shrink(double excess) {
    double total = 0;
    double letters = 0;
    for (const auto& fragment : result_.fragments)
      if (is_glue(fragment)) total += shrinkable(fragment.width, shaping_.style(*fragment.atom));
      else if (fragment.atom->scalable) letters += fragment.width;
    letters *= most_tightening;
    total += letters;
    if (total <= 0) return 0;
    const auto ratio = std::min(excess / total, 1.0);
    draw_together(ratio * letters, [](const Fragment& fragment) { return fragment.atom->scalable; });
    for (auto& fragment : result_.fragments)
      if (is_glue(fragment)) widen(fragment, -ratio * shrinkable(fragment.width, shaping_.style(*fragment.atom)));
    result_.ratio = static_cast<float>(-ratio);
    return ratio * total;
  }

  // The letters of these words make room for so much, all of them the same. White space is left alone: it has given what it has.
  template <class Which>
  void draw_together(double excess, const Which& which) {
    const auto joints = [&](const Fragment& fragment) {
      if (fragment.atom->kind != AtomKind::word || !which(fragment) || fragment.shaped->runs.empty()) return 0.0;
      std::ptrdiff_t count = 0;
      const auto is_joint = [](const glyphs::Glyph& glyph) { return glyph.advance > 0; };
      for (const auto& run : fragment.shaped->runs) count += std::ranges::count_if(run.glyphs, is_joint);
      const auto& last = fragment.shaped->runs.back().glyphs;
      return static_cast<double>(count - (!last.empty() && is_joint(last.back()) ? 1 : 0));
    };
    double count = 0;
    for (const auto& fragment : result_.fragments) count += joints(fragment);
    if (count == 0) return;
    for (auto& fragment : result_.fragments) {
      if (const auto here = joints(fragment); here > 0) {
        fragment.tracking += excess / count;
        widen(fragment, -here * excess / count);
      }
    }
  }

  void stand() {
    const auto right_to_left = shaping_.right_to_left;
    const auto hang_left = right_to_left ? hang_end_ : hang_start_;
    const auto hang_right = right_to_left ? hang_start_ : hang_end_;
    const auto from_left = left_ - hang_left;
    const auto from_right = right_ + hang_right - natural_;
    const auto fits = natural_ <= right_ - left_;
    if (align_ == style::Align::left && fits) result_.room = right_ - left_ - natural_;
    auto x = right_to_left ? from_right : from_left;
    if (align_ == style::Align::right && (fits || right_to_left || !result_.overfull)) x = from_right;
    if (align_ == style::Align::center && fits) x = (left_ + right_ - natural_) / 2;
    result_.start = x;
    result_.width = natural_ - hang_start_;
    result_.visual = visual_order(result_.fragments);
    for (std::size_t place = 0; place < result_.fragments.size(); ++place) {
      auto& fragment = result_.fragments[result_.from_left(place)];
      fragment.x = x;
      x += fragment.width;
    }
  }

  const Shaping& shaping_;
  const Paragraph& paragraph_;
  const LineRange& range_;
  std::string_view text_;
  style::Align align_;
  double left_ = 0, right_ = 0;  // the room of the line
  double natural_ = 0;           // width of everything, as far as it is known
  double hang_start_ = 0, hang_end_ = 0;
  Placement result_;
};

}  // namespace

Placement place(const Shaping& shaping, const LineRange& range, double measure) {
  return Placer(shaping, range, measure).place();
}

Edges edges_of(const Shaping& shaping, style::Align align) {
  const auto& paragraph = *shaping.paragraph;
  if (!paragraph.hanging_punctuation || paragraph.preserve_spaces || align == style::Align::center) return {};
  const auto justified = align == style::Align::justify;
  const auto starts = justified || (align == style::Align::left) || shaping.right_to_left;
  const auto ends = justified || (align == style::Align::right && !shaping.right_to_left);
  // The last line's letters stand under those of the others.
  const auto hanging = paragraph.align == style::Align::justify ? Hanging::letters_too : Hanging::marks;
  return {starts, starts, ends, ends, hanging};
}

}  // namespace octavo::lines
