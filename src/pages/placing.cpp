#include "pages/placing.h"

#include <algorithm>
#include <iterator>

namespace octavo::pages {

std::vector<Placing::Place> Placing::place(std::span<const Fallen> strips, float x, Page& page) {
  for (auto first = strips.begin(); first != strips.end();) {
    // A figure may have come between the lines of a row; then what comes after it stands by itself.
    const auto goes_on = [&](const Fallen& next) { return next.strip->goes_on_in_row && next.strip->cells.size() == first->strip->cells.size(); };
    const auto last = std::find_if_not(first + 1, strips.end(), goes_on);
    if (last == first + 1) place_items(*first->strip, x, first->y);
    else place_row({first, last}, x);
    first = last;
  }
  std::vector<Place> places;
  for (const auto& [strip, y] : strips) {
    for (LinkArea& link : strip->links) {
      link.area.x += x, link.area.y += y;
      link.structure = moved(link.structure);
      page.links.push_back(std::move(link));
    }
    for (const PlacedAnchor& placed : strip->anchors)
      if (placed.anchor) places.push_back({placed.anchor, {x, y + placed.y}});
    *strip = {};  // its memory is wanted for the pages
  }
  return places;
}

void Placing::end_page(Page& page) {
  page.items.assign(std::make_move_iterator(items_.begin()), std::make_move_iterator(items_.end()));
  items_.clear();
}

// A row of a table is drawn cell by cell, as it is read, and not line by line.
void Placing::place_row(std::span<const Fallen> lines, float x) {
  for (const auto& [strip, y] : lines) {
    place_items(strip->items, 0, strip->cells.front(), x, y);
    place_items(strip->items, strip->cells.back(), strip->items.size(), x, y);
    place_items(strip->beside, 0, strip->beside.size(), x, y);
  }
  for (std::size_t cell = 1; cell < lines.front().strip->cells.size(); ++cell)
    for (const auto& [strip, y] : lines) place_items(strip->items, strip->cells[cell - 1], strip->cells[cell], x, y);
}

void Placing::place_items(Strip& strip, float x, float y) {
  std::size_t text = 0;
  if (!strip.beside.empty()) {  // above the tints, before the text
    const auto is_tint = [](const Item& item) { return std::holds_alternative<Fill>(item); };
    text = static_cast<std::size_t>(std::ranges::find_if_not(strip.items, is_tint) - strip.items.begin());
    place_items(strip.items, 0, text, x, y);
    place_items(strip.beside, 0, strip.beside.size(), x, y);
  }
  place_items(strip.items, text, strip.items.size(), x, y);
}

void Placing::place_items(std::vector<Item>& items, std::size_t from, std::size_t to, float x, float y) {
  for (; from < to; ++from) {
    std::visit(book::Overloaded{
                   [&](Fill& fill) { fill.area.x += x, fill.area.y += y; },
                   [&](Frame& frame) {
                     frame.area.x += x, frame.area.y += y;
                     frame.structure = moved(frame.structure);
                   },
                   [&](Stroke& stroke) {
                     for (base::Point& point : stroke.points) point.x += x, point.y += y;
                     stroke.structure = moved(stroke.structure);
                   },
                   [&](Picture& picture) {
                     picture.area.x += x, picture.area.y += y;
                     picture.picture = pictures_[picture.picture.index()];
                     picture.structure = moved(picture.structure);
                   },
                   [&](GlyphRun& run) {
                     run.origin.x += x, run.origin.y += y;
                     run.structure = moved(run.structure);
                   },
               },
               items[from]);
    items_.push_back(std::move(items[from]));
  }
}

}  // namespace octavo::pages
