// A picture is looked at to its end only when a book is made of it: where its data is damaged, its alternative text stands for it, as it does
// for what is no picture at all.
#include "base/paths.h"
#include "base/unicode.h"
#include "pictures/pictures.h"
#include "resolve/resolve.h"

namespace octavo::resolve {

book::Book with_whole_pictures(book::Book book, const base::Files& files, const config::Settings& settings, diagnostics::Sink& sink) {
  std::vector<book::Asset> whole, damaged;
  std::vector<book::AssetId> kept;  // by the number before; none for what is damaged
  for (book::Asset& asset : book.assets) {
    const bool is_whole = pictures::is_whole(files.read(base::join(settings.root, asset.path)));
    kept.push_back(is_whole ? book::AssetId(whole.size()) : book::AssetId());
    (is_whole ? whole : damaged).push_back(asset);
  }
  if (damaged.empty()) return book;
  book::each_image(book, [&](book::Image& image, base::Span where) {
    if (!image.asset) return;
    const std::string& path = book.assets[image.asset.index()].path;
    image.asset = kept[image.asset.index()];
    if (image.asset) return;
    sink.report({diagnostics::Rule::image_unreadable, where,
                 '"' + path + "\" is damaged, though it begins as a picture does; its alternative text stands for it", "", {}, path});
    image.path = path;
    if (base::is_blank(image.alt) && !image.is_decoration) image.alt = base::name_of(path);
  });
  book.assets = std::move(whole);
  return book;
}

}  // namespace octavo::resolve
