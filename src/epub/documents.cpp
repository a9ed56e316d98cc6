#include "epub/documents.h"

#include <algorithm>

namespace octavo::epub {
namespace {

// What is aimed at: links into another file are longer than the links within one that were weighed.
constexpr std::size_t room = Documents::most_bytes * 4 / 5;

bool is_too_large(const std::vector<Page>& pages) {
  return std::ranges::any_of(pages, [](const Page& page) { return page.bytes.size() > Documents::most_bytes && page.units.size() > 1; });
}

bool is_too_large(const Documents::Pages& pages) {
  return is_too_large(pages.players) || is_too_large(pages.index) ||
         std::ranges::any_of(pages.chapters, [](const std::vector<Page>& chapter) { return is_too_large(chapter); });
}

// As one note cannot be divided, dividing what calls it would be for nothing.
std::size_t divisible_bytes(const Unit& unit) { return unit.bytes - unit.largest_note; }

bool must_divide(const std::vector<Page>& chapter) {
  return chapter.front().bytes.size() > Documents::most_bytes &&
         std::ranges::any_of(chapter.front().units, [](const Unit& unit) { return divisible_bytes(unit) > room; });
}

// Before anything is cut.
Parts parts_of_blocks(const Documents::Pages& pages) {
  Parts parts;
  for (const std::vector<Page>& chapter : pages.chapters) {
    const bool is_divided = must_divide(chapter);
    std::vector<std::size_t>& counts = parts.emplace_back();
    for (const Unit& unit : chapter.front().units) counts.push_back(is_divided ? divisible_bytes(unit) / room + 1 : 1);
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

Documents::Documents(const Source& source) {
  write(source, {});
  std::optional<Source> divided;
  if (std::ranges::any_of(pages_.chapters, must_divide)) {
    divided_ = {source.book, source.folios ? *source.folios : book::Folios()};
    divided.emplace(Source{divided_.book, source.folios ? &divided_.folios : nullptr, source.sheets});
    // What a block holds may weigh unevenly, and is divided again.
    while (std::ranges::any_of(pages_.chapters, must_divide) && divide(divided_, parts_of_blocks(pages_))) write(*divided, {});
  }
  Cuts cuts{std::vector<std::vector<std::size_t>>(source.book.chapters.size()), {}, {}};
  for (std::size_t most = room; is_too_large(pages_) && most > room / 4; most -= most / 6) {
    for (std::size_t index = 0; index < pages_.chapters.size(); ++index) cut(cuts.chapters[index], pages_.chapters[index], most);
    cut(cuts.players, pages_.players, most);
    cut(cuts.index, pages_.index, most);
    write(divided ? *divided : source, cuts);
  }
}

void Documents::write(const Source& source, Cuts cuts) {
  publication_.emplace(source, std::move(cuts));
  pages_ = {};
  for (std::size_t index = 0; index < source.book.chapters.size(); ++index)
    pages_.chapters.push_back(chapter_pages(*publication_, book::ChapterId(index)));
  if (source.book.players_anchor) pages_.players = players_pages(*publication_);
  if (source.book.index_anchor) pages_.index = index_pages(*publication_);
}

}  // namespace octavo::epub
