#include "book/showings.h"

#include "book/visit.h"

namespace octavo::book {
namespace {

// For books that may be changed and for books that may not. The functions say what they return, so that none is tried with the other kind.
template <class AnyBook, class OnImage>
void walk(AnyBook& book, const OnImage& on_image) {
  const auto in_run = [&](auto& run) -> void {
    each_inline(run, [&](auto& one) -> bool {
      if (auto* image = get_if<Image>(&one.value)) on_image(*image, one.where);
      return true;
    });
  };
  for (auto& chapter : book.chapters) {
    in_run(chapter.title);
    each_block(chapter, [&](auto& block) -> bool {
      if (auto* figure = get_if<Figure>(&block.value)) on_image(figure->image, block.where);
      each_run(block, in_run);
      return true;
    });
  }
}

}  // namespace

void each_image(Book& book, const std::function<void(Image&, base::Span)>& on_image) { walk(book, on_image); }
void each_image(const Book& book, const std::function<void(const Image&, base::Span)>& on_image) { walk(book, on_image); }

std::vector<base::Span> first_showings(const Book& book) {
  std::vector<base::Span> places(book.assets.size());
  each_image(book, [&](const Image& image, base::Span where) {
    if (image.asset && !places[image.asset.index()].file) places[image.asset.index()] = where;
  });
  return places;
}

}  // namespace octavo::book
