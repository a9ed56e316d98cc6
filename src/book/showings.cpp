#include "book/showings.h"

#include "book/visit.h"

namespace octavo::book {

std::vector<base::Span> first_showings(const Book& book) {
  std::vector<base::Span> places(book.assets.size());
  const auto note = [&](const Image& image, base::Span where) {
    if (image.asset && !places[image.asset.index()].file) places[image.asset.index()] = where;
  };
  const auto note_run = [&](const Inlines& run) {
    each_inline(run, [&](const Inline& one) {
      if (const auto* image = get_if<Image>(&one.value)) note(*image, one.where);
      return true;
    });
  };
  for (const Chapter& chapter : book.chapters) {
    note_run(chapter.title);
    each_block(chapter, [&](const Block& block) {
      if (const auto* figure = get_if<Figure>(&block.value)) note(figure->image, block.where);
      each_run(block, note_run);
      return true;
    });
  }
  return places;
}

}  // namespace octavo::book
