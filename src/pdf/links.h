#pragma once
// Places and links to them (ISO 32000-1, 12.3.2 and 12.5.6.5).
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "pages/page.h"
#include "pdf/haru.h"
#include "pdf/structure.h"
#include "sheets/sheets.h"

namespace octavo::pdf {

// Where the anchors came to stand, in the words of the file.
class Destinations {
 public:
  // `sheet_objects`: by the index of the sheet.
  Destinations(const pages::Pages& pages, const sheets::Sheets& sheets, const std::vector<Reference>& sheet_objects)
      : pages_(pages), sheets_(sheets), sheet_objects_(sheet_objects) {}

  const pages::Pages& pages() const { return pages_; }
  // An array for /Dest; nothing if the anchor was not printed.
  std::optional<Tokens> find(book::AnchorId anchor) const;
  // What a link without words of its own is called: the address, or the label of the page. The place must have been printed.
  std::string name_of(const std::variant<book::AnchorId, std::string>& target) const;
  const sheets::Sheets& sheets() const { return sheets_; }

 private:
  const pages::Pages& pages_;
  const sheets::Sheets& sheets_;
  const std::vector<Reference>& sheet_objects_;
};

// Where on the paper a link can be clicked; nothing if it lies beyond it, or leads to a place that was not printed: better no link than a
// dead one.
std::optional<base::Rect> area_to_click(const pages::Pages& pages, const pages::Page& page, const pages::LinkArea& link);

// The annotations of a page: those of the links that can be clicked.
std::vector<Reference> add_links(Document& document, const pages::Page& page, const sheets::Place& place,
                                 const Destinations& destinations, StructureTree& structure);

}  // namespace octavo::pdf
