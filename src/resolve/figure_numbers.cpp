// A picture with a caption gets a number before its words: "Figure 2.1", counted by chapters that have numbers of their own, else through
// the book. Authors who number pictures themselves are left to it.
#include <algorithm>

#include "base/unicode.h"
#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

bool begins_with_digit(std::string_view words) { return !words.empty() && words.front() >= '0' && words.front() <= '9'; }

// "Figure 4-1: ...", "Fig. 2 ...", "3. ...": of the author's own.
bool has_number(const Inlines& caption, std::string_view figure) {
  const std::string words = base::folded(plain_text(caption));
  const std::size_t space = std::min(words.find(' '), words.size());
  const std::string_view first = std::string_view(words).substr(0, space);
  if (begins_with_digit(first)) return first.ends_with('.') || first.ends_with(':');
  const std::size_t second = words.find_first_not_of(' ', space);
  const bool is_figure = first == base::folded(figure) || first == "figure" || first == "fig." || first == "listing" || first == "table";
  return is_figure && second != words.npos && begins_with_digit(std::string_view(words).substr(second));
}

Inlines* caption_of(Block& block) {
  if (auto* figure = get_if<Figure>(&block.value)) return &figure->caption;
  auto* captioned = get_if<Captioned>(&block.value);
  if (!captioned) return nullptr;
  const auto is_picture = [](const Block& one) { return holds_alternative<Figure>(one.value); };
  return std::ranges::any_of(captioned->blocks, is_picture) ? &captioned->caption : nullptr;
}

}  // namespace

Book with_figure_numbers(Book book, const config::Settings& settings) {
  if (!settings.number_chapters) return book;
  std::size_t in_chapter = 0, in_others = 0;
  for (Chapter& chapter : book.chapters) {
    if (!chapter.number.empty()) in_chapter = 0;
    if (!chapter.may_hold.pictures) continue;
    const std::string word(terms(has_terms(chapter.language) ? chapter.language : book.metadata.language).figure);
    const std::string before = chapter.number.empty() ? "" : chapter.number + ".";
    std::size_t& count = chapter.number.empty() ? in_others : in_chapter;
    each_block(chapter, [&](Block& block) {
      Inlines* caption = caption_of(block);
      if (!caption || caption->empty()) return true;
      if (has_number(*caption, word)) return false;
      const std::string number = word + "\u00A0" + before + std::to_string(++count);
      caption->insert(caption->begin(), {Inline{Passage{{}, {}, {"figure-number"}, {Inline{Text{number}, {}}}}, {}},
                                         Inline{Text{" "}, {}}});
      return false;  // pictures within are parts of it
    });
  }
  return book;
}

}  // namespace octavo::resolve
