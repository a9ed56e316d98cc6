#pragma once
// The content documents of the publication, one function each.
#include <string>
#include <vector>

#include "epub/cuts.h"
#include "epub/publication.h"

namespace octavo::epub {

std::string cover_page(const Publication& publication, std::string_view picture);
std::string title_page(const Publication& publication);
std::string part_page(const Publication& publication, std::size_t part);
// Each in as many files as Publication::cuts() says.
struct Page {
  std::string file, bytes;
  std::vector<Unit> units;
};
std::vector<Page> chapter_pages(const Publication& publication, book::ChapterId chapter);
std::vector<Page> players_pages(const Publication& publication);
std::vector<Page> index_pages(const Publication& publication);
// nav.xhtml, which is also the contents page the reader turns to, and the NCX for readers of EPUB 2.
std::string navigation_page(const Publication& publication);
std::string ncx(const Publication& publication);

}  // namespace octavo::epub
