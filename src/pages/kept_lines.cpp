#include "pages/kept_lines.h"

#include <algorithm>
#include <optional>

namespace octavo::pages {
namespace {

// By how much the numbers of a paragraph have moved on since it was kept: all by the same.
class Shift {
 public:
  bool fits(std::uint32_t before, std::uint32_t now) {
    if (!by_) by_ = now - before;
    return now - before == *by_;
  }
  void apply(std::uint32_t& number) const { number += by_.value_or(0); }

 private:
  std::optional<std::uint32_t> by_;
};

// Whether two pieces are the same but for their names.
struct Same {
  Shift& tags;
  Shift& marks;

  bool operator()(const lines::Words& before, const lines::Words& now) const {
    return before.text == now.text && before.style == now.style && before.counts == now.counts &&
           tags.fits(before.tag, now.tag);
  }
  bool operator()(const lines::Box& before, const lines::Box& now) const {
    return before.width == now.width && before.ascent == now.ascent && before.descent == now.descent &&
           tags.fits(before.tag, now.tag);
  }
  bool operator()(const lines::ForcedBreak&, const lines::ForcedBreak&) const { return true; }
  bool operator()(const lines::Mark& before, const lines::Mark& now) const { return marks.fits(before.id, now.id); }
  bool operator()(const lines::Fill& before, const lines::Fill& now) const {
    return before.leaders == now.leaders && before.style == now.style && tags.fits(before.tag, now.tag);
  }
  template <class Before, class Now>
  bool operator()(const Before&, const Now&) const {
    return false;
  }
};

}  // namespace

std::vector<lines::Line> KeptLines::set(const lines::Paragraph& paragraph, float measure, const lines::Tools& tools) {
  if (next_ == kept_.size()) kept_.emplace_back();
  Kept& kept = kept_[next_++];
  Shift tags, marks;
  const auto same = [&](const lines::Piece& before, const lines::Piece& now) {
    return std::visit(Same{tags, marks}, before, now);
  };
  const lines::Manner& manner = paragraph;
  if (kept.measure == measure && kept.manner && *kept.manner == manner && std::ranges::equal(kept.pieces, paragraph.pieces, same)) {
    std::vector<lines::Line> lines = kept.lines;
    for (lines::Line& line : lines) {
      for (auto& run : line.runs) tags.apply(run.tag);
      for (auto& box : line.boxes) tags.apply(box.tag);
      for (auto& mark : line.marks) marks.apply(mark.id);
    }
    return lines;
  }
  std::vector<lines::Line> lines = lines::set(paragraph, measure, tools);
  if (!manner_ || *manner_ != manner) manner_ = std::make_shared<const lines::Manner>(manner);
  kept = {manner_, paragraph.pieces, measure, lines};
  return lines;
}

}  // namespace octavo::pages
