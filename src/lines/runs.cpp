#include "lines/runs.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "lines/fill.h"

namespace octavo::lines {
namespace {

// Glyphs of one face with the text they stand for.
struct Part {
  glyphs::FaceId face;
  bool right_to_left = false;
  std::uint32_t begin = 0, end = 0;  // bytes of the collected text
  double x = 0;
};

class RunSetter {
 public:
  RunSetter(const Shaping& shaping, const LineRange& range, const Placement& placement, Line& line)
      : shaping_(shaping), range_(range), placement_(placement), line_(line), text_(shaping.collected.text) {
    // White space at a break is no glyph, but keeps the words apart when the text is read out of the page.
    tail_ = range.end;
    while (tail_ < range.next && text_[tail_] == ' ') ++tail_;
    // So does a break that the author wished for; in code it is no word's end.
    if (!shaping.paragraph->preserve_spaces && tail_ < range.next && text_.substr(tail_).starts_with(break_character))
      tail_ += break_character.size();
    glyphs_.reserve(std::min(range.end - range.begin + 1, 128u));  // a line seldom holds more
    if (!placement.fragments.empty())  // mostly a run of each stretch
      line.runs.reserve(placement.fragments.back().atom->stretch - placement.fragments.front().atom->stretch + 1);
  }

  void add_words(const Fragment& fragment) {
    const auto& style = shaping_.style(*fragment.atom);
    const auto is_last = &fragment == &placement_.fragments.back();
    auto x = fragment.x;
    for (const auto& run : fragment.shaped->runs) {
      Part part{run.face, run.right_to_left, std::min(fragment.begin + run.begin, fragment.end),
                std::min(fragment.begin + run.end, fragment.end), x};
      if (is_last && part.end == range_.end) part.end = tail_;
      open(fragment, part);
      const auto em = style.size * fragment.scaling;
      run_->tracking = style.letter_spacing * fragment.scaling - static_cast<float>(fragment.tracking);
      glyphs_.insert(glyphs_.end(), run.glyphs.begin(), run.glyphs.end());
      const auto added = std::span(glyphs_).last(run.glyphs.size());
      if (fragment.tracking != 0 || style.letter_spacing != 0)
        track(added, style.letter_spacing / style.size, static_cast<float>(fragment.tracking / em),
              &run == &fragment.shaped->runs.back());
      for (auto& glyph : added) {
        glyph.cluster += fragment.begin;
        x += static_cast<double>(glyph.advance) * em;
      }
      run_end_ = x;
    }
    if (fragment.gap > 0 && run_ && !glyphs_.empty()) {
      glyphs_.back().advance += static_cast<float>(fragment.gap / (style.size * fragment.scaling));
      run_end_ += fragment.gap;
    }
  }

  void add_space(const Fragment& fragment) {
    if (fragment.shaped->runs.empty() || fragment.shaped->runs.front().glyphs.empty()) return;
    const auto& space = fragment.shaped->runs.front();
    open(fragment,
         {space.face, shaping_.runs_right_to_left(*fragment.atom), fragment.begin, fragment.end, fragment.x});
    auto glyph = space.glyphs.front();
    const auto is_single = text_[fragment.begin] != ' ';  // U+00A0
    const auto count = is_single ? 1 : fragment.end - fragment.begin;
    glyph.advance = static_cast<float>(fragment.width / count / (shaping_.style(*fragment.atom).size * fragment.scaling));
    for (std::uint32_t i = 0; i < count; ++i) {
      glyph.cluster = fragment.begin + (run_->right_to_left ? count - 1 - i : i);
      glyphs_.push_back(glyph);
    }
    run_end_ = fragment.x + fragment.width;
  }

  // Ends the run: its clusters are counted from its text from now on.
  void close() {
    if (!run_) return;
    const auto first = begin_, last = std::min(end_, range_.end);
    std::string_view text = text_.substr(first, end_ - first);
    std::string with_space;
    if (text.ends_with(break_character)) text = with_space = std::string(text.substr(0, text.size() - break_character.size())) + " ";
    run_->text = shaping_.fonts->keep(text);
    for (auto& glyph : glyphs_) glyph.cluster = std::min(glyph.cluster, last) - first;
    run_->glyphs = shaping_.fonts->keep(glyphs_);
    glyphs_.clear();
    run_->width = static_cast<float>(run_end_) - run_->x;
    run_ = nullptr;
  }

 private:
  // Every cluster takes the spacing, but no word ends with what its letters draw together.
  static void track(std::span<glyphs::Glyph> glyphs, float spacing, float tightening, bool ends_word) {
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      const auto is_last = i + 1 == glyphs.size();
      if (glyphs[i].advance > 0 && !(is_last && ends_word)) glyphs[i].advance -= tightening;
      if (is_last || glyphs[i + 1].cluster != glyphs[i].cluster) glyphs[i].advance += spacing;
    }
  }

