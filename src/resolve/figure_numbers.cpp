// A picture with a caption gets a number before its words: "Figure 2.1", counted by chapters that have numbers of their own, else through
// the book. Authors who number pictures themselves are left to it.
#include <algorithm>

#include "resolve/passes.h"

namespace octavo::resolve {

using namespace book;

namespace {

// A figure among the first two words: "Figure 4-1: ...", "1. ...".
bool has_number(const Inlines& caption) {
  const std::string words = plain_text(caption);
  const std::size_t first = words.find(' ');
  const std::string_view head = std::string_view(words).substr(0, first == words.npos ? first : words.find(' ', first + 1));
  return std::ranges::any_of(head, [](char c) { return c >= '0' && c <= '9'; });
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
  std::size_t count = 0;
  for (Chapter& chapter : book.chapters) {
    if (!chapter.number.empty()) count = 0;
    if (!chapter.may_hold.pictures) continue;
    const std::string word(terms(chapter.language.empty() ? book.metadata.language : chapter.language).figure);
    const std::string before = chapter.number.empty() ? "" : chapter.number + ".";
    each_block(chapter, [&](Block& block) {
      Inlines* caption = caption_of(block);
      if (!caption || caption->empty() || has_number(*caption)) return true;
      const std::string number = word + "\u00A0" + before + std::to_string(++count);
      caption->insert(caption->begin(), {Inline{Passage{{}, {}, {"figure-number"}, {Inline{Text{number}, {}}}}, {}},
                                         Inline{Text{" "}, {}}});
      return true;
    });
  }
  return book;
}

}  // namespace octavo::resolve
