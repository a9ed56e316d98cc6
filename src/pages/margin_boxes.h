#pragma once
// The boxes in the margins of a page (CSS Paged Media 3, section 5): running heads, folios, whatever the sheet puts there.
#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pages/composer.h"
#include "pages/named_strings.h"

namespace octavo::pages {

struct PageKind {
  std::string name;
  style::Side side = style::Side::right;
  bool first = false, blank = false;
  friend auto operator<=>(const PageKind&, const PageKind&) = default;
};

struct Folio {
  std::string_view label;             // "xii"
  std::size_t number = 0, total = 0;  // 12, of the pages of its numbering; all the pages there are
};

// A box that is set: its strip goes to the upper left corner of the page.
struct SetBox {
  FurnitureKind kind;
  Strip strip;
};

class MarginBoxes {
 public:
  explicit MarginBoxes(Workshop& workshop);
  // A line too long for its place loses words at its end until it fits.
  std::vector<SetBox> set(const PageKind& kind, const style::PageStyle& page, const NamedStrings& strings, const Folio& folio);

 private:
  struct Words;  // of a box, in lines
  Words words_of(const style::MarginBox& box, const NamedStrings& strings, const Folio& folio);
  void set_line(Words& words, std::size_t line, std::string text);
  void shorten(Words& words, float room);
  void fit_row(std::vector<Words>& row, float room);
  SetBox drawn(const Words& words, const base::Rect& place, const style::PageStyle& page);

  Workshop& workshop_;
  Section scratch_;
  Composer composer_;
  lines::Tag tag_ = 0;
  std::map<PageKind, std::vector<style::MarginBox>> known_;
};

}  // namespace octavo::pages