  void open(const Fragment& fragment, const Part& part) {
    const auto& stretch = shaping_.collected.stretches[fragment.atom->stretch];
    const auto& style = shaping_.paragraph->styles[stretch.style];
    if (run_ && run_->face == part.face && run_->right_to_left == part.right_to_left &&
        run_->tag == stretch.tag && run_->scaling == fragment.scaling && (style_ == &style || *style_ == style) &&
        (part.right_to_left ? part.end == begin_ : part.begin == end_)) {
      begin_ = std::min(begin_, part.begin);
      end_ = std::max(end_, part.end);
      return;
    }
    close();
    run_ = &line_.runs.emplace_back();
    style_ = &style;
    begin_ = part.begin;
    end_ = part.end;
    run_->face = part.face;
    run_->size = style.size;
    run_->scaling = fragment.scaling;
    run_->color = style.color;
    run_->x = static_cast<float>(part.x);
    run_->rise = style.rise;
    run_->right_to_left = part.right_to_left;
    run_->underline = style.underline;
    run_->line_through = style.line_through;
    run_->decoration = style.decoration;
    run_->highlight = style.highlight;
    run_->outline = style.outline;
    run_->tag = stretch.tag;
    if (style.language != shaping_.paragraph->styles.front().language) run_->language = style.language;
  }

  const Shaping& shaping_;
  const LineRange& range_;
  const Placement& placement_;
  Line& line_;
  std::string_view text_;
  std::uint32_t tail_ = 0;
  PlacedRun* run_ = nullptr;  // the one being made
  std::vector<glyphs::Glyph> glyphs_;  // of it
  const TextStyle* style_ = nullptr;
  std::uint32_t begin_ = 0, end_ = 0;
  double run_end_ = 0;
};

void measure_height(const Shaping& shaping, const LineRange& range, const Placement& placement, Line& line) {
  const auto reach = [&line](float ascent, float descent) {
    line.ascent = std::max(line.ascent, ascent);
    line.descent = std::max(line.descent, descent);
  };
  for (const auto& fragment : placement.fragments)
    if (fragment.atom->kind != AtomKind::box)
      reach(shaping.facts_of(*fragment.atom).ascent, shaping.facts_of(*fragment.atom).descent);
  for (const auto& box : line.boxes) reach(box.ascent, box.descent);
  if (!placement.fragments.empty()) return;
  // A line with nothing in it is as high as what surrounds it.
  const auto& facts =
      range.atom < shaping.atoms.size() ? shaping.facts_of(shaping.atoms[range.atom]) : shaping.facts.front();
  reach(facts.ascent, facts.descent);
}

void set_marks(const Shaping& shaping, const LineRange& range, const Placement& placement,
               std::size_t& next_mark, Line& line) {
  const auto& marks = shaping.collected.marks;
  auto fragment = placement.fragments.begin();
  const auto last = placement.fragments.end();
  for (; next_mark < marks.size() && (marks[next_mark].at < range.next || range.last_of_paragraph);
       ++next_mark) {
    const auto& mark = marks[next_mark];
    while (fragment != last && fragment->end <= mark.at) ++fragment;
    auto x = placement.start;
    if (fragment != last) {
      const auto right_to_left = shaping.runs_right_to_left(*fragment->atom);
      x = right_to_left ? fragment->x + fragment->width : fragment->x;
      if (mark.at > fragment->begin && fragment->atom->kind == AtomKind::word) {
        Ruler ruler(*fragment->shaped, fragment->end - fragment->begin, shaping.style(*fragment->atom));
        const auto before = ruler.before(mark.at - fragment->begin) * fragment->scaling;
        x += right_to_left ? -before : before;
      }
    } else if (!placement.fragments.empty()) {
      const auto& end = placement.fragments.back();
      x = shaping.runs_right_to_left(*end.atom) ? end.x : end.x + end.width;
    }
    line.marks.push_back({static_cast<float>(x), mark.id});
  }
}

}  // namespace

Line make_line(const Shaping& shaping, const LineRange& range, const Placement& placement, double measure,
               std::size_t& next_mark) {
  Line line;
  RunSetter setter(shaping, range, placement, line);
  for (std::size_t i = 0; i < placement.fragments.size(); ++i) {
    const auto& fragment = placement.fragments[placement.from_left(i)];
    switch (fragment.atom->kind) {
      case AtomKind::word:
        setter.add_words(fragment);
        break;
      case AtomKind::space:
        setter.add_space(fragment);
        break;
      case AtomKind::box: {
        setter.close();
        const auto& box =
            std::get<Box>(shaping.paragraph->pieces[shaping.collected.objects[fragment.atom->object].piece]);
        line.boxes.push_back({static_cast<float>(fragment.x), box.width, box.ascent, box.descent, box.tag});
        break;
      }
      case AtomKind::fill:
        setter.close();
        set_leaders(shaping, placement, fragment, measure, line);
        break;
      case AtomKind::forced_break:
        break;
    }
  }
  setter.close();
  measure_height(shaping, range, placement, line);
  set_marks(shaping, range, placement, next_mark, line);
  line.width = static_cast<float>(placement.width);
  line.text_offset = shaping.collected.counted(range.begin);
  line.hyphenated = range.ending == Ending::hyphen;
  line.overfull = placement.overfull;
  line.room = static_cast<float>(placement.room);
  line.ratio = placement.ratio;
  return line;
}

}  // namespace octavo::lines
