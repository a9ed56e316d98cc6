#pragma once
// Pages to the sheets they are printed on: each on one of its own, folded into booklets, or several side by side; with marks for whoever
// cuts them, and with marks for whoever proofs them. Lengths in points, as in pages/page.h.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/geometry.h"
#include "book/book.h"
#include "glyphs/glyphs.h"
#include "pages/page.h"

namespace octavo::sheets {

// Where a page came to stand.
struct Place {
  std::uint32_t sheet = 0;  // into Sheets::sheets
  base::Point at;           // of its upper left corner
  float scale = 1;          // in thousandths, as a PDF says it

  base::Point of(base::Point point) const { return {at.x + scale * point.x, at.y + scale * point.y}; }
  base::Rect of(const base::Rect& area) const {
    const auto [x, y] = of(base::Point{area.x, area.y});
    return {x, y, scale * area.width, scale * area.height};
  }
  friend bool operator==(const Place&, const Place&) = default;
};

// One side of a sheet.
struct Sheet {
  base::Size size;
  std::string label;               // what its pages are called
  std::optional<base::Rect> trim;  // where it is cut; none: at its edges
};

struct Sheets {
  std::vector<Sheet> sheets;
  std::vector<Place> places;  // by page; every page has one
  float bleed = 0;            // how far a page is drawn beyond its edges
  bool is_folded = false;     // both sides of a sheet are printed, turned over its short edge
};

// Each page on a sheet of its size.
Sheets single(const pages::Pages& pages);

struct Booklet {
  base::Size sheet;   // upright or not: it is turned as pages need it
  float creep = 0;    // the thickness of the paper: by so much each sheet within another draws its pages nearer to the fold
  int signature = 0;  // sheets folded into one another; 0: all of them up to twenty, which is what can be stapled, else eight, to be sewn
};
// Two pages a side, in the order in which folded sheets are read; pages are made smaller where the sheet asks for it, never larger.
Sheets folded(const pages::Pages& pages, const Booklet& booklet);

// So many pages a side, from left to right and from the head down, in rows and columns that leave them largest.
Sheets side_by_side(const pages::Pages& pages, int count, base::Size sheet);

struct Trimming {
  float bleed = 0;         // what touches the edge of a page is drawn so far beyond it
  bool has_marks = false;  // for whoever cuts
};
// Each page on a sheet that is cut to its size. The marks are pages of their own, after those of the book.
Sheets trimmed(pages::Pages& pages, const Trimming& trimming);

// For proofreaders: the measure and the grid of the text behind it, and the number of each line beside it.
void add_lines_for_proofs(pages::Pages& pages, glyphs::Fonts& fonts);

// Every colour as a grey that is as light; pictures are marked for it.
void turn_grey(pages::Pages& pages);

// What a proofreader looks for. `lone_line`: a paragraph's first or last one, by itself on a page. `loose_line`: a justified one whose word
// spaces are more than half as wide again as the font's. `coarse_picture`: under 150 dots an inch. `outside`: beyond the measure or the foot.
enum class Fault { lone_line, loose_line, coarse_picture, missing_glyph, outside };
struct Blemish {
  Fault fault = Fault::lone_line;
  std::uint32_t page = 0;
  base::Rect area;
};
std::vector<Blemish> blemishes(const pages::Pages& pages, const book::Book& book, const glyphs::Fonts& fonts);

// All spreads, small, with what is to be looked at. Frames, labels and legend are pages of their own, after those of the book.
Sheets contact_sheets(pages::Pages& pages, const std::vector<Blemish>& blemishes, const std::string& title, base::Size sheet, glyphs::Fonts& fonts);

// One side of a sheet as a PNG. The lines of letters come over all else. What has no picture that can be read stays empty.
struct Painting {
  const pages::Pages& pages;
  const Sheets& sheets;
  const base::Files& files;
  const std::string& root;  // where the pictures' paths start from
  float dots_per_inch = 144;  // fewer where the sheet is very large
};
std::string painted(const Painting& painting, std::size_t sheet, glyphs::Fonts& fonts);

enum class Region { metric, american };  // whose paper is in the drawer
// The smallest that takes two pages without making them smaller than nine tenths; A4 or letter where they are to be made smaller.
base::Size sheet_for_folding(const pages::Pages& pages, Region region);
base::Size sheet_of_an_office(Region region);

}  // namespace octavo::sheets
