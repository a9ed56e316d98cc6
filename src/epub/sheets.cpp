#include "epub/sheets.h"

#include <algorithm>

namespace octavo::epub {
namespace {

// What is aimed at: links into another file are longer than the links within one that were weighed.
constexpr std::size_t room = Sheets::most_bytes * 4 / 5;

bool is_too_large(const std::vector<Page>& pages) {
  return std::ranges::any_of(pages, [](const Page& page) { return page.bytes.size() > Sheets::most_bytes && page.units.size() > 1; });
}

bool is_too_large(const Sheets::Pages& pages) {
  return is_too_large(pages.players) || is_too_large(pages.index) ||
         std::ranges::any_of(pages.chapters, [](const std::vector<Page>& chapter) { return is_too_large(chapter); });
}

bool holds_large_unit(const std::vector<Page>& chapter) {
  return std::ranges::any_of(chapter.front().units, [](const Unit& unit) { return unit.bytes > room; });
}

// Before anything is cut.
Parts parts_of_blocks(const Sheets::Pages& pages) {
  Parts parts;
  for (const std::vector<Page>& chapter : pages.chapters) {
    std::vector<std::size_t>& counts = parts.emplace_back();
    for (const Unit& unit : chapter.front().units) counts.push_back(unit.bytes / room + 1);
  }
  return parts;
}

void cut(std::vector<std::size_t>& places, const std::vector<Page>& pages, std::size_t most) {
  if (!is_too_large(pages)) return;
  std::vector<Unit> units;
  for (const Page& page : pages) units.insert(units.end(), page.units.begin(), page.units.end());
  places = cuts(units, most);
}

}  // namespace

Sheets::Sheets(const book::Book& book, const book::Folios* folios) {
  write(book, folios, {});
  const book::Book* whole = &book;
  if (std::ranges::any_of(pages_.chapters, holds_large_unit)) {
    divided_ = {book, folios ? *folios : book::Folios()};
    whole = &divided_.book;
    if (folios) folios = &divided_.folios;
    // What a block holds may weigh unevenly, and is divided again.
    while (std::ranges::any_of(pages_.chapters, holds_large_unit) && divide(divided_, parts_of_blocks(pages_))) write(*whole, folios, {});
  }
  Cuts cuts{std::vector<std::vector<std::size_t>>(book.chapters.size()), {}, {}};
  for (std::size_t most = room; is_too_large(pages_) && most > room / 4; most -= most / 6) {
    for (std::size_t index = 0; index < pages_.chapters.size(); ++index) cut(cuts.chapters[index], pages_.chapters[index], most);
    cut(cuts.players, pages_.players, most);
    cut(cuts.index, pages_.index, most);
    write(*whole, folios, cuts);
  }
}

void Sheets::write(const book::Book& book, const book::Folios* folios, Cuts cuts) {
  publication_.emplace(book, folios, std::move(cuts));
  pages_ = {};
  for (std::size_t index = 0; index < book.chapters.size(); ++index)
    pages_.chapters.push_back(chapter_pages(*publication_, book::ChapterId(index)));
  if (book.players_anchor) pages_.players = players_pages(*publication_);
  if (book.index_anchor) pages_.index = index_pages(*publication_);
}

}  // namespace octavo::epub
