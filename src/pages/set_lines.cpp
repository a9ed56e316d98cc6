#include "pages/set_lines.h"

#include <algorithm>
#include <bit>
#include <initializer_list>
#include <optional>

#include "book/book.h"

namespace octavo::pages {
namespace {

template <class T>
std::uint32_t number_of(std::vector<T>& all, const T& one) {
  const auto found = std::ranges::find(all, one);
  const auto number = static_cast<std::uint32_t>(found - all.begin());
  if (found == all.end()) all.push_back(one);
  return number;
}

void add(std::string& description, std::initializer_list<std::uint32_t> numbers) {
  description.append(reinterpret_cast<const char*>(numbers.begin()), numbers.size() * sizeof(std::uint32_t));
}

}  // namespace

void SetLines::describe(const lines::Manner& manner, float measure) {
  if (whole_.first == manner && whole_.second == measure) return;
  whole_ = {manner, measure};
  style_numbers_.clear();
  for (const lines::TextStyle& style : manner.styles) style_numbers_.push_back(number_of(styles_, style));
  lines::Manner shared = manner;
  shared.styles.resize(1);
  manner_ = number_of(manners_, {std::move(shared), measure});
}

SetLines::Numbering SetLines::describe(const lines::Paragraph& paragraph, float measure) {
  describe(static_cast<const lines::Manner&>(paragraph), measure);
  description_.clear();
  add(description_, {manner_});
  std::optional<lines::Tag> first_tag;
  std::optional<std::uint32_t> first_mark;
  const auto from_first = [&](lines::Tag tag) {
    if (!first_tag) first_tag = tag;
    return tag - *first_tag;
  };
  for (const lines::Piece& piece : paragraph.pieces) {
    const auto kind = static_cast<std::uint32_t>(piece.index());
    visit(book::Overloaded{
              [&](const lines::Words& words) {
                const auto size = static_cast<std::uint32_t>(words.text.size());
                add(description_, {kind, style_numbers_[words.style], from_first(words.tag), words.counts, size});
                description_ += words.text;
              },
              [&](const lines::Box& box) {
                const auto bits = [](float length) { return std::bit_cast<std::uint32_t>(length); };
                add(description_, {kind, bits(box.width), bits(box.ascent), bits(box.descent), from_first(box.tag)});
              },
              [&](const lines::ForcedBreak& forced) { add(description_, {kind, forced.is_full}); },
              [&](const lines::Mark& mark) {
                if (!first_mark) first_mark = mark.id;
                add(description_, {kind, mark.id - *first_mark});
              },
              [&](const lines::Fill& fill) { add(description_, {kind, fill.leaders, style_numbers_[fill.style], from_first(fill.tag)}); },
          },
          piece);
  }
  return {first_tag.value_or(0), first_mark.value_or(0)};
}

void SetLines::renumber(Known& lines, Numbering to) {
  const Numbering from = std::exchange(lines.numbering, to);
  for (lines::Line& line : lines.set) {
    for (lines::PlacedRun& run : line.runs) run.tag += to.tag - from.tag;
    for (lines::PlacedBox& box : line.boxes) box.tag += to.tag - from.tag;
    for (lines::PlacedMark& mark : line.marks) mark.id += to.mark - from.mark;
  }
}

}  // namespace octavo::pages
