// First lines that rules set apart: with as many words as fit, set so, into the first line.
#include <algorithm>
#include <iterator>
#include <utility>

#include "pages/composer.h"

namespace octavo::pages {
namespace {

// A space at which the first line may end: into the pieces, and into the words of one.
struct LineEnd {
  std::size_t piece = 0, at = 0;
};

std::vector<LineEnd> line_ends(const lines::Paragraph& paragraph, std::size_t end) {
  std::vector<LineEnd> result;
  for (std::size_t piece = 0; piece < end; ++piece) {
    const auto* words = std::get_if<lines::Words>(&paragraph.pieces[piece]);
    if (!words) continue;
    for (std::size_t at = words->text.find(' '); at != std::string::npos; at = words->text.find(' ', at + 1)) result.push_back({piece, at});
  }
  return result;
}

lines::Paragraph up_to(const lines::Paragraph& paragraph, const LineEnd& end) {
  lines::Paragraph result;
  static_cast<lines::Manner&>(result) = paragraph;
  const auto last = paragraph.pieces.begin() + static_cast<std::ptrdiff_t>(end.piece);
  result.pieces.assign(paragraph.pieces.begin(), last);
  if (end.at == 0) return result;
  lines::Words words = std::get<lines::Words>(*last);
  words.text.resize(end.at);
  result.pieces.push_back(std::move(words));
  return result;
}

// After as many spaces as there are before that place of the other text: transforming words changes none of them.
std::size_t same_space(std::string_view text, std::string_view other, std::size_t at) {
  std::size_t found = text.find(' ');
  for (auto before = std::count(other.begin(), other.begin() + static_cast<std::ptrdiff_t>(at), ' '); before > 0; --before)
    found = text.find(' ', found + 1);
  return found;
}

}  // namespace

style::Computed Composer::first_line_style(const Collected& of, const style::Element& element) const {
  if (&element == first_line_.paragraph || !element.parent)
    return style_of({"::first-line", {}, {}, first_line_.owner, nullptr, false}, of.style);
  const style::Computed around = first_line_style(of, *element.parent);
  style::Computed result = style_of(element, around);
  result.rise += around.rise;
  return result;
}

void Composer::restyle(Collected& into, const std::string& words, const style::Element& element, bool is_begun,
                       std::string_view language) const {
  style::Computed style = first_line_style(into, element);
  if (is_begun && style.transform == style::Transform::capitalize) style.transform = style::Transform::none;
  const std::uint32_t index = style_index(into.paragraph, text_style(style, language));
  into.first_line.push_back({into.paragraph.pieces.size(), transformed(words, style.transform, language), index});
}

void Composer::set_first_line(Collected& collected, const Place& place) {
  lines::Paragraph restyled = collected.paragraph;
  for (Collected::Restyled& one : collected.first_line) {
    auto& words = std::get<lines::Words>(restyled.pieces[one.piece]);
    words.text = std::move(one.text);
    words.style = one.style;
  }
  auto& pieces = collected.paragraph.pieces;
  const auto is_break = [](const lines::Piece& piece) { return std::holds_alternative<lines::ForcedBreak>(piece); };
  const auto end = static_cast<std::size_t>(std::ranges::find_if(pieces, is_break) - pieces.begin());
  const float measure = section_.measure - place.left - place.right;
  const auto fits = [&](const LineEnd& to) { return lines::extent(up_to(restyled, to), workshop_.tools()).preferred <= measure; };
  const auto take = [&](std::size_t count) {
    std::move(restyled.pieces.begin(), restyled.pieces.begin() + static_cast<std::ptrdiff_t>(count), pieces.begin());
  };
  if (fits({end, 0})) return take(end);
  const std::vector<LineEnd> ends = line_ends(restyled, end);
  const auto last = std::ranges::partition_point(ends, fits);
  if (last == ends.begin()) return;
  const auto [piece, at] = *(last - 1);
  const auto& first = std::get<lines::Words>(restyled.pieces[piece]);
  lines::Words rest = std::get<lines::Words>(pieces[piece]);
  rest.text.erase(0, same_space(rest.text, first.text, at) + 1);
  lines::Words begun = first;
  begun.text.resize(at + 1);
  take(piece);
  pieces[piece] = std::move(begun);
  const std::vector<lines::Piece> after = {lines::ForcedBreak{.is_full = true}, std::move(rest)};
  pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(piece) + 1, after.begin(), after.end());
}

}  // namespace octavo::pages
