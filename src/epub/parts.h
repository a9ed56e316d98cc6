#pragma once
// The content documents of the publication, one function each.
#include <string>

#include "epub/publication.h"

namespace octavo::epub {

std::string cover_page(const Publication& publication, std::string_view picture);
std::string title_page(const Publication& publication);
std::string part_page(const Publication& publication, std::size_t part);
std::string chapter_page(const Publication& publication, book::ChapterId chapter);
std::string players_page(const Publication& publication);
std::string index_page(const Publication& publication);
// nav.xhtml, which is also the contents page the reader turns to, and the NCX for readers of EPUB 2.
std::string navigation_page(const Publication& publication);
std::string ncx(const Publication& publication);

}  // namespace octavo::epub
