#include "pages/forecast.h"

#include <algorithm>
#include <cmath>

namespace octavo::pages {
namespace {

constexpr double characters_on_a_page = 1500;  // before any page is known
constexpr std::size_t line_of_code = 45;       // characters of text that take as much room

}  // namespace

Forecast::Forecast(const book::Book& book) : before_(book.anchors.size()), page_of_(book.anchors.size()) {
  for (const book::Chapter& chapter : book.chapters) measure(chapter);
  for (std::size_t anchor = 0; anchor < before_.size(); ++anchor) {
    const book::Anchor& place = book.anchors[anchor];
    if (place.division == book::Division::players || place.division == book::Division::index) before_[anchor] = characters_;
  }
}

void Forecast::measure(const book::Chapter& chapter) {
  const auto note = [&](book::AnchorId anchor) {
    if (anchor) before_[anchor.index()] = characters_;
  };
  note(chapter.anchor);
  book::each_block(chapter.blocks, [&](const book::Block& block) {
    note(block.anchor);
    if (const auto* heading = get_if<book::Heading>(&block.value)) note(heading->anchor);
    if (const auto* code = get_if<book::CodeBlock>(&block.value))
      characters_ += line_of_code * static_cast<std::size_t>(std::ranges::count(code->text, '\n') + 1);
    book::each_run(block, [&](const book::Inlines& run) {
      book::each_inline(run, [&](const book::Inline& one) {
        if (const auto* text = get_if<book::Text>(&one.value)) characters_ += text->text.size();
        return true;
      });
    });
    return true;
  });
  ends_.push_back(characters_);
}

void Forecast::learn(const Section& section, const std::vector<PageCut>& cuts) {
  const std::size_t before = cut_;
  if (section.kind == SectionKind::chapter) cut_ = ends_[section.chapter.index() + section.chapters - 1];
  if (section.roman) {  // counted by themselves
    uncounted_ += cut_ - before;
    return;
  }
  if (section.opening == Opening::recto) pages_ += pages_ % 2;
  for (const PageCut& cut : cuts) {
    ++pages_;
    for (const ColumnCut& column : cut.columns)
      for (const PlacedStrip& placed : column.strips)
        for (const PlacedAnchor& anchor : section.galley[placed.strip].anchors)
          if (anchor.anchor) page_of_[anchor.anchor.index()] = static_cast<std::uint32_t>(pages_);
  }
}

std::string Forecast::label(book::AnchorId target) const {
  if (!target) return "00";
  if (const std::uint32_t page = page_of_[target.index()]; page > 0) return std::to_string(page);
  const auto counted = static_cast<double>(cut_ - uncounted_);
  const double on_a_page = pages_ > 0 && counted > 0 ? counted / static_cast<double>(pages_) : characters_on_a_page;
  const std::size_t place = std::max(before_[target.index()], cut_);
  const double further = static_cast<double>(place - cut_) / on_a_page;
  return std::to_string(pages_ + 1 + static_cast<std::size_t>(std::lround(further)));
}

}  // namespace octavo::pages
