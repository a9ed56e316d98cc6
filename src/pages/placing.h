#pragma once
// Strips to the things on a page, in the order in which they are read.
#include <span>
#include <utility>
#include <vector>

#include "pages/flow.h"

namespace octavo::pages {

// A strip, and where on the page it comes to stand.
struct Fallen { Strip* strip; float y; };

class Placing {
 public:
  // `structure`: how many elements of the book come before those of the section. `pictures`: of the book, by the section's own.
  void begin_section(std::size_t structure, std::vector<PictureId> pictures) {
    structure_base_ = structure;
    pictures_ = std::move(pictures);
  }

  struct Place { book::AnchorId anchor; base::Point at; };
  // Moves strips that come under each other to the page. Gives the places that are in them.
  std::vector<Place> place(std::span<const Fallen> strips, float x, Page& page);
  void add(Item item) { items_.push_back(std::move(item)); }
  std::size_t count() const { return items_.size(); }  // of the things on the page
  void end_page(Page& page);

 private:
  void place_row(std::span<const Fallen> lines, float x);
  void place_items(Strip& strip, float x, float y);
  void place_items(std::vector<Item>& items, std::size_t from, std::size_t to, float x, float y);
  StructureId moved(StructureId id) const { return id ? StructureId(id.index() + structure_base_) : id; }

  std::vector<Item> items_;  // gathered here, so that a page takes no more memory than it needs
  std::size_t structure_base_ = 0;
  std::vector<PictureId> pictures_;
};

}  // namespace octavo::pages
